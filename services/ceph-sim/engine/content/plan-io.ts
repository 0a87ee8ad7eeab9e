import type { ByteRange } from '../../rbd.ts'
import type { Written } from '../changes.ts'
import { assertIntact, assertObjectIntact } from '../osds/damage.ts'
import type { Cost } from '../plan.ts'
import { invalid } from '../refusals.ts'
import { copiedLength } from '../snapshots/copy-up.ts'
import type { ClusterState, ImageState } from '../state.ts'
import type { ByteRanges } from './byte-ranges.ts'
import type { ObjectRange } from './cleared-ranges.ts'
import { absent, data, hole, type UnitRun, type UnitState, unitBytes, zero } from './layer-map.ts'
import { type ModifiedRange, type ObjectEntry, removed } from './objects.ts'
import { forEachObjectRange, imageRanges, objectOffset, objectsInSet, setBytes } from './striping.ts'

/** librbd's `rbd_discard_granularity_bytes`: less is ignored, ends are rounded inwards. */
const discardGranularityBytes = 64 * 1024
/** Up to so many objects are looked at one by one. */
const probeLimit = 1024
/** librbd's `rbd_mtime_update_interval`. */
export const timestampIntervalMs = 60_000

/** A plan whose change may be nothing at all, as when bytes are replaced in place. */
export interface IoPlan {
  readonly change: Written | undefined
  readonly cost: Cost
}

/**
 * A write at an image's head. What it stores is counted object by object: the first write into an object inside the
 * overlap copies the parent's part of the whole object up (unless the parent has nothing there), and once more beneath
 * the snapshots if there are any. Without snapshots a write that covers the object needs nothing of the parent.
 *
 * @param units - the write's units and what they will hold, ascending
 * @throws InvalidArgumentError (EINVAL) past the end of the image
 * @see ceph/ceph src/librbd/io/ObjectRequest.cc, CopyupRequest.cc
 */
export function planWrite(
  state: ClusterState,
  image: ImageState,
  range: ByteRange,
  units: readonly UnitRun[],
  atMs: number,
): IoPlan {
  assertWithin(image, range)
  const tally = new Tally(state, image)
  const end = range.offset + range.lengthBytes
  forEachObjectRange(image, range.offset, end, (index, from, to) => tally.write(index, from, to))
  return finish(image, changedRuns(image, units), tally, range.lengthBytes, atMs)
}

export interface DiscardPlan {
  readonly discarded: readonly ObjectRange[]
  readonly cleared: ByteRanges
  readonly zeroed: readonly UnitRun[]
}

/**
 * Gives space back. A whole object goes away, or stays as an empty one that hides the parent; up to an object's end, it
 * is cut (and stretched to there, if it was shorter); its middle is zeroed in place, which `du` does not see.
 *
 * @param discarded - what `discardedRanges` says of the range that was asked for
 * @param cleared - the same bytes of the image
 * @param zeroed - units of which only a part is cleared, and what they will hold
 */
export function planDiscard(
  state: ClusterState,
  image: ImageState,
  { discarded, cleared, zeroed }: DiscardPlan,
  atMs: number,
): IoPlan {
  const tally = new Tally(state, image)
  const runs: UnitRun[] = []
  for (const { index, start, end } of discarded) tally.discard(index, start, end)
  for (let i = 0; i < cleared.length; i += 2) addDiscardedRuns(runs, image, cleared[i]!, cleared[i + 1]!)
  for (const run of zeroed) runs.push(run)
  return finish(image, changedRuns(image, mergedRuns(runs)), tally, 0, atMs)
}

/**
 * What a discard of a range comes to, object by object: rounded inwards to 64 KiB, or to the object where that is
 * smaller; then a range up to the object's end need not begin at a multiple. Objects that neither the image nor its
 * parent has are left out.
 *
 * @throws InvalidArgumentError (EINVAL) for a range that begins past the end; what reaches past it is cut
 * @see ceph/ceph src/librbd/io/ImageRequest.cc, ImageDiscardRequest
 */
export function discardedRanges(image: ImageState, range: ByteRange): ObjectRange[] {
  if (range.offset >= image.sizeBytes) assertWithin(image, range)
  const { objectBytes } = image
  const grain = Math.min(discardGranularityBytes, objectBytes)
  const to = Math.min(range.offset + range.lengthBytes, image.sizeBytes)
  const found: ObjectRange[] = []
  forEachStoredObject(image, range.offset, to, (index) => {
    const asked = { start: objectOffset(image, index, range.offset), end: objectOffset(image, index, to) }
    const isTail = grain === objectBytes && asked.end === objectBytes
    const start = isTail ? asked.start : Math.ceil(asked.start / grain) * grain
    const end = isTail ? asked.end : Math.floor(asked.end / grain) * grain
    if (start < end) found.push({ index, start, end })
  })
  return found
}

/** @throws InvalidArgumentError (EINVAL) */
export function assertWithin(image: ImageState, range: ByteRange): void {
  if (
    !Number.isSafeInteger(range.offset) ||
    !Number.isSafeInteger(range.lengthBytes) ||
    range.offset < 0 ||
    range.lengthBytes < 0
  ) {
    throw invalid(`${range.offset}+${range.lengthBytes} is not a range of bytes`)
  }
  if (range.offset + range.lengthBytes > image.sizeBytes) {
    throw invalid(
      `${range.offset}+${range.lengthBytes} is past the end of image ${image.name} (${image.sizeBytes} bytes)`,
    )
  }
}

/** The parent's bytes under an object of a clone, counted from the object's start. */
export function parentBytesUnder(image: ImageState, index: number): number {
  if (!image.parent) return 0
  return objectOffset(image, index, image.parent.overlapBytes)
}

/** Collects what an operation does to the objects of one image. */
export class Tally {
  readonly objects: ObjectEntry[] = []
  readonly base: ObjectEntry[] = []
  readonly modified: ModifiedRange[] = []
  storedDeltaBytes = 0
  copiedUpBytes = 0
  touched = 0
  readonly #state: ClusterState
  readonly #image: ImageState

  constructor(state: ClusterState, image: ImageState) {
    this.#state = state
    this.#image = image
  }

  write(index: number, start: number, end: number): void {
    this.touched++
    const covers = start === 0 && end === this.#image.objectBytes
    const needsParent = !covers || this.#image.snapshots.length > 0
    assertObjectIntact(this.#image, index)
    const before = this.#image.objects.lengthOf(index) ?? (needsParent ? this.copyUp(index) : 0)
    this.put(index, Math.max(end, before))
    this.#modify(index, start, Math.min(end, before))
  }

  discard(index: number, start: number, end: number): void {
    this.touched++
    const existing = this.#image.objects.lengthOf(index)
    const reachesEnd = end === this.#image.objectBytes
    if (start === 0 && reachesEnd) {
      if (parentBytesUnder(this.#image, index) > 0) {
        if (existing === undefined && this.#image.snapshots.length > 0) this.copyUp(index)
        this.put(index, 0)
      } else if (existing !== undefined) this.remove(index)
      return
    }
    assertObjectIntact(this.#image, index)
    if (existing === undefined && parentBytesUnder(this.#image, index) === 0) return
    // An object that may hide a parent's part is made, with what was copied up of it, even where nothing is zeroed.
    const length = existing ?? this.copyUp(index, { start, end })
    if (reachesEnd || (start < length && length <= end)) this.put(index, start)
    else if (start < length || existing === undefined) this.put(index, length)
    if (!reachesEnd) this.#modify(index, start, Math.min(end, length))
  }

  remove(index: number): void {
    const head = this.#image.objects.head
    const own = this.#image.objects.entry(head, index)
    if (own !== undefined && own !== removed) this.storedDeltaBytes -= own
    this.objects.push([index, removed])
  }

  /** The newest epoch has the object at this length. */
  put(index: number, length: number): void {
    const own = this.#image.objects.entry(this.#image.objects.head, index) ?? removed
    if (own === length && !this.#image.objects.clean(this.#image.objects.head).has(index)) return
    this.objects.push([index, length])
    this.storedDeltaBytes += length - Math.max(own, 0)
  }

  /** What a rollback to a smaller size does first: the objects that the image will end in are cut, for which they must be. */
  copyUpEnd(sizeBytes: number): void {
    const { sizeBytes: oldBytes, objects } = this.#image
    forEachStoredObject(this.#image, sizeBytes, Math.min(oldBytes, sizeBytes + setBytes(this.#image)), (index) => {
      const within = objectOffset(this.#image, index, sizeBytes)
      const isCut = within > 0 && within < objectOffset(this.#image, index, oldBytes)
      if (!isCut || objects.lengthOf(index) !== undefined) return
      const length = this.copyUp(index)
      if (length > 0) this.put(index, length)
    })
  }

  /**
   * A copy of the parent's part of an object. Returns its length; 0 when the parent has nothing there.
   *
   * @param cleared - of the object: bytes that need not be copied, unless snapshots are to have them
   */
  copyUp(index: number, cleared?: { start: number; end: number }): number {
    let length = this.parentLength(index)
    if (cleared && length <= cleared.end && this.#image.snapshots.length === 0) {
      length = this.parentLength(index, cleared.start)
    }
    if (length === 0) return 0
    for (const [from, to] of imageRanges(this.#image, index, 0, length)) {
      assertIntact(this.#state, { image: this.#image, snapshot: undefined }, from, to)
    }
    this.copiedUpBytes += length
    if (this.#image.snapshots.length > 0) {
      this.base.push([index, length])
      this.storedDeltaBytes += length
    }
    return length
  }

  parentLength(index: number, until?: number): number {
    const { parent, head } = this.#image
    return parent ? copiedLength(this.#state, this.#image, { index, link: parent, layer: head, until }) : 0
  }

  /** Bytes of an older epoch's object are not what they were. What its length tells need not be said. */
  modify(index: number, start: number, end: number): void {
    if (start < end && !this.#image.objects.isNoted(index, start, end)) this.modified.push([index, start, end])
  }

  #modify(index: number, start: number, end: number): void {
    if (this.base.at(-1)?.[0] === index) this.modified.push([index, start, end])
    else this.modify(index, start, end)
  }
}

/**
 * Calls back, in order, for each object in `[from, to)` bytes that the image may have or inherit. Over a long range it
 * follows what is stored, not the length.
 */
export function forEachStoredObject(image: ImageState, from: number, to: number, visit: (index: number) => void): void {
  const first = Math.floor(from / setBytes(image)) * objectsInSet(image)
  const last = Math.ceil(to / setBytes(image)) * objectsInSet(image)
  if (last - first <= probeLimit) {
    for (let index = first; index < last; index++) visit(index)
    return
  }
  const found = new Set<number>()
  for (let epoch = 0; epoch <= image.objects.head; epoch++) {
    for (const [index] of image.objects.entries(epoch)) if (index >= first && index < last) found.add(index)
  }
  if (image.parent) {
    const shown = Math.min(to, image.parent.overlapBytes)
    forEachObjectRange(image, from, shown, (index) => found.add(index))
  }
  for (const index of [...found].sort((a, b) => a - b)) visit(index)
}

function finish(image: ImageState, units: readonly UnitRun[], tally: Tally, bytes: number, atMs: number): IoPlan {
  const isStale = atMs - image.modifiedMs >= timestampIntervalMs
  const { objects, base, modified } = tally
  const changes = units.length > 0 || objects.length > 0 || base.length > 0 || modified.length > 0 || isStale
  const change: Written | undefined = changes
    ? {
        kind: 'written',
        image: image.id,
        units,
        ...(objects.length > 0 && { objects }),
        ...(base.length > 0 && { base }),
        ...(modified.length > 0 && { modified }),
        ...(isStale && { atMs }),
      }
    : undefined
  return {
    change,
    cost: {
      objects: tally.touched,
      readBytes: tally.copiedUpBytes,
      writtenBytes: bytes + tally.copiedUpBytes,
      storedDeltaBytes: tally.storedDeltaBytes,
    },
  }
}

/** The parts of `units` that the head's map does not hold already. */
function changedRuns(image: ImageState, units: readonly UnitRun[]): readonly UnitRun[] {
  const { map } = image.head
  if (units.length === 1) {
    const [start, count, state] = units[0]!
    if (map.get(start) === state && map.runEnd(start, start + count) === start + count) return []
    return units
  }
  return units.filter(
    ([start, count, state]) => map.get(start) !== state || map.runEnd(start, start + count) < start + count,
  )
}

/** What a discard leaves in the map: absent in a layer with nothing beneath, else a hole that hides what is there. */
function addDiscardedRuns(runs: UnitRun[], image: ImageState, start: number, end: number): void {
  const { map, parent } = image.head
  const first = Math.ceil(start / unitBytes)
  const last = Math.floor(end / unitBytes)
  const hidden = parent ? Math.min(last, Math.ceil(parent.limitBytes / unitBytes)) : first
  if (first < hidden) runs.push([first, hidden - first, hole])
  for (const [unit, count] of map.runs(Math.max(first, hidden), last)) runs.push([unit, count, absent])
}

/** In order, neighbours in one state as one. */
function mergedRuns(runs: readonly UnitRun[]): UnitRun[] {
  const merged: UnitRun[] = []
  for (const [start, count, state] of [...runs].sort((a, b) => a[0] - b[0])) addRun(merged, start, count, state)
  return merged
}

function addRun(runs: UnitRun[], start: number, count: number, state: UnitState): void {
  const last = runs[runs.length - 1]
  if (last !== undefined && last[2] === state && last[0] + last[1] === start) {
    runs[runs.length - 1] = [last[0], last[1] + count, state]
  } else runs.push([start, count, state])
}

/** Adds one piece of a write to a list of runs, joining it to the one before where they meet. */
export function addWrittenUnits(runs: UnitRun[], start: number, count: number, kind: 'data' | 'zero'): void {
  addRun(runs, start, count, kind === 'data' ? data : zero)
}
