import type { ClusterStatus, GroupTotals, OsdUsage, PoolIo, PoolReport } from '../../port/status.ts'
import { isIn, isUp, type OsdMap, osdMapOf } from '../osds/osd-map.ts'
import { copiesOf } from '../osds/placement.ts'
import { type GroupReport, groupReports, groupsByOsd } from '../osds/placement-groups.ts'
import { isFlag } from '../pools/pool-variables.ts'
import type { ClusterState, PoolState } from '../state.ts'
import { osdOverhead, type PoolSpace, poolMaxAvailBytes, poolSpace, rawUsage } from './capacity.ts'
import { healthChecks } from './health.ts'

/** How long osds take until they have trimmed the snapshot that `rbd pool init` tried. */
const trimMs = 10_000
const noIo: PoolIo = { reads: 0, readBytes: 0, writes: 0, writtenBytes: 0 }

/** What a report needs beside the state: what only a cluster at work knows. */
export interface ReportContext {
  readonly name: string
  readonly fsid: string
  readonly nowMs: number
  readonly startedMs: number
  readonly ioOf: (pool: PoolState) => PoolIo | undefined
  readonly isQuotaFull: (pool: PoolState) => boolean
}

/** Takes as long as there are images and, while the cluster is not sound, objects. */
export function clusterReport(state: ClusterState, context: ReportContext): ClusterStatus {
  const { name, fsid, nowMs, startedMs } = context
  const map = osdMapOf(state)
  const pools = [...state.pools.values()].sort((a, b) => a.id - b.id)
  const spaces = new Map(pools.map((pool) => [pool, poolSpace(state, pool)]))
  const spaceOf = (pool: PoolState) => spaces.get(pool)!
  const onInOsds = pools.reduce((sum, pool) => sum + spaceOf(pool).usedOnInOsdsBytes, 0)
  const { totalBytes, usedBytes, availBytes, fullness } = rawUsage(state, onInOsds)
  const groups = groupReports(state, nowMs)
  const health = healthChecks(state, { nowMs, fullness, groups, spaceOf, isQuotaFull: context.isQuotaFull })
  const { last } = map.recovery
  const seconds = last && nowMs < last.endsMs ? (last.endsMs - last.startedMs) / 1000 : undefined
  return {
    ...{ name, fsid, nowMs, startedMs },
    monitorAddress: state.conf.mon_host ?? '[v2:127.0.0.1:3300/0,v1:127.0.0.1:6789/0]',
    host: state.conf.host ?? name,
    osdMap: {
      epoch: map.epoch,
      createdMs: map.createdMs,
      modifiedMs: map.modifiedMs,
      flags: map.flags,
      fullRatio: map.ratios.full,
      backfillFullRatio: map.ratios.backfillFull,
      nearFullRatio: map.ratios.nearFull,
      minCompatClient: state.settings.minCompatClient,
    },
    osds: osdUsages(state, map, onInOsds, context),
    groups: totalsOf(groups),
    ...{ totalBytes, usedBytes, availBytes },
    pools: pools.map((pool) => ({
      ...poolReport(state, pool, { ...context, space: spaceOf(pool), availBytes, fullness }),
      degradedCopies: totalsOf(groups.filter((group) => group.pool === pool)).degradedCopies,
    })),
    health,
    recoveryBytesPerSecond: seconds ? last!.bytes / seconds : 0,
    recoveryObjectsPerSecond: seconds ? last!.objects / seconds : 0,
  }
}

/** Data is shared out by the placement groups that an osd has; of all osds alike, where they are all in, evenly. */
function osdUsages(
  state: ClusterState,
  map: OsdMap,
  dataBytes: number,
  { nowMs, startedMs }: ReportContext,
): readonly OsdUsage[] {
  const counts = groupsByOsd(state)
  const inSize = map.osds.reduce((sum, osd) => sum + (isIn(osd) ? osd.sizeBytes * osd.reweight : 0), 0)
  return map.osds.map((osd) => ({
    id: osd.id,
    up: isUp(osd, nowMs),
    upSinceMs: Math.max(startedMs, osd.up ? osd.upSinceMs : (osd.returnsAtMs ?? osd.upSinceMs)),
    inSinceMs: Math.max(startedMs, osd.inSinceMs),
    reweight: osd.reweight,
    weight: osd.weight,
    sizeBytes: osd.sizeBytes,
    dataBytes: inSize > 0 ? Math.round((dataBytes * osd.sizeBytes * osd.reweight) / inSize) : 0,
    metaBytes: osdOverhead(osd.sizeBytes),
    groups: counts.get(osd.id) ?? 0,
    failed: osd.disk === 'failed',
  }))
}

function totalsOf(groups: readonly GroupReport[]): GroupTotals {
  const counts = new Map<string, number>()
  for (const { state } of groups) counts.set(state, (counts.get(state) ?? 0) + 1)
  const sum = (pick: (group: GroupReport) => number) => groups.reduce((total, group) => total + pick(group), 0)
  return {
    total: groups.length,
    states: [...counts]
      .map(([state, count]) => ({ state, count }))
      .sort((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1)),
    remapped: groups.filter(({ state }) => state.includes('remapped')).length,
    copies: sum(({ copies }) => copies),
    degradedCopies: sum(({ degradedCopies }) => degradedCopies),
    misplacedCopies: sum(({ misplacedCopies }) => misplacedCopies),
  }
}

function poolReport(
  state: ClusterState,
  pool: PoolState,
  context: ReportContext & { space: PoolSpace; availBytes: number; fullness: string },
): Omit<PoolReport, 'degradedCopies'> {
  const { id, name, replicas, minSize, pgNum, pgpNum, crushRule, quotaMaxBytes, quotaMaxObjects } = pool
  const { space, nowMs } = context
  const isTrimming = pool.trimmedFromMs !== undefined && nowMs - pool.trimmedFromMs < trimMs
  return {
    ...{ id, name, replicas, minSize, pgNum, pgpNum, crushRule, quotaMaxBytes, quotaMaxObjects },
    copies: copiesOf(osdMapOf(state), pool).all,
    flags: flagsOf(pool, context),
    applications: Object.entries(pool.applications).map(([application, pairs]) => ({
      name: application,
      pairs: pairsOf(pairs),
    })),
    options: pairsOf(pool.options),
    createdMs: pool.createdMs,
    lastChange: pool.lastChange,
    snapEpoch: pool.snapEpoch,
    snapSeq: pool.initialized ? pool.nextSnapshotId - 1 : 0,
    removedSnapshotsQueue: isTrimming ? '2~1' : '',
    storedBytes: space.storedBytes,
    usedBytes: space.usedBytes,
    objects: space.objects,
    clones: space.clones,
    lostObjects: space.lostObjects,
    maxAvailBytes: poolMaxAvailBytes(state, pool, context.availBytes),
    io: context.ioOf(pool) ?? noIo,
  }
}

function flagsOf(pool: PoolState, { isQuotaFull, fullness }: ReportContext & { fullness: string }): readonly string[] {
  const byQuota = isQuotaFull(pool)
  const set = Object.entries(pool.options).flatMap(([key, value]) => (isFlag(key) && value === 'true' ? [key] : []))
  return [
    ...(pool.options.hashpspool === 'false' ? [] : ['hashpspool']),
    ...(byQuota || fullness === 'full' ? ['full'] : []),
    ...(byQuota ? ['full_quota'] : []),
    ...(fullness === 'nearfull' || fullness === 'backfillfull' ? [fullness] : []),
    ...set.filter((flag) => flag !== 'hashpspool'),
    ...(pool.initialized ? ['selfmanaged_snaps'] : []),
  ]
}

function pairsOf(record: Readonly<Record<string, string>>) {
  return Object.entries(record).map(([key, value]) => ({ key, value }))
}
