import { doors, openBehind } from '../support/cluster-doors.ts'
import { authPortConformance } from './auth-port.ts'

for (const door of doors) authPortConformance(door, () => openBehind(door))
