import { CorruptError } from '#kernel/errors/domain-error.ts'
import { formatSpec } from '../../rbd.ts'
import type { ObjectsLost } from '../changes.ts'
import { forEachObjectRange, imageRanges, type Layout } from '../content/striping.ts'
import { type ClusterState, type ImageState, imageById, type SnapshotState, snapshotById } from '../state.ts'

/**
 * Data of which every replica is gone. An object and its clones beneath snapshots lie on the same osds, so they are lost
 * together; a head that is written anew as a whole, or removed, is sound again, what the snapshots had is not.
 *
 * By object number: the id of the newest snapshot that lost it, or `headToo` while the head has lost it too. Plain data.
 */
export type LostObjects = Readonly<Record<string, number>>

const headToo = -1

/** What of one image, or of it as it was at a snapshot, cannot be read any more. */
export interface Damage {
  readonly image: ImageState
  readonly snapshot: SnapshotState | undefined
  /** Objects, those of parents included, without which something is missing. */
  readonly objects: number
  /** Of the image, merged, in order. */
  readonly ranges: readonly { readonly offset: number; readonly lengthBytes: number }[]
  /** Some or all of it is in a parent: it was lost there. */
  readonly inherited: boolean
  /** Names of lost objects that a real image cannot be opened without; here its data can still be read. */
  readonly metadata: readonly string[]
}

/** The part of `apply` for this change. */
export function loseObjects(state: ClusterState, { data, metadata }: ObjectsLost): void {
  state.hasLosses = true
  for (const [id, indexes] of Object.entries(data)) {
    const image = imageById(state, id)
    image.lost = { ...image.lost, ...Object.fromEntries(indexes.map((index) => [index, headToo])) }
  }
  for (const [id, names] of Object.entries(metadata)) {
    const image = imageById(state, id)
    image.lostMetadata = [...new Set([...(image.lostMetadata ?? []), ...names])]
  }
}

/** The head's object was removed, or written as a whole. */
export function healHead(image: ImageState, index: number): void {
  if (image.lost?.[index] !== headToo) return
  const { [index]: _, ...others } = image.lost
  const newest = image.snapshots.at(-1)
  if (newest) image.lost = { ...others, [index]: newest.id }
  else image.lost = Object.keys(others).length === 0 ? undefined : others
}

/** Whether an object is one whose content is gone, as the head or a snapshot has it. */
export function isLost(image: ImageState, index: number, snapshot?: SnapshotState): boolean {
  const until = image.lost?.[index]
  if (until === undefined) return false
  if (snapshot === undefined) return until === headToo
  if (until !== headToo && snapshot.id > until) return false
  return image.objects.lengthOf(index, image.snapshots.indexOf(snapshot)) !== undefined
}

/** @throws CorruptError (EIO) when a part of `[from, to)` was in an object that is lost, the parents' included */
export function assertIntact(
  state: ClusterState,
  { image, snapshot }: { image: ImageState; snapshot: SnapshotState | undefined },
  from: number,
  to: number,
): void {
  if (!state.hasLosses || !hasLosses(state, image, snapshot)) return
  for (const { offset, end } of lostRanges(state, image, snapshot, from, to)) {
    if (offset < to && end > from) throw objectLost(image, snapshot, offset)
  }
}

/** @throws CorruptError (EIO) when an object of the head is lost */
export function assertObjectIntact(image: ImageState, index: number): void {
  if (image.lost && isLost(image, index)) throw objectLost(image, undefined, index * image.objectBytes)
}

/** Every image and snapshot that has lost something, by name; what hangs on a damaged parent included. */
export function damages(state: ClusterState): readonly Damage[] {
  return [...state.images.values()]
    .flatMap((image) => [undefined, ...image.snapshots].map((snapshot) => damageOf(state, image, snapshot)))
    .filter((damage) => damage !== undefined)
}

function damageOf(state: ClusterState, image: ImageState, snapshot: SnapshotState | undefined): Damage | undefined {
  const metadata = snapshot ? [] : (image.lostMetadata ?? [])
  if (metadata.length === 0 && !hasLosses(state, image, snapshot)) return undefined
  const { sizeBytes } = snapshot ?? image
  const found = [...lostRanges(state, image, snapshot, 0, sizeBytes)].sort((a, b) => a.offset - b.offset)
  if (found.length === 0 && metadata.length === 0) return undefined
  const ranges: { offset: number; lengthBytes: number }[] = []
  for (const { offset, end } of found) {
    const last = ranges.at(-1)
    if (last && last.offset + last.lengthBytes >= offset) {
      last.lengthBytes = Math.max(last.offset + last.lengthBytes, end) - last.offset
    } else ranges.push({ offset, lengthBytes: end - offset })
  }
  const objects = new Set(found.map(({ owner, index }) => `${owner.id}/${index}`)).size
  return { image, snapshot, objects, ranges, inherited: found.some(({ owner }) => owner !== image), metadata }
}

/** Whether the image or anything beneath it has lost anything: cheap, for every read. */
function hasLosses(state: ClusterState, image: ImageState, snapshot: SnapshotState | undefined): boolean {
  if (image.lost) return true
  let link = (snapshot ?? image).parent
  while (link) {
    const parent = imageById(state, link.image)
    if (parent.lost) return true
    link = snapshotById(parent, link.snapshot).parent
  }
  return false
}

interface LostRange {
  readonly offset: number
  readonly end: number
  readonly owner: ImageState
  readonly index: number
}

/** Ranges of the image that are in lost objects, within about `[from, to)`, in no order. */
function* lostRanges(
  state: ClusterState,
  image: ImageState,
  snapshot: SnapshotState | undefined,
  from: number,
  to: number,
): Generator<LostRange> {
  const layout: Layout = image
  const { sizeBytes, parent } = snapshot ?? image
  const limit = Math.min(to, sizeBytes)
  const [first, last] = objectsWithin(layout, from, limit)
  for (const key of Object.keys(image.lost ?? {})) {
    const index = Number(key)
    if (index < first || index > last || !isLost(image, index, snapshot)) continue
    for (const [offset, end] of imageRanges(layout, index, 0, image.objectBytes)) {
      if (offset < limit && end > from) yield { offset, end: Math.min(end, sizeBytes), owner: image, index }
    }
  }
  if (!parent || parent.overlapBytes <= from) return
  const parentImage = imageById(state, parent.image)
  const shown = Math.min(limit, parent.overlapBytes)
  const epoch = snapshot ? image.snapshots.indexOf(snapshot) : image.objects.head
  for (const range of lostRanges(state, parentImage, snapshotById(parentImage, parent.snapshot), from, shown)) {
    // An object of the clone's own hides the parent's.
    const hidden = new Set<number>()
    forEachObjectRange(layout, range.offset, Math.min(range.end, shown), (index) => {
      if (image.objects.lengthOf(index, epoch) !== undefined) hidden.add(index)
    })
    yield* visibleParts(layout, range, Math.min(range.end, shown), hidden)
  }
}

function* visibleParts(
  layout: Layout,
  range: LostRange,
  end: number,
  hidden: ReadonlySet<number>,
): Generator<LostRange> {
  if (hidden.size === 0) {
    yield { ...range, end }
    return
  }
  const shown: [number, number, number][] = []
  forEachObjectRange(layout, range.offset, end, (index, start, stop) => {
    if (!hidden.has(index)) shown.push([index, start, stop])
  })
  for (const [index, start, stop] of shown) {
    for (const [from, to] of imageRanges(layout, index, start, stop)) yield { ...range, offset: from, end: to }
  }
}

/** Bounds of the numbers of the objects that have bytes in a range. */
function objectsWithin({ objectBytes, stripeCount }: Layout, from: number, to: number): [number, number] {
  const set = objectBytes * stripeCount
  return [Math.floor(from / set) * stripeCount, Math.ceil(to / set) * stripeCount - 1]
}

function objectLost(image: ImageState, snapshot: SnapshotState | undefined, offset: number): CorruptError {
  const spec = { pool: image.pool.name, image: image.name, snapshot: snapshot?.name }
  return new CorruptError(`every replica of what ${formatSpec(spec)} had at ${offset} is lost`, {
    errno: 'EIO',
    reason: 'object_lost',
    pool: spec.pool,
    image: spec.image,
    offset,
  })
}
