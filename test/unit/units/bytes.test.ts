import { expect, test } from 'vitest'
import { formatBytes } from '#kernel/units/bytes.ts'

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1_000_000, '977 KiB'],
  [5_120_000, '4.9 MiB'],
  [4_200_448, '4.0 MiB'],
  [16_777_728, '16 MiB'],
  [4.25 * 2 ** 30, '4.2 GiB'],
  [12.5 * 2 ** 20, '12 MiB'],
  [13.5 * 2 ** 20, '14 MiB'],
  [10 * 2 ** 40, '10 TiB'],
  [351_952_896, '336 MiB'],
  [6524, '6.4 KiB'],
])('%d bytes are printed as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
