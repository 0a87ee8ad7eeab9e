import { ConflictError, ForbiddenError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Change } from '../changes.ts'
import { objectsOf } from '../rados/rados-objects.ts'
import { invalid } from '../refusals.ts'
import type { ClusterState, PoolState } from '../state.ts'
import { isUp, nextOsdMap, type OsdMap, type OsdState, osdMapOf } from './osd-map.ts'
import { groupId, groupOf, holdersOf, targetOsds } from './placement.ts'
import { contentsOf } from './placement-groups.ts'

/**
 * What happens to osds, and to the data on them. An osd that is down keeps its data; one that is out gives its data to
 * others and takes no part; a failed one has lost it. Recovery reaches its end at once, as soon as there is an osd to
 * copy to and one to copy from; what it copied is counted, with the time that it would have taken. Writes while an osd is
 * down are not missing on it afterwards: it is taken to have caught up.
 */

/** A daemon that was marked down while it runs notices, and is up again. */
const returnsAfterMs = 2000

/** `ceph osd down`: a running daemon comes back by itself, unless `noup` is set. */
export function planMarkDown(state: ClusterState, id: number, nowMs: number): Change | undefined {
  const osd = osdOf(state, id)
  if (!isUp(osd, nowMs)) return undefined
  const isHeld = osdMapOf(state).flags.includes('noup')
  return change(state, id, { up: false, ...(!isHeld && { returnsAtMs: nowMs + returnsAfterMs }) }, nowMs)
}

/** The simulator's own: a daemon stops and stays away until it is started. */
export function planStop(state: ClusterState, id: number, nowMs: number): Change | undefined {
  const osd = osdOf(state, id)
  if (!isUp(osd, nowMs) && osd.returnsAtMs === undefined) return undefined
  return change(state, id, { up: false }, nowMs)
}

/** @throws ConflictError (EBUSY) for one whose disk has failed */
export function planStart(state: ClusterState, id: number, nowMs: number): Change | undefined {
  const osd = osdOf(state, id)
  if (osd.disk === 'failed') throw busy(`the disk of osd.${id} has failed: it needs to be replaced`)
  return osd.up ? undefined : change(state, id, { up: true, upSinceMs: nowMs }, nowMs)
}

/** `ceph osd in`, `out` and `reweight`: 0 is out. @throws InvalidArgumentError (EINVAL) */
export function planReweight(state: ClusterState, id: number, reweight: number, nowMs: number): Change | undefined {
  const osd = osdOf(state, id)
  if (!(reweight >= 0 && reweight <= 1)) throw invalid(`weight must be in the range [0..1]`)
  if (osd.reweight === reweight) return undefined
  return change(state, id, { reweight, ...(osd.reweight === 0 && { inSinceMs: nowMs }) }, nowMs)
}

/** The simulator's own: a disk dies with all that is on it. What no other osd has is lost. */
export function planFail(state: ClusterState, id: number, nowMs: number): Change | undefined {
  if (osdOf(state, id).disk === 'failed') return undefined
  return change(state, id, { up: false, disk: 'failed' }, nowMs)
}

/** The simulator's own: an empty disk under the same id, up and in. What was on the old one is gone if it was not yet. */
export function planReplace(state: ClusterState, id: number, nowMs: number): Change {
  osdOf(state, id)
  const fresh = { up: true, disk: 'working', reweight: 1, upSinceMs: nowMs, inSinceMs: nowMs } as const
  return change(state, id, fresh, nowMs, { emptied: id })
}

/**
 * `ceph osd lost`: nobody waits for its data any more, so that groups of which nothing is left start anew, empty.
 *
 * @throws ForbiddenError (EPERM) unless the caller is sure; ConflictError (EBUSY) while it is up
 */
export function planDeclareLost(state: ClusterState, id: number, sure: boolean, nowMs: number): Change {
  const osd = osdOf(state, id)
  if (!sure) {
    throw new ForbiddenError(
      'are you SURE?  this might mean real, permanent data loss.  pass --yes-i-really-mean-it if you really do.',
      { errno: 'EPERM', reason: 'needs_confirmation' },
    )
  }
  if (isUp(osd, nowMs)) throw busy(`osd.${id} is not down or doesn't exist`)
  return change(state, id, { up: false, disk: 'failed' }, nowMs, { restart: true })
}

function change(
  state: ClusterState,
  id: number,
  fields: Partial<OsdState>,
  nowMs: number,
  options: RedistributeOptions = {},
): Change {
  const osds = osdMapOf(state).osds.map((osd) => {
    const { returnsAtMs, ...rest } = osd
    const isBack = returnsAtMs !== undefined && returnsAtMs <= nowMs
    const known = isBack ? { ...rest, up: true, upSinceMs: returnsAtMs } : osd
    if (osd.id !== id) return known
    return 'up' in fields ? { ...rest, ...fields } : { ...known, ...fields }
  })
  return planRedistribute(state, osds, nowMs, options)
}

interface RedistributeOptions {
  /** An osd whose disk is a new one. */
  readonly emptied?: number
  /** Groups of which nothing is left start anew. */
  readonly restart?: boolean
  /** The state in which the pools have their present replicas, where `state` has new ones. */
  readonly before?: ClusterState
}

/** What the data does when the osds are these: who has what, what is copied, what is lost. */
export function planRedistribute(
  state: ClusterState,
  osds: readonly OsdState[],
  nowMs: number,
  { emptied, restart = false, before: old = state }: RedistributeOptions = {},
): Change {
  const before = osdMapOf(state)
  const after = { ...before, osds }
  const holders: Record<string, readonly number[]> = {}
  const givenUp: string[] = []
  const copies = new Copies(old)
  const lost: [PoolState, Set<number>][] = []
  for (const pool of state.pools.values()) {
    const poolBefore = old.pools.get(pool.name) ?? pool
    const lostGroups = new Set<number>()
    for (let group = 0; group < pool.pgNum; group++) {
      const had = holdersOf(before, poolBefore, group)
      const left = had.filter((id) => osds[id]?.disk === 'working' && id !== emptied)
      if (left.length === 0 && had.length > 0) lostGroups.add(group)
      const target = targetOsds(after, pool)[group] ?? []
      const id = groupId(pool.id, group)
      const isGivenUp = left.length === 0 && (restart || before.givenUp.includes(id))
      const now = isGivenUp
        ? target.filter((osd) => serves(after, osd, nowMs))
        : settle(after, pool, target, left, nowMs)
      if (isGivenUp && now.length === 0) givenUp.push(id)
      for (const osd of isGivenUp ? [] : now) if (!left.includes(osd)) copies.add(pool, group, left, osd)
      if (now.length !== target.length || target.some((osd) => !now.includes(osd))) {
        holders[id] = now
      }
    }
    if (lostGroups.size > 0) lost.push([pool, lostGroups])
  }
  const recovery = copies.totals(before, state.capacity.recoveryBytesPerSecond, nowMs)
  const osdMap = nextOsdMap(state, { osds, holders, givenUp, recovery }, nowMs)
  const changed: Change = { kind: 'settings-changed', settings: { osdMap } }
  if (lost.length === 0) return changed
  return { kind: 'several', changes: [changed, { kind: 'objects-lost', ...lostObjects(state, lost) }] }
}

/** Whether an osd can be copied from and to. */
function serves(map: OsdMap, id: number, nowMs: number): boolean {
  const osd = map.osds[id]
  return osd !== undefined && osd.disk === 'working' && isUp(osd, nowMs)
}

/** Who has a group's data after recovery, given who has it now. */
function settle(
  map: OsdMap,
  pool: PoolState,
  target: readonly number[],
  left: readonly number[],
  nowMs: number,
): readonly number[] {
  const can = (id: number) => serves(map, id, nowMs)
  const isHeld = map.flags.includes('norecover') || map.flags.includes('nobackfill')
  const hasSource = left.some(can) && !isHeld
  const wanted = target.filter((id) => left.includes(id) || (hasSource && can(id)))
  const others = left.filter((id) => !target.includes(id))
  return [...wanted, ...others].slice(0, Math.max(pool.replicas, wanted.length))
}

/** Counts what recovery copies. */
class Copies {
  readonly #state: ClusterState
  readonly #contents = new Map<PoolState, ReturnType<typeof contentsOf>>()
  readonly #bytesOfOsds = new Map<number, number>()
  #bytes = 0
  #objects = 0

  constructor(state: ClusterState) {
    this.#state = state
  }

  add(pool: PoolState, group: number, sources: readonly number[], target: number): void {
    const known = this.#contents.get(pool) ?? contentsOf(this.#state, this.#state.pools.get(pool.name) ?? pool)
    this.#contents.set(pool, known)
    const { bytes, objects } = known.get(group) ?? { bytes: 0, objects: 0 }
    this.#bytes += bytes
    this.#objects += objects
    for (const id of [sources[0]!, target]) this.#bytesOfOsds.set(id, (this.#bytesOfOsds.get(id) ?? 0) + bytes)
  }

  totals({ recovery }: OsdMap, bytesPerSecond: number, nowMs: number): OsdMap['recovery'] {
    if (this.#objects === 0) return recovery
    const busiest = Math.max(...this.#bytesOfOsds.values())
    const startedMs = Math.max(nowMs, recovery.last?.endsMs ?? nowMs)
    return {
      bytes: recovery.bytes + this.#bytes,
      objects: recovery.objects + this.#objects,
      last: {
        bytes: this.#bytes,
        objects: this.#objects,
        startedMs,
        endsMs: startedMs + (busiest / bytesPerSecond) * 1000,
      },
    }
  }
}

function lostObjects(state: ClusterState, lost: readonly (readonly [PoolState, ReadonlySet<number>])[]) {
  const data: Record<string, number[]> = {}
  const metadata: Record<string, string[]> = {}
  for (const [pool, groups] of lost) {
    for (const { name, namespace, image, index } of objectsOf(state, pool)) {
      if (!image || !groups.has(groupOf(pool, name, namespace))) continue
      if (index === undefined) metadata[image.id] = [...(metadata[image.id] ?? []), name]
      else {
        const indexes = data[image.id] ?? []
        indexes.push(index)
        data[image.id] = indexes
      }
    }
  }
  return { data, metadata }
}

/** @throws NotFoundError (ENOENT) */
function osdOf(state: ClusterState, id: number): OsdState {
  const osd = osdMapOf(state).osds[id]
  if (!osd) throw new NotFoundError(`osd.${id} does not exist`, { errno: 'ENOENT', reason: 'osd_missing', osd: id })
  return osd
}

function busy(message: string): ConflictError {
  return new ConflictError(message, { errno: 'EBUSY', reason: 'osd_state' })
}
