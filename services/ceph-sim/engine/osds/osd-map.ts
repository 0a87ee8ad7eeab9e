import type { ClusterState } from '../state.ts'
import type { CapacitySettings } from '../status/capacity.ts'

/** One osd as the monitors know it. Plain data. */
export interface OsdState {
  readonly id: number
  /** Its daemon answers. See `isUp` for one that was marked down and comes back by itself. */
  readonly up: boolean
  /** 0 is out; between 0 and 1 it takes less than its share. */
  readonly reweight: number
  /** Size in TiB, as CRUSH weighs it. */
  readonly weight: number
  readonly sizeBytes: number
  /** A failed disk took everything on it along. */
  readonly disk: 'working' | 'failed'
  /** Marked down while its daemon runs: it says so, and is up again from then on. */
  readonly returnsAtMs?: number
  readonly upSinceMs: number
  readonly inSinceMs: number
}

/** From which share of the raw space on an osd counts as nearly full, too full to be copied to, and full. */
export interface FullRatios {
  readonly full: number
  readonly backfillFull: number
  readonly nearFull: number
}

/** What recovery has copied since the cluster was made. */
export interface RecoveryTotals {
  readonly bytes: number
  readonly objects: number
  /** The last one, if there was any. Its state is reached at once; real copying would last until `endsMs`. */
  readonly last?: {
    readonly bytes: number
    readonly objects: number
    readonly startedMs: number
    readonly endsMs: number
  }
}

/** The osd map, and where data is that is not where the map wants it. Durable, plain data. */
export interface OsdMap {
  readonly epoch: number
  readonly createdMs: number
  readonly modifiedMs: number
  readonly osds: readonly OsdState[]
  /** `noout`, `noup`, ...: what the administrator set. */
  readonly flags: readonly string[]
  readonly ratios: FullRatios
  /** Ids of pools are never used twice. */
  readonly lastPoolId: number
  /** Who has the data of a placement group (`2.1f`), where that is not exactly who should. */
  readonly holders: Readonly<Record<string, readonly number[]>>
  /** Groups of which nothing is left and nothing is hoped for: they start anew where an osd can serve them. */
  readonly givenUp: readonly string[]
  readonly recovery: RecoveryTotals
}

const backfillFullRatio = 0.9
const initialMaps = new WeakMap<CapacitySettings, OsdMap>()

/** The map; that of a cluster to which nothing has happened yet where none is kept. */
export function osdMapOf(state: ClusterState): OsdMap {
  return state.settings.osdMap ?? initialOsdMap(state.capacity, 0)
}

export function initialOsdMap(capacity: CapacitySettings, atMs: number): OsdMap {
  const known = atMs === 0 ? initialMaps.get(capacity) : undefined
  if (known) return known
  const osd = { up: true, reweight: 1, disk: 'working', upSinceMs: atMs, inSinceMs: atMs } as const
  const { osdSizeBytes, fullRatio, nearFullRatio } = capacity
  const size = { sizeBytes: osdSizeBytes, weight: crushWeight(osdSizeBytes) }
  const map: OsdMap = {
    epoch: 1,
    createdMs: atMs,
    modifiedMs: atMs,
    osds: Array.from({ length: capacity.osds }, (_, id) => ({ id, ...osd, ...size })),
    flags: [],
    ratios: { full: fullRatio, backfillFull: Math.max(nearFullRatio, backfillFullRatio), nearFull: nearFullRatio },
    lastPoolId: 0,
    holders: {},
    givenUp: [],
    recovery: { bytes: 0, objects: 0 },
  }
  if (atMs === 0) initialMaps.set(capacity, map)
  return map
}

/** Another epoch of the map. */
export function nextOsdMap(state: ClusterState, fields: Partial<OsdMap>, atMs?: number): OsdMap {
  const map = osdMapOf(state)
  return { ...map, ...fields, epoch: map.epoch + 1, modifiedMs: atMs ?? map.modifiedMs }
}

export function isUp(osd: OsdState, nowMs: number): boolean {
  return osd.up || (osd.returnsAtMs !== undefined && osd.returnsAtMs <= nowMs)
}

export function isIn(osd: OsdState): boolean {
  return osd.reweight > 0
}

export function inOsds(map: OsdMap): readonly OsdState[] {
  return map.osds.filter(isIn)
}

/** TiB in 16.16 fixed point of four decimals, as `ceph-osd` registers itself: 10 GiB weigh 642/65536. */
export function crushWeight(sizeBytes: number): number {
  const rounded = Number((sizeBytes / 2 ** 40).toFixed(4))
  return Math.max(1, Math.floor(rounded * 65_536)) / 65_536
}
