import { expect, test } from 'vitest'
import { hexdump } from '#cli/commands/rados/hexdump.ts'

test('a short last row keeps its text in place, and the end has its offset', () => {
  expect(hexdump(Buffer.from('rbd_data.1a3b5576c03d'))).toBe(
    '00000000  72 62 64 5f 64 61 74 61  2e 31 61 33 62 35 35 37  |rbd_data.1a3b557|\n' +
      '00000010  36 63 30 33 64                                    |6c03d|\n' +
      '00000015\n',
  )
})

test('rows of zeros after the first are one star', () => {
  const rows = hexdump(Buffer.concat([Buffer.alloc(64), Buffer.from([1])])).split('\n')
  expect(rows.map((row) => row.slice(0, 8).trim())).toEqual(['00000000', '*', '00000040', '00000041', ''])
})

test('nothing is an offset of nothing', () => {
  expect(hexdump(Buffer.alloc(0))).toBe('00000000\n')
})
