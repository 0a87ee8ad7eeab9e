import type { ClusterStatus, PoolReport } from '#ceph-sim/port/status.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { formatJson } from '../../format/document.ts'
import { formatTextTable } from '../../format/text-table.ts'
import type { RadosCommand } from './rados-context.ts'

export const listPools: RadosCommand = {
  names: ['lspools'],
  parameters: [],
  run: async (context) => {
    const pools = await (await context.cluster()).listPools({ signal: context.io.signal })
    context.io.stdout(pools.map(({ name }) => `${name}\n`).join(''))
  },
}

/** `rados df`: of every pool by name, or of the one that `-p` names. */
export const df: RadosCommand = {
  names: ['df'],
  parameters: [],
  run: async (context) => {
    const only = context.args.get('pool')
    const status = await (await context.cluster()).status.report({ signal: context.io.signal })
    const pools = status.pools
      .filter(({ name }) => only === undefined || name === only)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    if (context.args.get('format') === 'json') context.io.stdout(formatJson(dfDocument(status, pools), false))
    else context.io.stdout(dfText(status, pools))
  },
}

const dfHeadings = [
  ...['USED', 'OBJECTS', 'CLONES', 'COPIES', 'MISSING_ON_PRIMARY', 'UNFOUND', 'DEGRADED'],
  ...['RD_OPS', 'RD', 'WR_OPS', 'WR', 'USED COMPR', 'UNDER COMPR'],
]

/** Nothing is compressed here. */
function dfText({ usedBytes, availBytes, totalBytes }: ClusterStatus, pools: readonly PoolReport[]): string {
  const rows = pools.map((pool) => {
    const { objects, replicas, clones, lostObjects, degradedCopies, io } = pool
    const counts = [objects, clones, objects * replicas, lostObjects, lostObjects, degradedCopies].map(String)
    const reads = [String(io.reads), formatBytes(io.readBytes)]
    const writes = [String(io.writes), formatBytes(io.writtenBytes)]
    return [pool.name, formatBytes(pool.usedBytes), ...counts, ...reads, ...writes, '0 B', '0 B']
  })
  const right = (heading: string) => ({ heading, heads: 'right', values: 'right' }) as const
  const totals = [
    `total_objects    ${sumOf(pools)}`,
    `total_used       ${formatBytes(usedBytes)}`,
    `total_avail      ${formatBytes(availBytes)}`,
    `total_space      ${formatBytes(totalBytes)}`,
  ]
  return `${formatTextTable([{ heading: 'POOL_NAME' }, ...dfHeadings.map(right)], rows)}\n${totals.join('\n')}\n`
}

function dfDocument({ usedBytes, availBytes, totalBytes }: ClusterStatus, pools: readonly PoolReport[]) {
  const kib = (bytes: number) => Math.floor(bytes / 1024)
  return {
    pools: pools.map(({ name, id, usedBytes: used, objects, replicas, clones, lostObjects, degradedCopies, io }) => ({
      ...{ name, id, size_bytes: used, size_kb: kib(used), num_objects: objects, num_object_clones: clones },
      num_object_copies: objects * replicas,
      num_objects_missing_on_primary: lostObjects,
      num_objects_unfound: lostObjects,
      num_objects_degraded: degradedCopies,
      ...{ read_ops: io.reads, read_bytes: io.readBytes, write_ops: io.writes, write_bytes: io.writtenBytes },
      ...{ compress_bytes_used: 0, compress_under_bytes: 0 },
    })),
    total_objects: sumOf(pools),
    ...{ total_used: kib(usedBytes), total_avail: kib(availBytes), total_space: kib(totalBytes) },
  }
}

function sumOf(pools: readonly PoolReport[]): number {
  return pools.reduce((sum, { objects }) => sum + objects, 0)
}
