import { doors, openBehind } from '../support/cluster-doors.ts'
import { imageGroupsConformance } from './image-groups-port.ts'
import { imageRolesConformance } from './image-roles-port.ts'

for (const door of doors) {
  imageRolesConformance(door, () => openBehind(door))
  imageGroupsConformance(door, () => openBehind(door))
}
