import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LayerMap, type UnitState } from '#ceph-sim/engine/content/layer-map.ts'

const units = 3000

test('a map answers as an array of states would', () => {
  const change = fc.record({
    start: fc.nat(units - 1),
    count: fc.oneof(fc.nat(5), fc.nat(units)),
    state: fc.integer({ min: 0, max: 3 }),
    clear: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const map = new LayerMap()
      const plain = new Uint8Array(units)
      for (const { start, count, state, clear } of changes) {
        if (clear === 0) {
          map.clearFrom(start)
          plain.fill(0, start)
          continue
        }
        const end = Math.min(units, start + count)
        map.set(start, end - start, state as UnitState)
        plain.fill(state, start, end)
      }
      const expected: [number, number, number][] = []
      for (let unit = 0; unit < units; ) {
        let end = unit + 1
        while (end < units && plain[end] === plain[unit]) end++
        expect(map.get(unit)).toBe(plain[unit])
        expect(map.runEnd(unit, units)).toBe(end)
        if (plain[unit] !== 0) expected.push([unit, end - unit, plain[unit]!])
        unit = end
      }
      expect([...map.runs()]).toEqual(expected)
      expect(map.isEmpty).toBe(expected.length === 0)
    }),
  )
})

test('a search over a huge gap goes by what exists', () => {
  const map = new LayerMap()
  const far = 2 ** 36
  map.set(far, 1, 1)
  expect(map.runEnd(0, far * 2)).toBe(far)
  expect(map.runEnd(far + 1, far * 2)).toBe(far * 2)
  expect([...map.runs()]).toEqual([[far, 1, 1]])
})
