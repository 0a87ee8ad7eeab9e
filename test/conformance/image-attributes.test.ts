import { doors, openBehind } from '../support/cluster-doors.ts'
import { imageAttributesConformance } from './image-attributes-port.ts'

for (const door of doors) imageAttributesConformance(door, () => openBehind(door))
