import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRange, clipRanges, coversRange } from '#ceph-sim/engine/content/byte-ranges.ts'

const size = 60
const range = fc.tuple(fc.nat(size), fc.nat(size)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

function bytesOf(ranges: readonly number[]): number[] {
  const bytes: number[] = []
  for (let i = 0; i < ranges.length; i += 2) for (let at = ranges[i]!; at < ranges[i + 1]!; at++) bytes.push(at)
  return bytes
}

test('ranges are the set of their bytes, in order and joined', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), range, (added, [start, end]) => {
      const ranges: number[] = []
      const bytes = new Set<number>()
      for (const [from, to] of added) {
        addRange(ranges, from, to)
        for (let at = from; at < to; at++) bytes.add(at)
      }
      expect(bytesOf(ranges)).toEqual([...bytes].sort((a, b) => a - b))
      for (let i = 1; i < ranges.length; i++) expect(ranges[i]!).toBeGreaterThan(ranges[i - 1]!)
      const asked = Array.from({ length: end - start }, (_, i) => start + i)
      expect(bytesOf(clipRanges(ranges, start, end))).toEqual(asked.filter((at) => bytes.has(at)))
      expect(coversRange(ranges, start, end)).toBe(asked.every((at) => bytes.has(at)))
    }),
  )
})
