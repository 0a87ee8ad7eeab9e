import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  forEachObjectRange,
  imageOffset,
  imageRanges,
  type Layout,
  objectCountOf,
  objectOffset,
} from '#ceph-sim/engine/content/striping.ts'

const KiB = 1024
const MiB = 1024 ** 2

const layouts = fc.constantFrom<Layout>(
  { objectBytes: 4096, stripeUnit: 4096, stripeCount: 1 },
  { objectBytes: 4096, stripeUnit: 1024, stripeCount: 1 },
  { objectBytes: 4096, stripeUnit: 1024, stripeCount: 3 },
  { objectBytes: 2048, stripeUnit: 512, stripeCount: 4 },
  { objectBytes: 2048, stripeUnit: 2048, stripeCount: 5 },
)

/** Where a byte is, by going round the objects unit by unit. */
function placeOf({ objectBytes, stripeUnit, stripeCount }: Layout, offset: number): [index: number, within: number] {
  const unit = Math.floor(offset / stripeUnit)
  const stripe = Math.floor(unit / stripeCount)
  const stripesInObject = objectBytes / stripeUnit
  const index = Math.floor(stripe / stripesInObject) * stripeCount + (unit % stripeCount)
  return [index, (stripe % stripesInObject) * stripeUnit + (offset % stripeUnit)]
}

test('every byte of a range is in the object that the stripes lead to, once', () => {
  fc.assert(
    fc.property(layouts, fc.nat(40_000), fc.integer({ min: 1, max: 12_000 }), (layout, from, length) => {
      const found = new Map<string, number>()
      forEachObjectRange(layout, from, from + length, (index, start, end) => {
        let expected = start
        for (const [offset, stop] of imageRanges(layout, index, start, end)) {
          for (let at = offset; at < stop; at++) {
            expect(placeOf(layout, at)).toEqual([index, expected])
            expect(imageOffset(layout, index, expected)).toBe(at)
            found.set(`${index} ${expected++}`, at)
          }
        }
        expect(expected).toBe(end)
      })
      expect([...found.values()].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => from + i))
    }),
    { numRuns: 12 },
  )
})

test('an object is cut where the image ends, and there are as many as the end needs', () => {
  fc.assert(
    fc.property(layouts, fc.nat(30_000), (layout, sizeBytes) => {
      const bytes = new Map<number, number>()
      for (let at = 0; at < sizeBytes; at++) {
        const [index] = placeOf(layout, at)
        bytes.set(index, (bytes.get(index) ?? 0) + 1)
      }
      for (const [index, length] of bytes) expect(objectOffset(layout, index, sizeBytes)).toBe(length)
      expect(objectCountOf(layout, sizeBytes)).toBe(bytes.size)
    }),
    { numRuns: 12 },
  )
})

describe('as a real cluster laid it out (17)', () => {
  const layout = { objectBytes: 4 * MiB, stripeUnit: 64 * KiB, stripeCount: 4 }

  test('the last byte written ends an object', () => {
    expect([0, 1, 2, 3].map((index) => objectOffset(layout, index, 5 * 64 * KiB))).toEqual([
      131_072, 65_536, 65_536, 65_536,
    ])
  })

  test('1 MiB is in 4 objects, 20 MiB in 8', () => {
    expect([MiB, 20 * MiB].map((size) => objectCountOf(layout, size))).toEqual([4, 8])
  })
})
