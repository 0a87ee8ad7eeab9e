import { NoSpaceError } from '#kernel/errors/domain-error.ts'
import type { ClusterState, PoolState } from './state.ts'

/**
 * Space, as Ceph counts it:
 *
 *     raw use of a pool  = stored bytes x min(replicas, osds)
 *     MAX AVAIL          = (avail of an osd - (1 - full ratio) x size of an osd) x osds / min(replicas, osds)
 *
 * with equal osds, each taking an equal share. Real placement is uneven by a few percent, so a real MAX AVAIL, which
 * follows the fullest osd, is a little lower. @see golden/rbd 15 and 19
 */
export interface CapacitySettings {
  readonly osds: number
  readonly osdSizeBytes: number
  /** Of new pools. */
  readonly replicas: number
  readonly fullRatio: number
  readonly nearFullRatio: number
}

export type Fullness = 'ok' | 'nearfull' | 'full'

/** What an empty bluestore osd uses for its log and metadata (golden/rbd 19), but no more than 3 % of a toy osd. */
const osdOverheadBytes = 290 * 2 ** 20
const osdOverheadShare = 0.03

export const defaultCapacity: CapacitySettings = {
  osds: 3,
  osdSizeBytes: 2 ** 40,
  replicas: 3,
  fullRatio: 0.95,
  nearFullRatio: 0.85,
}

export function effectiveReplicas(settings: { osds: number }, replicas: number): number {
  return Math.min(replicas, settings.osds)
}

export function maxAvailBytes(osd: {
  osds: number
  osdSizeBytes: number
  osdAvailBytes: number
  fullRatio: number
  replicas: number
}): number {
  const usable = osd.osdAvailBytes - (1 - osd.fullRatio) * osd.osdSizeBytes
  return Math.max(0, Math.floor((usable * osd.osds) / effectiveReplicas(osd, osd.replicas) + 1e-6))
}

export interface RawUsage {
  readonly totalBytes: number
  readonly usedBytes: number
  readonly availBytes: number
  readonly fullness: Fullness
}

export function rawUsage(state: ClusterState): RawUsage {
  const { capacity } = state
  const totalBytes = capacity.osds * capacity.osdSizeBytes
  const usedBytes = Math.min(totalBytes, overheadBytes(capacity) + poolsRawBytes(state))
  const fullness =
    usedBytes >= totalBytes * capacity.fullRatio
      ? 'full'
      : usedBytes >= totalBytes * capacity.nearFullRatio
        ? 'nearfull'
        : 'ok'
  return { totalBytes, usedBytes, availBytes: totalBytes - usedBytes, fullness }
}

export function poolRawBytes(state: ClusterState, pool: PoolState): number {
  return pool.storedBytes * effectiveReplicas(state.capacity, pool.replicas)
}

export function poolMaxAvailBytes(state: ClusterState, pool: PoolState): number {
  const { capacity } = state
  return maxAvailBytes({
    ...capacity,
    osdAvailBytes: rawUsage(state).availBytes / capacity.osds,
    replicas: pool.replicas,
  })
}

/**
 * Refuses what would take the cluster past its full ratio. Real Ceph lets the writer wait instead; an error is what a
 * simulation can go on from (and what librbd gives when asked not to wait).
 *
 * @param reservedBytes - stored bytes that writes under way were already promised, in raw bytes
 * @throws NoSpaceError (ENOSPC)
 */
export function assertSpace(state: ClusterState, pool: PoolState, storedDeltaBytes: number, reservedBytes = 0): void {
  if (storedDeltaBytes <= 0) return
  const { capacity } = state
  const limit = capacity.osds * capacity.osdSizeBytes * capacity.fullRatio
  const needed = storedDeltaBytes * effectiveReplicas(capacity, pool.replicas)
  if (overheadBytes(capacity) + poolsRawBytes(state) + reservedBytes + needed > limit) throw noSpace(pool, needed)
}

/** Refuses to make anything new in a full cluster. @throws NoSpaceError (ENOSPC) */
export function assertNotFull(state: ClusterState, pool: PoolState): void {
  if (rawUsage(state).fullness === 'full') throw noSpace(pool, 0)
}

function noSpace(pool: PoolState, neededBytes: number): NoSpaceError {
  return new NoSpaceError(`no space left in the cluster for pool '${pool.name}': it is at its full ratio`, {
    errno: 'ENOSPC',
    reason: 'cluster_full',
    pool: pool.name,
    neededRawBytes: neededBytes,
  })
}

function overheadBytes(capacity: CapacitySettings): number {
  return capacity.osds * Math.floor(Math.min(osdOverheadBytes, capacity.osdSizeBytes * osdOverheadShare))
}

function poolsRawBytes(state: ClusterState): number {
  let bytes = 0
  for (const pool of state.pools.values()) bytes += poolRawBytes(state, pool)
  return bytes
}
