/**
 * Sets of bytes as sorted, disjoint ranges that do not touch, in one flat list: start, end, start, end. A plain array,
 * so that a checkpoint can hold it as it is.
 */
export type ByteRanges = readonly number[]

/** Adds `[start, end)` in place, joining what it meets. */
export function addRange(ranges: number[], start: number, end: number): void {
  if (start >= end) return
  const first = firstEndingFrom(ranges, start)
  let from = start
  let to = end
  let last = first
  while (last < ranges.length && ranges[last]! <= to) {
    from = Math.min(from, ranges[last]!)
    to = Math.max(to, ranges[last + 1]!)
    last += 2
  }
  if (last === first + 2) {
    ranges[first] = from
    ranges[first + 1] = to
  } else ranges.splice(first, last - first, from, to)
}

/** Whether every byte of `[start, end)` is in the set. */
export function coversRange(ranges: ByteRanges, start: number, end: number): boolean {
  if (start >= end) return true
  const first = firstEndingFrom(ranges, start + 1)
  return first < ranges.length && ranges[first]! <= start && ranges[first + 1]! >= end
}

/** What of the set lies in `[start, end)`. */
export function clipRanges(ranges: ByteRanges, start: number, end: number): number[] {
  const clipped: number[] = []
  for (let i = firstEndingFrom(ranges, start + 1); i < ranges.length && ranges[i]! < end; i += 2) {
    clipped.push(Math.max(start, ranges[i]!), Math.min(end, ranges[i + 1]!))
  }
  return clipped
}

/** Where in the list the first range begins that ends at `offset` or after. */
function firstEndingFrom(ranges: ByteRanges, offset: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ranges[2 * middle + 1]! < offset) low = middle + 1
    else high = middle
  }
  return 2 * low
}
