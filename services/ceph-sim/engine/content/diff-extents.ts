import type { DiffExtent } from '../../port/diffs.ts'
import type { ByteRange } from '../../rbd.ts'
import type { Readable } from '../lookup.ts'
import { type ClusterState, type ImageState, imageById, type SnapshotState, snapshotById } from '../state.ts'
import { clipRanges } from './byte-ranges.ts'
import { forEachObjectRange, imageRanges, objectOffset, objectsInSet } from './striping.ts'

/**
 * What changed in an image, as librbd's `diff_iterate` tells it.
 *
 * By bytes, an object's changes between two moments are what RADOS's clones of it do not share: for each pair of
 * neighbouring clones `[0, longer of the two) - overlap`, all of them together; what the object is shorter by in the end
 * has become zeros. Bytes that only came and went in between are told as data, though they read as zeros. From nothing,
 * that is `[0, length)` at least, and where the image has no data object its parent answers, within the overlap.
 *
 * By whole objects, the object maps tell (fast-diff): an object that was touched is data if it exists in the end, else
 * zeros. Without that feature the rule of bytes is applied, and any change of an object stands for all of it.
 *
 * Extents of one period (a set of striped objects, without striping one object) are merged where they meet; those of
 * two periods are not.
 *
 * @see ceph/ceph src/librados/snap_set_diff.cc, src/librbd/io/ObjectRequest.cc (ObjectListSnapsRequest),
 * src/librbd/api/DiffIterate.cc, src/librbd/object_map/DiffRequest.cc; golden/rbd 04, 06, 07
 */
export interface DiffQuery {
  /** Of the same image, and older than what is looked at; from nothing when absent. */
  readonly from?: SnapshotState | undefined
  readonly wholeObject?: boolean | undefined
  /** Whether a clone's parent answers where it has nothing itself (only from nothing). Default true; `du` says false. */
  readonly includeParent?: boolean | undefined
  /** Of the image; what lies past its end is left out. Default all. */
  readonly range?: ByteRange | undefined
  /** Whole objects are told without fast-diff: so is a parent's part, where the clone that asks has none. */
  readonly withoutMaps?: boolean | undefined
}

/**
 * What differs between two moments of an image, in order: `rbd diff`, `export-diff`, and (without the parent) `du`.
 *
 * @param readable - the later moment
 */
export function* diffExtents(state: ClusterState, readable: Readable, options: DiffQuery = {}): Generator<DiffExtent> {
  const { image, snapshot } = readable
  const { sizeBytes } = snapshot ?? image
  const { offset = 0, lengthBytes = sizeBytes } = options.range ?? {}
  const limits = { start: offset, end: Math.min(sizeBytes, offset + lengthBytes) }
  const periods = changedObjects(readable, options, limits)
  if (options.from === undefined && options.includeParent !== false) {
    addParent(state, readable, { options, limits, periods })
  }
  for (const period of [...periods.keys()].sort((a, b) => a - b)) yield* merged(periods.get(period)!, limits)
}

/** Bytes that `diffExtents` gives as existing: with `includeParent: false`, what `rbd du --exact` says of a moment. */
export function diffBytes(state: ClusterState, readable: Readable, options: DiffQuery = {}): number {
  let bytes = 0
  for (const { exists, lengthBytes } of diffExtents(state, readable, options)) if (exists) bytes += lengthBytes
  return bytes
}

/** What one object adds to its period. */
interface Piece {
  readonly start: number
  end: number
  readonly exists: boolean
}
type Periods = Map<number, Piece[]>
interface Limits {
  readonly start: number
  readonly end: number
}

function changedObjects({ image, snapshot }: Readable, options: DiffQuery, limits: Limits): Periods {
  const to = epochOf(image, snapshot)
  const from = options.from ? epochOf(image, options.from) : -1
  const { objects } = image
  const periods: Periods = new Map()
  for (const index of objects.touchedAfter(from, to)) {
    if (objectOffset(image, index, limits.start) >= objectOffset(image, index, limits.end)) continue
    const { data, zeros } = options.wholeObject
      ? wholeObjectChange(image, index, { from, to, usesMaps: usesMaps(image, options) })
      : exactChange(image, index, { from, to })
    addPieces(periods, image, { index, ranges: data, exists: true })
    addPieces(periods, image, { index, ranges: zeros, exists: false })
  }
  return periods
}

interface ObjectChange {
  readonly data: readonly number[]
  readonly zeros: readonly number[]
}

function exactChange({ objects }: ImageState, index: number, { from, to }: { from: number; to: number }): ObjectChange {
  const before = from < 0 ? 0 : (objects.lengthOf(index, from) ?? 0)
  const length = objects.lengthOf(index, to)
  if (length === undefined) return { data: [], zeros: before > 0 ? [0, before] : [] }
  const differing = objects.differing(index, from, to)
  if (length >= before) return { data: differing, zeros: [] }
  const kept = [...clipRanges(differing, 0, length), ...clipRanges(differing, before, Number.POSITIVE_INFINITY)]
  return { data: kept, zeros: [length, before] }
}

function usesMaps(image: ImageState, { wholeObject, withoutMaps }: DiffQuery): boolean {
  return wholeObject === true && !withoutMaps && image.features.includes('fast-diff')
}

function wholeObjectChange(
  image: ImageState,
  index: number,
  { usesMaps, ...epochs }: { from: number; to: number; usesMaps: boolean },
): ObjectChange {
  const whole = [0, image.objectBytes]
  if (usesMaps) {
    const change = changeInMaps(image, index, epochs)
    if (change === 'exists') return { data: whole, zeros: [] }
    return { data: [], zeros: change === 'gone' && epochs.from >= 0 ? whole : [] }
  }
  const exists = image.objects.lengthOf(index, epochs.to) !== undefined
  const { data, zeros } = exactChange(image, index, epochs)
  if (data.length + zeros.length === 0) return { data: [], zeros: [] }
  if (!exists) return { data: [], zeros: whole }
  // What the object is shorter by stays apart from the rest of it.
  const [start = 0, end = 0] = zeros
  return { data: end > start ? [0, start, end, image.objectBytes] : whole, zeros }
}

/**
 * What the object maps of two moments, and of the users' snapshots between them, tell of an object. Those of snapshots
 * in the trash or of a group are not looked at, so that what only they had goes unnoticed.
 */
function changeInMaps(
  { objects, snapshots }: ImageState,
  index: number,
  { from, to }: { from: number; to: number },
): 'exists' | 'gone' | undefined {
  let change: 'exists' | 'gone' | undefined
  let existed = from >= 0 && objects.lengthOf(index, from) !== undefined
  for (let epoch = from + 1; epoch <= to; epoch++) {
    if (epoch !== to && snapshots[epoch]?.namespace.kind !== 'user') continue
    const exists = objects.lengthOf(index, epoch) !== undefined
    if (exists && (objects.isDirty(index, epoch) || !existed)) change = 'exists'
    else if (!exists && existed) change = 'gone'
    existed = exists
  }
  return change
}

/** Where an image has no data of its own, what its parent has, within the overlap. */
function addParent(
  state: ClusterState,
  { image, snapshot }: Readable,
  { options, limits, periods }: { options: DiffQuery; limits: Limits; periods: Periods },
): void {
  const link = (snapshot ?? image).parent
  const end = Math.min(limits.end, link?.overlapBytes ?? 0)
  if (link === undefined || limits.start >= end) return
  const to = epochOf(image, snapshot)
  const parentImage = imageById(state, link.image)
  const parent: Readable = { image: parentImage, snapshot: snapshotById(parentImage, link.snapshot) }
  // The parent is asked for the whole objects of it that the range touches, as a child's objects may be smaller.
  const range = { offset: limits.start, lengthBytes: end - limits.start }
  const withoutMaps = !usesMaps(image, options)
  for (const extent of diffExtents(state, parent, { wholeObject: options.wholeObject, withoutMaps, range })) {
    const extentEnd = extent.offset + extent.lengthBytes
    forEachObjectRange(image, extent.offset, extentEnd, (index, from, until) => {
      if (!hidesParent(image, index, { to, usesMaps: !withoutMaps }))
        addPieces(periods, image, { index, ranges: [from, until], exists: true })
    })
  }
}

/** An object map tells that there is an object, the object's own books that it ever had a byte and is still there. */
function hidesParent(image: ImageState, index: number, { to, usesMaps }: { to: number; usesMaps: boolean }): boolean {
  if (usesMaps) return image.objects.lengthOf(index, to) !== undefined
  return exactChange(image, index, { from: -1, to }).data.length > 0
}

function addPieces(
  periods: Periods,
  image: ImageState,
  { index, ranges, exists }: { index: number; ranges: readonly number[]; exists: boolean },
): void {
  if (ranges.length === 0) return
  const period = Math.floor(index / Math.max(image.stripeCount, objectsInSet(image)))
  let pieces = periods.get(period)
  if (pieces === undefined) {
    pieces = []
    periods.set(period, pieces)
  }
  for (let i = 0; i < ranges.length; i += 2) {
    for (const [start, end] of imageRanges(image, index, ranges[i]!, ranges[i + 1]!))
      pieces.push({ start, end, exists })
  }
}

function* merged(pieces: Piece[], limits: Limits): Generator<DiffExtent> {
  pieces.sort((a, b) => a.start - b.start)
  const runs: Piece[] = []
  for (const { start: from, end: to, exists } of pieces) {
    const start = Math.max(from, limits.start)
    const end = Math.min(to, limits.end)
    if (start >= end) continue
    const last = runs.at(-1)
    if (last?.end === start && last.exists === exists) last.end = end
    else runs.push({ start, end, exists })
  }
  for (const { start, end, exists } of runs) yield { offset: start, lengthBytes: end - start, exists }
}

/** The epoch that a snapshot ends, or the head's. */
export function epochOf(image: ImageState, snapshot: SnapshotState | undefined): number {
  return snapshot === undefined ? image.objects.head : image.snapshots.indexOf(snapshot)
}
