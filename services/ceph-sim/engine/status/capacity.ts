import { NoSpaceError, QuotaExceededError } from '#kernel/errors/domain-error.ts'
import { inOsds, type OsdMap, osdMapOf } from '../osds/osd-map.ts'
import { copiesOf } from '../osds/placement.ts'
import { metadataObjects } from '../rados/rados-objects.ts'
import type { ClusterState, PoolState } from '../state.ts'
import { allocatedBytes } from './allocation.ts'

/**
 * Space, as Ceph counts it:
 *
 *     raw use of a pool  = stored bytes x replicas that there are
 *     MAX AVAIL          = (avail of an osd - (1 - full ratio) x size of an osd) x osds / min(replicas, osds)
 *
 * over the osds that are in, each taking a share by its size. Real placement is uneven by a few percent, so a real MAX
 * AVAIL, which follows the fullest osd, is a little lower. @see golden/rbd 15 and 19
 */
export interface CapacitySettings {
  readonly osds: number
  readonly osdSizeBytes: number
  /** Of new pools. */
  readonly replicas: number
  readonly fullRatio: number
  readonly nearFullRatio: number
  /** What one osd reads or writes for recovery. */
  readonly recoveryBytesPerSecond: number
  /** See `FullPolicy`. */
  readonly fullPolicy: FullPolicy
}

/**
 * What happens to a writer when there is no room. `wait` is what Ceph does: it waits until there is, and a pool's quota
 * is enforced some seconds late, so that a burst runs past it. `fail` is what a simulation can go on from: an error at
 * once, and exact quotas.
 */
export type FullPolicy = 'fail' | 'wait'

export type Fullness = 'ok' | 'nearfull' | 'backfillfull' | 'full'

/** What an empty bluestore osd uses for its log and metadata (golden/rbd 19), but no more than 3 % of a toy osd. */
const osdOverheadBytes = 290 * 2 ** 20
const osdOverheadShare = 0.03

export const defaultCapacity: CapacitySettings = {
  osds: 3,
  osdSizeBytes: 2 ** 40,
  replicas: 3,
  fullRatio: 0.95,
  nearFullRatio: 0.85,
  recoveryBytesPerSecond: 100e6,
  fullPolicy: 'fail',
}

export function maxAvailBytes(osd: {
  osds: number
  osdSizeBytes: number
  osdAvailBytes: number
  fullRatio: number
  replicas: number
}): number {
  const usable = osd.osdAvailBytes - (1 - osd.fullRatio) * osd.osdSizeBytes
  return Math.max(0, Math.floor((usable * osd.osds) / Math.min(osd.replicas, osd.osds) + 1e-6))
}

export interface RawUsage {
  readonly totalBytes: number
  readonly usedBytes: number
  readonly availBytes: number
  readonly fullness: Fullness
}

/** Of the osds that are in. @param poolsBytes - raw bytes on them; what the pools' data takes when absent */
export function rawUsage(state: ClusterState, poolsBytes = poolsRawBytes(state)): RawUsage {
  const map = osdMapOf(state)
  const { totalBytes, overheadBytes } = roomOf(map)
  const usedBytes = Math.min(totalBytes, overheadBytes + poolsBytes)
  return { totalBytes, usedBytes, availBytes: totalBytes - usedBytes, fullness: fullnessOf(map, usedBytes, totalBytes) }
}

function fullnessOf({ ratios }: OsdMap, usedBytes: number, totalBytes: number): Fullness {
  if (usedBytes >= totalBytes * ratios.full) return 'full'
  if (usedBytes >= totalBytes * ratios.backfillFull) return 'backfillfull'
  return usedBytes >= totalBytes * ratios.nearFull ? 'nearfull' : 'ok'
}

/** Of the data alone: stored bytes, once for each replica. */
export function poolRawBytes(state: ClusterState, pool: PoolState): number {
  return pool.storedBytes * copiesOf(osdMapOf(state), pool).all
}

export function poolMaxAvailBytes(
  state: ClusterState,
  pool: PoolState,
  availBytes = rawUsage(state).availBytes,
): number {
  const map = osdMapOf(state)
  const osds = inOsds(map).length
  if (osds === 0) return 0
  return maxAvailBytes({
    osds,
    osdSizeBytes: roomOf(map).totalBytes / osds,
    osdAvailBytes: availBytes / osds,
    fullRatio: map.ratios.full,
    replicas: pool.replicas,
  })
}

/** What a pool stores, counting RBD's own objects; on disk, by whole allocation units and once for each replica. */
export interface PoolSpace {
  readonly storedBytes: number
  readonly objects: number
  /** Those of the objects that only snapshots have. */
  readonly clones: number
  /** Objects of which nothing is left. */
  readonly lostObjects: number
  readonly usedBytes: number
  readonly usedOnInOsdsBytes: number
}

/** Takes as long as there are images. */
export function poolSpace(state: ClusterState, pool: PoolState): PoolSpace {
  let { storedBytes } = pool
  let [objects, allocated] = [pool.storedObjects, 0]
  let [clones, lostObjects] = [0, 0]
  for (const { lengths } of metadataObjects(pool)) {
    objects++
    for (const length of lengths) {
      storedBytes += length
      allocated += allocatedBytes(length)
    }
  }
  for (const image of state.images.values()) {
    if (image.pool === pool) lostObjects += image.lostMetadata?.length ?? 0
    if (image.dataPool !== pool) continue
    allocated += image.objects.allocatedBytes
    clones += image.objects.clones
    lostObjects += Object.keys(image.lost ?? {}).length
  }
  const copies = copiesOf(osdMapOf(state), pool)
  const [usedBytes, usedOnInOsdsBytes] = [allocated * copies.all, allocated * copies.onInOsds].map(Math.round)
  return { storedBytes, objects, clones, lostObjects, usedBytes: usedBytes!, usedOnInOsdsBytes: usedOnInOsdsBytes! }
}

/**
 * Refuses what would take the cluster past its full ratio or, where quotas are exact, the pool past its own.
 *
 * @param reservedBytes - raw bytes that writes under way were already promised
 * @throws NoSpaceError (ENOSPC); QuotaExceededError (EDQUOT)
 */
export function assertSpace(state: ClusterState, pool: PoolState, storedDeltaBytes: number, reservedBytes = 0): void {
  if (storedDeltaBytes <= 0) return
  const map = osdMapOf(state)
  const { totalBytes, overheadBytes } = roomOf(map)
  const needed = storedDeltaBytes * copiesOf(map, pool).onInOsds
  if (overheadBytes + poolsRawBytes(state) + reservedBytes + needed > totalBytes * map.ratios.full) {
    throw noSpace(pool, needed)
  }
  if (pool.quotaMaxBytes > 0 && state.capacity.fullPolicy === 'fail') {
    if (pool.storedBytes + storedDeltaBytes > pool.quotaMaxBytes) throw quotaExceeded(pool)
  }
}

/** Refuses to make anything new in a full cluster or pool. @throws NoSpaceError (ENOSPC); QuotaExceededError (EDQUOT) */
export function assertNotFull(state: ClusterState, pool: PoolState): void {
  if (rawUsage(state).fullness === 'full') throw noSpace(pool, 0)
  if (state.capacity.fullPolicy === 'fail' && isOverQuota(pool)) throw quotaExceeded(pool)
}

/** Whether a pool has as much as its quota allows. */
export function isOverQuota(pool: PoolState): boolean {
  const { quotaMaxBytes, quotaMaxObjects, storedBytes } = pool
  if (quotaMaxBytes > 0 && storedBytes >= quotaMaxBytes) return true
  return quotaMaxObjects > 0 && pool.storedObjects + metadataCount(pool) >= quotaMaxObjects
}

/** RBD's own objects in a pool: `rbd_info` and the directories; id, header and object maps of images. */
export function metadataCount(pool: PoolState): number {
  let count = 0
  for (const _ of metadataObjects(pool)) count++
  return count
}

export function noSpace(pool: PoolState, neededBytes: number): NoSpaceError {
  return new NoSpaceError(`no space left in the cluster for pool '${pool.name}': it is at its full ratio`, {
    errno: 'ENOSPC',
    reason: 'cluster_full',
    pool: pool.name,
    neededRawBytes: neededBytes,
  })
}

export function quotaExceeded(pool: PoolState): QuotaExceededError {
  return new QuotaExceededError(`pool '${pool.name}' has reached its quota`, {
    errno: 'EDQUOT',
    reason: 'pool_full',
    pool: pool.name,
  })
}

/** What an empty osd of this size uses. */
export function osdOverhead(sizeBytes: number): number {
  return Math.floor(Math.min(osdOverheadBytes, sizeBytes * osdOverheadShare))
}

interface Room {
  readonly totalBytes: number
  readonly overheadBytes: number
}

const rooms = new WeakMap<OsdMap, Room>()

/** Of the osds that are in. */
function roomOf(map: OsdMap): Room {
  let room = rooms.get(map)
  if (!room) {
    const osds = inOsds(map)
    const totalBytes = osds.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    room = { totalBytes, overheadBytes: osds.reduce((sum, { sizeBytes }) => sum + osdOverhead(sizeBytes), 0) }
    rooms.set(map, room)
  }
  return room
}

function poolsRawBytes(state: ClusterState): number {
  const map = osdMapOf(state)
  let bytes = 0
  for (const pool of state.pools.values()) {
    if (pool.storedBytes > 0) bytes += pool.storedBytes * copiesOf(map, pool).onInOsds
  }
  return bytes
}
