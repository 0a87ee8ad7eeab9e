import { removed } from '../content/objects.ts'
import type { ImageState } from '../state.ts'

/** A state of an object that only snapshots still need. */
export interface CloneOfObject {
  readonly id: number
  readonly snapshots: readonly number[]
  readonly sizeBytes: number
  readonly overlap: readonly number[]
}

/**
 * What RADOS keeps of a data object beneath an image's snapshots: the first write after a snapshot keeps the state
 * before it as a clone, which shares with the next newer state all that was not written.
 *
 * @see golden/rbd 17; ceph/ceph src/osd/PrimaryLogPG.cc, make_writeable
 */
export function clonesOfObject(
  { objects, snapshots }: ImageState,
  index: number,
): { clones: readonly CloneOfObject[]; headBytes?: number } {
  const versions: { epoch: number; length: number }[] = []
  for (let epoch = 0; epoch <= objects.head; epoch++) {
    const length = objects.entry(epoch, index)
    if (length !== undefined) versions.push({ epoch, length })
  }
  const clones = versions.flatMap(({ epoch, length }, at) => {
    const next = versions[at + 1]
    if (!next || length === removed) return []
    const ids = snapshots.slice(epoch, next.epoch).map(({ id }) => id)
    const changed = next.length === removed ? [0, length] : objects.differing(index, epoch, next.epoch)
    return [{ id: ids.at(-1)!, snapshots: ids, sizeBytes: length, overlap: without(length, changed) }]
  })
  const newest = versions.at(-1)
  return { clones, ...(newest && newest.length !== removed && { headBytes: newest.length }) }
}

/** What of `[0, length)` lies in none of the ranges (starts and ends): starts and lengths. */
function without(length: number, ranges: readonly number[]): number[] {
  const rest: number[] = []
  let at = 0
  for (let i = 0; i < ranges.length && at < length; i += 2) {
    if (ranges[i]! > at) rest.push(at, Math.min(length, ranges[i]!) - at)
    at = Math.max(at, ranges[i + 1]!)
  }
  if (at < length) rest.push(at, length - at)
  return rest
}
