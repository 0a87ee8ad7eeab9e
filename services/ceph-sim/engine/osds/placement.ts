import { drawHash, objectHash } from '../rados/object-hash.ts'
import type { PoolState } from '../state.ts'
import { isIn, isUp, type OsdMap, type OsdState } from './osd-map.ts'

/**
 * Where objects are. An object belongs to the placement group that the hash of its name says; a group belongs to as many
 * osds as its pool has replicas, drawn by straws whose lengths go by the osds' weights: when an osd leaves, only what it
 * had moves. Nothing is kept of an object: who has it is computed when somebody asks. Groups of real names are Ceph's;
 * the osds of a group are not (the draw is of the same kind, not the same).
 */
export type PlacedPool = Pick<PoolState, 'id' | 'replicas' | 'pgNum'>

/** What separates a name space from an object's name in the hash. */
const namespaceMark = '\x1f'

/** The number of the placement group of an object. */
export function groupOf({ pgNum }: { pgNum: number }, object: string, namespace = ''): number {
  return stableModulo(objectHash(namespace === '' ? object : `${namespace}${namespaceMark}${object}`), pgNum)
}

/** `2.1f`: a pool's id, and the group's number in hexadecimal. */
export function groupId(pool: number, group: number): string {
  return `${pool}.${group.toString(16)}`
}

/** Grows evenly from one number of groups to the next: only what goes to a new group moves. */
function stableModulo(hash: number, count: number): number {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(1, count))) - 1
  const low = (hash & mask) >>> 0
  return low < count ? low : (hash & (mask >>> 1)) >>> 0
}

const targets = new WeakMap<readonly OsdState[], Map<string, readonly (readonly number[])[]>>()

/** By group, the osds that should have its data, the primary first; fewer than the replicas where osds are short. */
export function targetOsds(map: OsdMap, pool: PlacedPool): readonly (readonly number[])[] {
  const known = targets.get(map.osds) ?? new Map<string, readonly (readonly number[])[]>()
  targets.set(map.osds, known)
  const key = `${pool.id}/${pool.pgNum}/${pool.replicas}`
  let found = known.get(key)
  if (!found) {
    const osds = map.osds.filter(isIn)
    found = Array.from({ length: pool.pgNum }, (_, group) => draw(osds, pool, group))
    known.set(key, found)
  }
  return found
}

function draw(osds: readonly OsdState[], pool: PlacedPool, group: number): readonly number[] {
  const straws = osds.map(({ id, weight, reweight }) => ({
    id,
    length: Math.log((drawHash(pool.id, group, id) + 1) / 2 ** 32) / (weight * reweight),
  }))
  straws.sort((a, b) => b.length - a.length || a.id - b.id)
  return straws.slice(0, pool.replicas).map(({ id }) => id)
}

/** The osds that have a group's data, up or not; none when all of them were lost. */
export function holdersOf(map: OsdMap, pool: PlacedPool, group: number): readonly number[] {
  return map.holders[groupId(pool.id, group)] ?? targetOsds(map, pool)[group] ?? []
}

/** The osds that serve a group now. */
export function actingOsds(map: OsdMap, pool: PlacedPool, group: number, nowMs: number): readonly number[] {
  return holdersOf(map, pool, group).filter((id) => {
    const osd = map.osds[id]
    return osd !== undefined && isUp(osd, nowMs)
  })
}

/** Mean copies of a pool's data: of all, those on osds that are down included, and of those on osds that are in. */
export interface Copies {
  readonly all: number
  readonly onInOsds: number
}

const knownCopies = new WeakMap<OsdMap, Map<string, Copies>>()

export function copiesOf(map: OsdMap, pool: PlacedPool): Copies {
  const known = knownCopies.get(map) ?? new Map<string, Copies>()
  knownCopies.set(map, known)
  const key = `${pool.id}/${pool.pgNum}/${pool.replicas}`
  let copies = known.get(key)
  if (!copies) {
    copies = countCopies(map, pool)
    known.set(key, copies)
  }
  return copies
}

function countCopies(map: OsdMap, pool: PlacedPool): Copies {
  const ideal = Math.min(pool.replicas, map.osds.filter(isIn).length)
  const prefix = `${pool.id}.`
  if (!Object.keys(map.holders).some((group) => group.startsWith(prefix))) return { all: ideal, onInOsds: ideal }
  let all = 0
  let onInOsds = 0
  for (let group = 0; group < pool.pgNum; group++) {
    const holders = holdersOf(map, pool, group)
    all += holders.length
    onInOsds += holders.filter((id) => isIn(map.osds[id]!)).length
  }
  return { all: all / pool.pgNum, onInOsds: onInOsds / pool.pgNum }
}
