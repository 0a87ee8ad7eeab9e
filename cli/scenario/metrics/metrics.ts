import { copyDuration } from './copy.ts'
import type { MetricKind } from './metric.ts'
import { poolRawBytes, poolStoredBytes } from './pool-bytes.ts'
import { hostCount, serverCount } from './server-count.ts'
import { wanBytes } from './wan-bytes.ts'

/** What can stand after `metric:`. */
export const metricKinds: Readonly<Record<string, MetricKind>> = {
  'copy.duration': copyDuration,
  'wan.bytes': wanBytes,
  'pool.storedBytes': poolStoredBytes,
  'pool.rawBytes': poolRawBytes,
  'servers.count': serverCount,
  'hosts.count': hostCount,
}

/** Metrics of the scenario format that are refused by name until they are measured. */
export const plannedMetrics: readonly string[] = [
  'copy.bytesDone',
  'storm.duration',
  'boot.time',
  'link.utilisation',
  'link.rate',
  'rollout.nights',
  'rollout.activeTime',
  'wan.wastedBytes',
  'server.ioErrors',
  'fsck.findings',
  'recovery.rpo',
  'recovery.rto',
]
