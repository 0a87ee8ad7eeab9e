import type { Layer } from '../content/layers.ts'
import { forEachObjectRange, imageOffset, imageRanges, objectOffset } from '../content/striping.ts'
import { type ClusterState, type ImageState, imageById, type ParentLink, snapshotById } from '../state.ts'

/**
 * How long the copy of a parent's part of an object is: to the last byte that the parent's own objects hold there; 0
 * where the parent has nothing but zeros, which librbd does not copy.
 *
 * @param object - of the clone; it has no data of its own
 * @param layer - what shows the parent's content
 * @param until - of the object: what lies behind is not copied
 * @see ceph/ceph src/librbd/io/CopyupRequest.cc
 */
export function copiedLength(
  state: ClusterState,
  image: ImageState,
  { index, link, layer, until }: { index: number; link: ParentLink; layer: Layer; until?: number | undefined },
): number {
  const shown = Math.min(objectOffset(image, index, link.overlapBytes), until ?? Number.POSITIVE_INFINITY)
  const ranges = [...imageRanges(image, index, 0, shown)]
  if (!ranges.some(([from, to]) => state.layers.hasData(layer, from, to))) return 0
  for (const [from, to] of ranges.reverse()) {
    const end = providedEnd(state, link, from, to)
    if (end > from) return objectOffset(image, index, end)
  }
  return 0
}

/** Where the last byte in `[from, to)` ends that is in an object of a parent or of its parents; `from` without any. */
function providedEnd(state: ClusterState, link: ParentLink, from: number, to: number): number {
  const image = imageById(state, link.image)
  const snapshot = snapshotById(image, link.snapshot)
  const epoch = image.snapshots.indexOf(snapshot)
  const limit = Math.min(to, snapshot.sizeBytes)
  let last = from
  forEachObjectRange(image, from, limit, (index, start, end) => {
    const length = image.objects.lengthOf(index, epoch)
    if (length !== undefined) {
      if (length > start) last = Math.max(last, imageOffset(image, index, Math.min(length, end) - 1) + 1)
    } else if (snapshot.parent) {
      const shown = Math.min(objectOffset(image, index, snapshot.parent.overlapBytes), end)
      for (const [first, stop] of imageRanges(image, index, start, shown)) {
        const found = providedEnd(state, snapshot.parent, first, stop)
        if (found > first) last = Math.max(last, found)
      }
    }
  })
  return last
}
