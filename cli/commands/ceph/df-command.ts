import type { ClusterStatus, PoolReport } from '#ceph-sim/port/status.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { Fraction } from '../../format/document.ts'
import { formatTextTable } from '../../format/text-table.ts'
import { type CephCommand, printJson } from './ceph-context.ts'
import { countText, percent, share } from './units.ts'

export const df: CephCommand = {
  names: ['df'],
  run: async (context, [detail]) => {
    const status = await (await context.cluster()).status.report({ signal: context.io.signal })
    const isDetailed = detail === 'detail'
    if (context.format === 'plain') context.io.stdout(dfText(status, isDetailed))
    else printJson(context, dfDocument(status, isDetailed))
  },
}

const right = (heading: string) => ({ heading, heads: 'right', values: 'right' }) as const

function dfText({ totalBytes, availBytes, usedBytes, pools }: ClusterStatus, isDetailed: boolean): string {
  const used = formatBytes(usedBytes)
  const raw = [formatBytes(totalBytes), formatBytes(availBytes), used, used, percent(usedBytes, totalBytes)]
  const rawTable = formatTextTable(
    [{ heading: 'CLASS' }, ...['SIZE', 'AVAIL', 'USED', 'RAW USED', '%RAW USED'].map(right)],
    [
      ['hdd', ...raw],
      ['TOTAL', ...raw],
    ],
  )
  const headings = isDetailed ? detailedHeadings : plainHeadings
  const poolTable = formatTextTable(
    [{ heading: 'POOL' }, ...headings.map(right)],
    pools.map((pool) => [pool.name, ...(isDetailed ? detailedCells(pool) : plainCells(pool))]),
  )
  return `--- RAW STORAGE ---\n${rawTable} \n--- POOLS ---\n${poolTable}`
}

const plainHeadings = ['ID', 'PGS', 'STORED', 'OBJECTS', 'USED', '%USED', 'MAX AVAIL']
const detailedHeadings = [
  ...['ID', 'PGS', 'STORED', '(DATA)', '(OMAP)', 'OBJECTS', 'USED', '(DATA)', '(OMAP)', '%USED', 'MAX AVAIL'],
  ...['QUOTA OBJECTS', 'QUOTA BYTES', 'DIRTY', 'USED COMPR', 'UNDER COMPR'],
]

function plainCells(pool: PoolReport): readonly string[] {
  const { id, pgNum, storedBytes, objects, usedBytes, maxAvailBytes } = pool
  return [
    ...[String(id), String(pgNum), formatBytes(storedBytes), countText(objects), formatBytes(usedBytes)],
    ...[percent(usedBytes, reachableBytes(pool)), formatBytes(maxAvailBytes)],
  ]
}

/** Omap is what keys and values take in an osd's database, which is not counted here. */
function detailedCells(pool: PoolReport): readonly string[] {
  const [id, pgNum, stored, objects, used, percentUsed, maxAvail] = plainCells(pool) as [string, ...string[]]
  const { quotaMaxObjects, quotaMaxBytes } = pool
  return [
    ...[id, pgNum!, stored!, stored!, '0 B', objects!, used!, used!, '0 B', percentUsed!, maxAvail!],
    quotaMaxObjects > 0 ? countText(quotaMaxObjects) : 'N/A',
    quotaMaxBytes > 0 ? formatBytes(quotaMaxBytes) : 'N/A',
    ...['N/A', '0 B', '0 B'],
  ]
}

function dfDocument({ totalBytes, availBytes, usedBytes, osds, pools }: ClusterStatus, isDetailed: boolean) {
  const stats = {
    total_bytes: totalBytes,
    total_avail_bytes: availBytes,
    total_used_bytes: usedBytes,
    total_used_raw_bytes: usedBytes,
    total_used_raw_ratio: new Fraction(share(usedBytes, totalBytes)),
  }
  const count = osds.length
  return {
    stats: { ...stats, num_osds: count, num_per_pool_osds: count, num_per_pool_omap_osds: count },
    stats_by_class: { hdd: stats },
    pools: pools.map((pool) => ({
      name: pool.name,
      id: pool.id,
      stats: isDetailed ? detailedStats(pool) : plainStats(pool),
    })),
  }
}

function plainStats(pool: PoolReport) {
  return {
    stored: pool.storedBytes,
    objects: pool.objects,
    kb_used: Math.ceil(pool.usedBytes / 1024),
    bytes_used: pool.usedBytes,
    percent_used: new Fraction(share(pool.usedBytes, reachableBytes(pool))),
    max_avail: pool.maxAvailBytes,
  }
}

function detailedStats(pool: PoolReport) {
  const { io } = pool
  const { stored, objects, kb_used, bytes_used, percent_used, max_avail } = plainStats(pool)
  return {
    stored,
    stored_data: stored,
    stored_omap: 0,
    objects,
    kb_used,
    bytes_used,
    data_bytes_used: bytes_used,
    omap_bytes_used: 0,
    percent_used,
    max_avail,
    quota_objects: pool.quotaMaxObjects,
    quota_bytes: pool.quotaMaxBytes,
    dirty: 0,
    rd: io.reads,
    rd_bytes: io.readBytes,
    wr: io.writes,
    wr_bytes: io.writtenBytes,
    compress_bytes_used: 0,
    compress_under_bytes: 0,
    stored_raw: stored * pool.copies,
    avail_raw: max_avail * pool.copies,
  }
}

/** What a pool uses and could use, raw: the denominator of its `%USED`. */
function reachableBytes({ usedBytes, maxAvailBytes, copies }: PoolReport): number {
  return usedBytes + maxAvailBytes * copies
}
