/**
 * Which bytes of an image are in which of its objects (striping v2): units of `stripeUnit` bytes go round `stripeCount`
 * objects, a set, until each of them is full.
 *
 *     unit 64K, count 2:   image    | 0  64K | 64K 128K | 128K 192K | 192K 256K | ...
 *                          object   | 0      | 1        | 0         | 1         | ...
 *
 * A range of an image without gaps is, in each object, a range without gaps too; so the number of an object's bytes that
 * lie before an offset of the image (`objectOffset`) tells everything.
 *
 * @see https://docs.ceph.com/en/pacific/dev/file-striping/
 */
export interface Layout {
  readonly objectBytes: number
  readonly stripeUnit: number
  readonly stripeCount: number
}

/** Object n is simply the n-th piece of the image. */
export function isPlain({ objectBytes, stripeUnit, stripeCount }: Layout): boolean {
  return stripeCount === 1 || stripeUnit === objectBytes
}

/** The number of objects in a set; 1 for a plain layout, whatever it says. */
export function objectsInSet(layout: Layout): number {
  return isPlain(layout) ? 1 : layout.stripeCount
}

/** Bytes of the image that one set of objects holds. */
export function setBytes(layout: Layout): number {
  return layout.objectBytes * objectsInSet(layout)
}

/** How many of an object's bytes lie before an offset of the image: where the object is cut when the image ends there. */
export function objectOffset(layout: Layout, index: number, imageOffset: number): number {
  if (isPlain(layout)) return Math.max(0, Math.min(layout.objectBytes, imageOffset - index * layout.objectBytes))
  const { stripeUnit, stripeCount, objectBytes } = layout
  const set = Math.floor(index / stripeCount)
  const within = imageOffset - set * objectBytes * stripeCount
  if (within <= 0) return 0
  const stripeBytes = stripeUnit * stripeCount
  const stripes = Math.floor(within / stripeBytes)
  const inStripe = within - stripes * stripeBytes - (index - set * stripeCount) * stripeUnit
  return Math.min(objectBytes, stripes * stripeUnit + Math.max(0, Math.min(stripeUnit, inStripe)))
}

/** Where a byte of an object is in the image. */
export function imageOffset(layout: Layout, index: number, offset: number): number {
  if (isPlain(layout)) return index * layout.objectBytes + offset
  const { stripeUnit, stripeCount, objectBytes } = layout
  const set = Math.floor(index / stripeCount)
  const stripe = Math.floor(offset / stripeUnit)
  const base = set * objectBytes * stripeCount + (index - set * stripeCount) * stripeUnit
  return base + stripe * stripeUnit * stripeCount + (offset - stripe * stripeUnit)
}

/** Calls back for each object that has bytes in `[from, to)` of the image, with the range of the object. */
export function forEachObjectRange(
  layout: Layout,
  from: number,
  to: number,
  visit: (index: number, start: number, end: number) => void,
): void {
  const { objectBytes } = layout
  const inSet = objectsInSet(layout)
  const last = Math.ceil(to / (objectBytes * inSet)) * inSet
  for (let index = Math.floor(from / (objectBytes * inSet)) * inSet; index < last; index++) {
    const start = objectOffset(layout, index, from)
    const end = objectOffset(layout, index, to)
    if (start < end) visit(index, start, end)
  }
}

/** Where bytes `[start, end)` of an object are in the image, in order: `[offset, end]` pairs. */
export function* imageRanges(
  layout: Layout,
  index: number,
  start: number,
  end: number,
): Generator<readonly [offset: number, end: number]> {
  if (start >= end) return
  if (isPlain(layout)) {
    const base = index * layout.objectBytes
    yield [base + start, base + end]
    return
  }
  const { stripeUnit } = layout
  for (let at = start; at < end; ) {
    const stop = Math.min(end, (Math.floor(at / stripeUnit) + 1) * stripeUnit)
    const offset = imageOffset(layout, index, at)
    yield [offset, offset + stop - at]
    at = stop
  }
}

/** How many objects an image of this size may have. */
export function objectCountOf(layout: Layout, sizeBytes: number): number {
  if (isPlain(layout)) return Math.ceil(sizeBytes / layout.objectBytes)
  const { objectBytes, stripeUnit, stripeCount } = layout
  const sets = Math.floor(sizeBytes / setBytes(layout))
  const rest = sizeBytes - sets * objectBytes * stripeCount
  return sets * stripeCount + Math.min(stripeCount, Math.ceil(rest / stripeUnit))
}
