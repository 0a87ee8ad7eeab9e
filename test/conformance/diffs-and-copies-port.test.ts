import { doors, openBehind } from '../support/cluster-doors.ts'
import { diffsAndCopiesConformance } from './diffs-and-copies-port.ts'

for (const door of doors) diffsAndCopiesConformance(door, () => openBehind(door))
