import { doors, openBehind } from '../support/cluster-doors.ts'
import { clientAccessConformance } from './client-access-port.ts'

for (const door of doors) clientAccessConformance(door, () => openBehind(door))
