import { doors, openBehind } from '../support/cluster-doors.ts'
import { GiB } from '../support/memory-cluster.ts'
import { poolsAndOsdsConformance } from './pools-and-osds-port.ts'

const capacity = { osds: 4, osdSizeBytes: 100 * GiB, replicas: 3 }

for (const door of doors) poolsAndOsdsConformance(door, () => openBehind(door, { capacity }))
