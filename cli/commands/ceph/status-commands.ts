import type { ClusterStatus, PoolReport } from '#ceph-sim/port/status.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { formatDump } from '../../format/dates.ts'
import { cephVersion } from '../rbd/version.ts'
import { type CephCommand, printJson, printJsonAlways, printJsonUnended } from './ceph-context.ts'
import { osdCounts, osdSummary, report } from './cluster-status.ts'
import { healthDetail, healthDocument, healthLine, healthStatus } from './health.ts'
import { ageText, countText, share } from './units.ts'

/** One monitor, which elected itself once, and one manager. */
const monitor = { name: 'a', rank: 0, electionEpoch: 3, mapEpoch: 1 } as const
const manager = { name: 'x', mapEpoch: 4, modules: ['iostat', 'nfs', 'restful'] } as const

export const fsid: CephCommand = {
  names: ['fsid'],
  run: async (context) => {
    const { fsid } = await (await context.cluster()).cluster({ signal: context.io.signal })
    if (context.format === 'plain') context.io.stdout(`${fsid}\n`)
    else printJsonUnended(context, { fsid })
  },
}

export const health: CephCommand = {
  names: ['health'],
  run: async (context, [detail]) => {
    const { health: checks } = await report(context)
    if (context.format !== 'plain') printJsonUnended(context, healthDocument(checks, detail === 'detail'))
    else context.io.stdout(detail === 'detail' ? healthDetail(checks) : `${healthLine(checks)}\n`)
  },
}

/** `-s`: of one simulated cluster, whose monitor and manager are always up. */
export const status: CephCommand = {
  names: ['status', '-s'],
  run: async (context) => {
    const found = await report(context)
    if (context.format === 'plain') context.io.stdout(statusText(found))
    else printJson(context, statusDocument(found))
  },
}

function statusText(found: ClusterStatus): string {
  const { fsid, nowMs, startedMs, health: checks, pools, groups } = found
  const since = ageText(nowMs - startedMs)
  const [firstOsdLine = '', ...osdLines] = osdSummary(found)
  const [firstGroupLine = '', ...groupLines] = groupTexts(found)
  const rate = found.recoveryBytesPerSecond
  const recovery = `${formatBytes(Math.round(rate))}/s, ${Math.round(found.recoveryObjectsPerSecond)} objects/s`
  const lines = [
    '  cluster:',
    `    id:     ${fsid}`,
    `    health: ${healthStatus(checks)}`,
    ...checks.map(({ summary }) => `            ${summary}`),
    ' ',
    '  services:',
    `    mon: 1 daemons, quorum ${monitor.name} (age ${since})`,
    `    mgr: ${manager.name}(active, since ${since})`,
    `    osd: ${firstOsdLine}`,
    ...osdLines.map((line) => `         ${line}`),
    ' ',
    '  data:',
    `    pools:   ${pools.length} pools, ${groups.total} pgs`,
    `    objects: ${countText(sum(pools, ({ objects }) => objects))} objects, ${formatBytes(storedOf(pools))}`,
    `    usage:   ${usageText(found)}`,
    ...(groups.total > 0 ? [`    pgs:     ${firstGroupLine}`] : []),
    ...groupLines.map((line) => `             ${line}`),
    ' ',
    ...(rate > 0 ? ['  io:', `    recovery: ${recovery}`, ' '] : []),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function usageText({ usedBytes, availBytes, totalBytes }: ClusterStatus): string {
  return `${formatBytes(usedBytes)} used, ${formatBytes(availBytes)} / ${formatBytes(totalBytes)} avail`
}

/** What is wrong with the placement groups, then how many are in which state, counts in a column. */
function groupTexts({ groups }: ClusterStatus): readonly string[] {
  const inactive = groups.states.filter(({ state }) => !state.startsWith('active') && state !== 'unknown')
  const unknown = groups.states.filter(({ state }) => state === 'unknown')
  const part = (states: typeof inactive) =>
    `${(
      share(
        sum(states, ({ count }) => count),
        groups.total,
      ) * 100
    ).toFixed(3)}%`
  const width = Math.max(...groups.states.map(({ count }) => String(count).length), 0)
  return [
    ...(unknown.length > 0 ? [`${part(unknown)} pgs unknown`] : []),
    ...(inactive.length > 0 ? [`${part(inactive)} pgs not active`] : []),
    ...copiesTexts(groups),
    ...groups.states.map(({ state, count }) => `${String(count).padEnd(width)} ${state}`),
  ]
}

/** `34/62 objects degraded (54.839%)` */
function copiesTexts({ copies, degradedCopies, misplacedCopies }: ClusterStatus['groups']): readonly string[] {
  const text = (count: number, word: string) =>
    `${count}/${copies} objects ${word} (${(share(count, copies) * 100).toFixed(3)}%)`
  return [
    ...(degradedCopies > 0 ? [text(degradedCopies, 'degraded')] : []),
    ...(misplacedCopies > 0 ? [text(misplacedCopies, 'misplaced')] : []),
  ]
}

function statusDocument(found: ClusterStatus) {
  const { fsid, nowMs, startedMs, pools, groups, osdMap } = found
  return {
    fsid,
    health: healthDocument(found.health),
    election_epoch: monitor.electionEpoch,
    quorum: [monitor.rank],
    quorum_names: [monitor.name],
    quorum_age: Math.floor((nowMs - startedMs) / 1000),
    monmap: { epoch: monitor.mapEpoch, min_mon_release_name: 'pacific', num_mons: 1 },
    osdmap: { epoch: osdMap.epoch, ...osdCounts(found) },
    pgmap: {
      pgs_by_state: groups.states.map(({ state, count }) => ({ state_name: state, count })),
      num_pgs: groups.total,
      num_pools: pools.length,
      num_objects: sum(pools, ({ objects }) => objects),
      data_bytes: storedOf(pools),
      bytes_used: found.usedBytes,
      bytes_avail: found.availBytes,
      bytes_total: found.totalBytes,
    },
    fsmap: { epoch: 1, by_rank: [], 'up:standby': 0 },
    mgrmap: { available: true, num_standbys: 0, modules: manager.modules, services: {} },
    servicemap: { epoch: 1, modified: formatDump(osdMap.createdMs), services: {} },
    progress_events: {},
  }
}

const pgStat: CephCommand = {
  names: ['pg stat'],
  run: async (context) => {
    const found = await report(context)
    const { groups, pools } = found
    const states = groups.states.map(({ state, count }) => `${count} ${state}`).join(', ')
    if (context.format !== 'plain') {
      return printJsonUnended(context, {
        pg_ready: true,
        pg_summary: {
          num_pg_by_state: groups.states.map(({ state, count }) => ({ name: state, num: count })),
          num_pgs: groups.total,
          num_bytes: storedOf(pools),
          total_bytes: found.totalBytes,
          total_avail_bytes: found.availBytes,
          total_used_bytes: found.usedBytes,
          total_used_raw_bytes: found.usedBytes,
        },
      })
    }
    const parts = [`${formatBytes(storedOf(pools))} data, ${usageText(found)}`, ...copiesTexts(groups)]
    context.io.stdout(`${groups.total} pgs: ${states}; ${parts.join('; ')}\n`)
  },
}

const monStat: CephCommand = {
  names: ['mon stat'],
  run: async (context) => {
    const { name, rank, electionEpoch, mapEpoch } = monitor
    const { monitorAddress } = await report(context)
    const map = `e${mapEpoch}: 1 mons at {${name}=${monitorAddress}} removed_ranks: {}`
    const plain = `${map}, election epoch ${electionEpoch}, leader ${rank} ${name}, quorum ${rank} ${name}\n`
    if (context.format === 'plain') context.io.stdout(plain)
    else
      printJsonUnended(context, {
        epoch: mapEpoch,
        election_epoch: electionEpoch,
        leader: name,
        quorum: [{ rank, name }],
        num_mons: 1,
      })
  },
}

const mgrStat: CephCommand = {
  names: ['mgr stat'],
  run: async (context) => {
    await context.cluster()
    printJsonAlways(context, { epoch: manager.mapEpoch, available: true, active_name: manager.name, num_standby: 0 })
  },
}

const versions: CephCommand = {
  names: ['versions'],
  run: async (context) => {
    const { osds } = await report(context)
    const of = (count: number) => ({ [cephVersion]: count })
    const up = osds.filter((osd) => osd.up).length
    printJsonAlways(context, { mon: of(1), mgr: of(1), osd: of(up), mds: {}, overall: of(2 + up) })
  },
}

const quorumStatus: CephCommand = {
  names: ['quorum_status'],
  run: async (context) => {
    const { fsid, nowMs, startedMs, osdMap, monitorAddress } = await report(context)
    const { name, rank, electionEpoch, mapEpoch } = monitor
    const created = `${formatDump(osdMap.createdMs).slice(0, -5)}Z`
    const document = {
      election_epoch: electionEpoch,
      quorum: [rank],
      quorum_names: [name],
      quorum_leader_name: name,
      quorum_age: Math.floor((nowMs - startedMs) / 1000),
      features: {
        quorum_con: '4540138314316775423',
        quorum_mon: 'kraken luminous mimic osdmap-prune nautilus octopus pacific elector-pinging'.split(' '),
      },
      monmap: {
        epoch: mapEpoch,
        fsid,
        modified: created,
        created,
        min_mon_release: 16,
        min_mon_release_name: 'pacific',
        mons: [{ rank, name, public_addr: monitorAddress }],
      },
    }
    printJsonUnended(context, document)
    if (context.format === 'plain') context.io.stdout('\n')
  },
}

function storedOf(pools: readonly PoolReport[]): number {
  return sum(pools, ({ storedBytes }) => storedBytes)
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0)
}

export const statusCommands: readonly CephCommand[] = [mgrStat, monStat, pgStat, quorumStatus, versions]
