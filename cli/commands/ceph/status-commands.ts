import type { ClusterUsage, PoolUsage } from '#ceph-sim/rbd.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { Fraction, formatJson } from '../../format/document.ts'
import { formatTextTable } from '../../format/text-table.ts'
import { type CephCommand, printJson } from './ceph-context.ts'
import { healthChecks, healthDetail, healthDocument, healthLine } from './health.ts'

export const fsid: CephCommand = {
  names: ['fsid'],
  run: async (context) => {
    const { fsid } = await (await context.cluster()).cluster({ signal: context.io.signal })
    if (context.format === 'plain') context.io.stdout(`${fsid}\n`)
    else printJson(context, { fsid })
  },
}

export const df: CephCommand = {
  names: ['df'],
  run: async (context) => {
    const rbd = await context.cluster()
    const usage = await rbd.df({ signal: context.io.signal })
    if (context.format === 'plain') context.io.stdout(dfText(usage, await replicasByPool()))
    else printJson(context, dfDocument(usage, await replicasByPool()))

    async function replicasByPool() {
      const pools = await rbd.listPools({ signal: context.io.signal })
      return new Map(pools.map(({ name, replicas }) => [name, replicas]))
    }
  },
}

type Replicas = ReadonlyMap<string, number>

const right = (heading: string) => ({ heading, heads: 'right', values: 'right' }) as const

function dfText({ totalBytes, availBytes, usedBytes, pools }: ClusterUsage, replicas: Replicas): string {
  const rawPercent = percent(usedBytes, totalBytes)
  const raw = [
    formatBytes(totalBytes),
    formatBytes(availBytes),
    formatBytes(usedBytes),
    formatBytes(usedBytes),
    rawPercent,
  ]
  const rawTable = formatTextTable(
    [{ heading: 'CLASS' }, right('SIZE'), right('AVAIL'), right('USED'), right('RAW USED'), right('%RAW USED')],
    [
      ['hdd', ...raw],
      ['TOTAL', ...raw],
    ],
  )
  const poolTable = formatTextTable(
    [{ heading: 'POOL' }, ...['ID', 'PGS', 'STORED', 'OBJECTS', 'USED', '%USED', 'MAX AVAIL'].map(right)],
    pools.map((pool) => [
      pool.name,
      String(pool.id),
      String(pool.pgNum),
      formatBytes(pool.storedBytes),
      countText(pool.objects),
      formatBytes(pool.usedBytes),
      percent(pool.usedBytes, reachableBytes(pool, replicas)),
      formatBytes(pool.maxAvailBytes),
    ]),
  )
  return `--- RAW STORAGE ---\n${rawTable} \n--- POOLS ---\n${poolTable}`
}

function dfDocument({ totalBytes, availBytes, usedBytes, pools }: ClusterUsage, replicas: Replicas) {
  const stats = {
    total_bytes: totalBytes,
    total_avail_bytes: availBytes,
    total_used_bytes: usedBytes,
    total_used_raw_bytes: usedBytes,
    total_used_raw_ratio: new Fraction(totalBytes > 0 ? usedBytes / totalBytes : 0),
  }
  return {
    stats,
    stats_by_class: { hdd: stats },
    pools: pools.map((pool) => ({
      name: pool.name,
      id: pool.id,
      stats: {
        stored: pool.storedBytes,
        objects: pool.objects,
        kb_used: Math.ceil(pool.usedBytes / 1024),
        bytes_used: pool.usedBytes,
        percent_used: new Fraction(share(pool.usedBytes, reachableBytes(pool, replicas))),
        max_avail: pool.maxAvailBytes,
      },
    })),
  }
}

/** What a pool uses and could use, raw: the denominator of its `%USED`. */
function reachableBytes({ name, usedBytes, maxAvailBytes }: PoolUsage, replicas: Replicas): number {
  return usedBytes + maxAvailBytes * (replicas.get(name) ?? 1)
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

/** `0`, or two decimals. */
function percent(part: number, whole: number): string {
  const hundredths = Math.round(share(part, whole) * 10_000)
  return hundredths === 0 ? '0' : (hundredths / 100).toFixed(2)
}

/** Object counts in thousands: `28`, `1.23k`. */
function countText(count: number): string {
  const steps = ['', 'k', 'M', 'G']
  let step = 0
  let value = count
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000
    step++
  }
  if (step === 0) return String(count)
  return `${value.toPrecision(3)}${steps[step]}`
}

export const health: CephCommand = {
  names: ['health'],
  run: async (context, [detail]) => {
    const checks = healthChecks(await (await context.cluster()).df({ signal: context.io.signal }))
    if (context.format !== 'plain') {
      context.io.stdout(`\n${formatJson(healthDocument(checks), context.format === 'json-pretty')}`)
    } else context.io.stdout(detail === 'detail' ? healthDetail(checks) : `${healthLine(checks)}\n`)
  },
}

/** `-s`: of one simulated cluster, whose daemons are always up. */
export const status: CephCommand = {
  names: ['status', '-s'],
  run: async (context) => {
    const rbd = await context.cluster()
    const call = { signal: context.io.signal }
    const [{ fsid }, usage] = await Promise.all([rbd.cluster(call), rbd.df(call)])
    const checks = healthChecks(usage)
    const sum = (pick: (pool: PoolUsage) => number) => usage.pools.reduce((total, pool) => total + pick(pool), 0)
    const pgs = sum(({ pgNum }) => pgNum)
    const objects = sum((pool) => pool.objects)
    const stored = sum(({ storedBytes }) => storedBytes)
    if (context.format !== 'plain') {
      printJson(context, {
        fsid,
        health: healthDocument(checks),
        pgmap: {
          pgs_by_state: [{ state_name: 'active+clean', count: pgs }],
          num_pgs: pgs,
          num_pools: usage.pools.length,
          num_objects: objects,
          data_bytes: stored,
          bytes_used: usage.usedBytes,
          bytes_avail: usage.availBytes,
          bytes_total: usage.totalBytes,
        },
      })
      return
    }
    const [first = '', ...others] = [healthStatusLine(), ...checks.map(({ summary }) => summary)]
    const lines = [
      '  cluster:',
      `    id:     ${fsid}`,
      `    health: ${first}`,
      ...others.map((line) => `            ${line}`),
      ' ',
      '  services:',
      '    mon: 1 daemons, quorum a',
      '    mgr: x(active)',
      ' ',
      '  data:',
      `    pools:   ${usage.pools.length} pools, ${pgs} pgs`,
      `    objects: ${countText(objects)} objects, ${formatBytes(stored)}`,
      `    usage:   ${formatBytes(usage.usedBytes)} used, ${formatBytes(usage.availBytes)} / ${formatBytes(usage.totalBytes)} avail`,
      `    pgs:     ${pgs} active+clean`,
      ' ',
    ]
    context.io.stdout(lines.map((line) => `${line}\n`).join(''))

    function healthStatusLine(): string {
      return healthDocument(checks).status
    }
  },
}
