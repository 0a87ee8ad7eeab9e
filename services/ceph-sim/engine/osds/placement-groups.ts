import { UnavailableError } from '#kernel/errors/domain-error.ts'
import { forEachObjectRange } from '../content/striping.ts'
import { dataObjectName, objectsOf } from '../rados/rados-objects.ts'
import {
  type ClusterState,
  type ImageState,
  imageById,
  type PoolState,
  type SnapshotState,
  snapshotById,
} from '../state.ts'
import { isUp, type OsdMap, osdMapOf } from './osd-map.ts'
import { actingOsds, groupId, groupOf, holdersOf, type PlacedPool, targetOsds } from './placement.ts'

/** How the placement groups are, which is how the data is. */

export interface GroupReport {
  readonly pool: PoolState
  /** `2.1f` */
  readonly id: string
  readonly acting: readonly number[]
  /** `active+clean`, ... */
  readonly state: string
  readonly objects: number
  /** Copies of objects that there should be. */
  readonly copies: number
  /** Those that are not there, and those that are not where they should be. */
  readonly degradedCopies: number
  readonly misplacedCopies: number
}

/** Objects, clones included, and stored bytes of one group. */
interface Contents {
  objects: number
  bytes: number
}

/** Every group, by pool and number. Counts objects only where not every group is clean, because it looks at each. */
export function groupReports(state: ClusterState, nowMs: number): readonly GroupReport[] {
  const map = osdMapOf(state)
  const isShort = (pool: PoolState) => pool.replicas > (targetOsds(map, pool)[0]?.length ?? 0)
  const counts = mayBeUnsound(map) || [...state.pools.values()].some(isShort)
  return poolsById(state).flatMap((pool) => {
    const contents = counts ? contentsOf(state, pool) : undefined
    return Array.from({ length: pool.pgNum }, (_, group) => {
      const objects = contents?.get(group)?.objects ?? 0
      return reportOf(map, pool, group, objects, nowMs)
    })
  })
}

function reportOf(map: OsdMap, pool: PoolState, group: number, objects: number, nowMs: number): GroupReport {
  const acting = actingOsds(map, pool, group, nowMs)
  const target = targetOsds(map, pool)[group] ?? []
  const misplaced = acting.filter((id) => !target.includes(id)).length
  return {
    pool,
    id: groupId(pool.id, group),
    acting,
    state: stateOf(pool, holdersOf(map, pool, group), acting, misplaced, objects),
    objects,
    copies: objects * pool.replicas,
    degradedCopies: objects * Math.max(0, pool.replicas - acting.length),
    misplacedCopies: objects * misplaced,
  }
}

function stateOf(
  pool: PoolState,
  holders: readonly number[],
  acting: readonly number[],
  misplaced: number,
  objects: number,
): string {
  if (holders.length === 0) return 'unknown'
  if (acting.length === 0) return 'stale+down'
  if (acting.length < Math.min(pool.minSize, pool.replicas)) return 'undersized+degraded+peered'
  if (acting.length < pool.replicas) return `active+undersized${objects > 0 ? '+degraded' : ''}`
  return misplaced > 0 ? 'active+clean+remapped' : 'active+clean'
}

export function isActive({ state }: Pick<GroupReport, 'state'>): boolean {
  return state.startsWith('active')
}

/** What each group of a pool has. Takes as long as there are objects. */
export function contentsOf(state: ClusterState, pool: PoolState): ReadonlyMap<number, Contents> {
  const found = new Map<number, Contents>()
  for (const { name, namespace, lengths } of objectsOf(state, pool)) {
    const group = groupOf(pool, name, namespace)
    const contents = found.get(group) ?? { objects: 0, bytes: 0 }
    contents.objects += lengths.length
    contents.bytes += lengths.reduce((sum, length) => sum + length, 0)
    found.set(group, contents)
  }
  return found
}

/** How many groups each osd has, by its id. */
export function groupsByOsd(state: ClusterState): ReadonlyMap<number, number> {
  const map = osdMapOf(state)
  const counts = new Map<number, number>()
  for (const pool of state.pools.values()) {
    for (let group = 0; group < pool.pgNum; group++) {
      for (const id of holdersOf(map, pool, group)) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * Fails when a range of an image's own objects lies in a group that too few osds serve. Real clients wait.
 *
 * @param isThere - which of them matter; all when absent
 * @throws UnavailableError (ETIMEDOUT, `group_inactive`)
 */
export function assertServed(
  state: ClusterState,
  image: ImageState,
  { from, to, nowMs }: { from: number; to: number; nowMs: number },
  isThere: (index: number) => boolean = () => true,
): void {
  const map = osdMapOf(state)
  if (!mayBeUnsound(map)) return
  const pool = image.dataPool
  const served = new Map<number, boolean>()
  forEachObjectRange(image, from, to, (index) => {
    if (!isThere(index)) return
    const group = groupOf(pool, dataObjectName(image, index), image.namespace)
    let isServed = served.get(group)
    isServed ??= serves(map, pool, group, nowMs)
    served.set(group, isServed)
    if (!isServed) throw inactive(pool, groupId(pool.id, group))
  })
}

/** The same for what a reader would look at: objects that are there, the parents' included. */
export function assertReadServed(
  state: ClusterState,
  readable: { image: ImageState; snapshot: SnapshotState | undefined },
  range: { from: number; to: number; nowMs: number },
): void {
  if (!mayBeUnsound(osdMapOf(state))) return
  let { image, snapshot } = readable
  let { to } = range
  for (;;) {
    const epoch = snapshot ? image.snapshots.indexOf(snapshot) : image.objects.head
    const { objects } = image
    assertServed(state, image, { ...range, to }, (index) => objects.lengthOf(index, epoch) !== undefined)
    const link = (snapshot ?? image).parent
    if (!link || link.overlapBytes <= range.from) return
    to = Math.min(to, link.overlapBytes)
    image = imageById(state, link.image)
    snapshot = snapshotById(image, link.snapshot)
  }
}

function serves(map: OsdMap, pool: PlacedPool & { minSize: number }, group: number, nowMs: number): boolean {
  return actingOsds(map, pool, group, nowMs).length >= Math.max(1, Math.min(pool.minSize, pool.replicas))
}

const unsound = new WeakMap<OsdMap, boolean>()

/** Whether any group can be other than `active+clean`, apart from pools that want more replicas than there are osds. */
function mayBeUnsound(map: OsdMap): boolean {
  let found = unsound.get(map)
  if (found === undefined) {
    found = Object.keys(map.holders).length > 0 || map.osds.some((osd) => !isUp(osd, Number.NEGATIVE_INFINITY))
    unsound.set(map, found)
  }
  return found
}

function poolsById(state: ClusterState): readonly PoolState[] {
  return [...state.pools.values()].sort((a, b) => a.id - b.id)
}

function inactive(pool: PoolState, group: string): UnavailableError {
  return new UnavailableError(`placement group ${group} of pool '${pool.name}' is not served`, {
    errno: 'ETIMEDOUT',
    reason: 'group_inactive',
    pool: pool.name,
    group,
  })
}
