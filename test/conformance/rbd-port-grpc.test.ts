import { openBehind } from '../support/cluster-doors.ts'
import { rbdPortConformance } from './rbd-port.ts'

rbdPortConformance('over gRPC', (options) => openBehind('over gRPC', options))
