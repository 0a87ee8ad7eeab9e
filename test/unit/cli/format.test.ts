import { expect, test } from 'vitest'
import { formatCtime } from '#cli/format/dates.ts'
import { Fraction, formatJson, formatXml } from '#cli/format/document.ts'
import { orderOfObjectSize, parseByteSize, parseImageSize } from '#cli/format/sizes.ts'
import { formatTextTable } from '#cli/format/text-table.ts'

test('a table pads every cell to its column, the last one too, and counts bytes', () => {
  const columns = [{ heading: 'NAME' }, { heading: 'SIZE', values: 'right' }] as const
  expect(
    formatTextTable(columns, [
      ['ü', '1 B'],
      ['image', '10 MiB'],
    ]),
  ).toBe('NAME   SIZE  \nü        1 B\nimage  10 MiB\n')
})

test('fractions are printed with the digits that C prints', () => {
  const print = (value: number) => formatJson([new Fraction(value)], false)
  expect(print(351952896 / 42949672960)).toBe('[0.0081945415586233139]')
  expect(print(41955328 / (41955328 + 40450236416))).toBe('[0.0010361337335780263]')
  expect(print(7.0882106228964403e-7)).toBe('[7.0882106228964403e-07]')
  expect(print(0)).toBe('[0]')
  expect(print(0.5)).toBe('[0.5]')
})

test('absent members are left out of JSON and XML; XML is escaped', () => {
  const value = { name: 'a<b', none: undefined, items: ['x'] }
  expect(formatJson(value, false)).toBe('{"name":"a<b","items":["x"]}')
  expect(formatXml('doc', value, { items: 'item' }, false)).toBe(
    '<doc><name>a&lt;b</name><items><item>x</item></items></doc>',
  )
})

test.each([
  ['1024', 2 ** 30],
  ['1G', 2 ** 30],
  ['1GB', 2 ** 30],
  ['1B', 1],
  ['0', 0],
  ['1GiB', undefined],
  ['1g', undefined],
  ['1.5G', undefined],
  ['-1', undefined],
  ['99999999999999999999', undefined],
])('--size %s is %s bytes', (text, bytes) => {
  expect(parseImageSize(text)).toBe(bytes)
})

test('object sizes are bytes and rounded up to a power of two', () => {
  expect(orderOfObjectSize(parseByteSize('3M')!)).toBe(22)
  expect(orderOfObjectSize(parseByteSize('4096')!)).toBe(12)
})

test('dates are those of ctime', () => {
  expect(formatCtime(0)).toBe('Thu Jan  1 00:00:00 1970')
  expect(formatCtime(Date.UTC(2026, 10, 20, 11, 35, 11))).toBe('Fri Nov 20 11:35:11 2026')
})
