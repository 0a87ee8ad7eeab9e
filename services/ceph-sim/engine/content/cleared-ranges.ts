import type { ImageState } from '../state.ts'
import { addRange, type ByteRanges } from './byte-ranges.ts'
import { unitBytes } from './layer-map.ts'
import { imageRanges } from './striping.ts'

/** Bytes of one object, counted from its start. */
export interface ObjectRange {
  readonly index: number
  readonly start: number
  readonly end: number
}

/** Where ranges of objects are in the image, joined where they meet. */
export function clearedRanges(image: ImageState, objects: readonly ObjectRange[]): ByteRanges {
  const cleared: number[] = []
  for (const { index, start, end } of objects) {
    for (const [from, to] of imageRanges(image, index, start, end)) addRange(cleared, from, to)
  }
  return cleared
}

/** The units that ranges cover a part of only, with those parts. */
export function partlyCleared(cleared: ByteRanges): ReadonlyMap<number, ByteRanges> {
  const parts = new Map<number, number[]>()
  const add = (start: number, end: number) => {
    if (start >= end) return
    const unit = Math.floor(start / unitBytes)
    const known = parts.get(unit)
    if (known) known.push(start, end)
    else parts.set(unit, [start, end])
  }
  for (let i = 0; i < cleared.length; i += 2) {
    const [start, end] = [cleared[i]!, cleared[i + 1]!]
    const firstWhole = Math.min(end, Math.ceil(start / unitBytes) * unitBytes)
    const lastWhole = Math.max(firstWhole, Math.floor(end / unitBytes) * unitBytes)
    add(start, firstWhole)
    add(lastWhole, end)
  }
  return parts
}
