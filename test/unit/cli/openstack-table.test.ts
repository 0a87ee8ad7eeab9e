import { describe, expect, test } from 'vitest'
import { displayWidth, fitWidths, openstackTable, wrapLine } from '#cli/format/openstack-table.ts'

describe('openstack table', () => {
  test('pads cells to the widest and aligns as told', () => {
    const table = openstackTable({
      columns: ['Name', 'Size'],
      rows: [
        ['a', '8'],
        ['longer', '1024'],
      ],
      align: ['left', 'right'],
    })
    expect(table.split('\n')).toEqual([
      '+--------+------+',
      '| Name   | Size |',
      '+--------+------+',
      '| a      |    8 |',
      '| longer | 1024 |',
      '+--------+------+',
    ])
  })

  test('without rows only the header stands', () => {
    expect(openstackTable({ columns: ['ID'], rows: [] }).split('\n')).toEqual(['+----+', '| ID |', '+----+', '+----+'])
  })

  test('Z06 a long cell is wrapped inside its column, the other cells stay blank below', () => {
    const rows = [['stores', '[{"id": "central"}, {"id": "dcn0"}]']]
    expect(openstackTable({ columns: ['Property', 'Value'], rows, maxWidth: [80, 20] }).split('\n')).toEqual([
      '+----------+----------------------+',
      '| Property | Value                |',
      '+----------+----------------------+',
      '| stores   | [{"id": "central"},  |',
      '|          | {"id": "dcn0"}]      |',
      '+----------+----------------------+',
    ])
  })

  test('line ends in a cell make lines of it', () => {
    expect(openstackTable({ columns: ['A'], rows: [['x\nyy']] })).toContain('| x  |\n| yy |')
  })

  test('East Asian names take two columns a character', () => {
    expect(displayWidth('中央サイト')).toBe(10)
    const lines = openstackTable({ columns: ['Name'], rows: [['中央'], ['abcd']] }).split('\n')
    expect(lines.slice(3, 5)).toEqual(['| 中央 |', '| abcd |'])
  })
})

describe('wrapping', () => {
  test.each([
    ['aaa bbb ccc', 7, ['aaa bbb', 'ccc']],
    ['well-known thing', 8, ['well-', 'known', 'thing']],
    ['f9-a1-b2-c3', 6, ['f9-a1-', 'b2-c3']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['x abcdefghij', 4, ['x ab', 'cdef', 'ghij']],
    ['rbd://aaaa-95fb-8ba0ebb041e0/snap', 20, ['rbd://aaaa-95fb-', '8ba0ebb041e0/snap']],
    ['one--two', 5, ['one--', 'two']],
  ])('%j at %i', (line, width, lines) => {
    expect(wrapLine(line, width)).toEqual(lines)
  })
})

describe('fitting to a width', () => {
  const table = { columns: ['ID', 'Name'], rows: [['x'.repeat(40), 'name']] }

  test('a table that fits is left alone', () => {
    expect(fitWidths(table, 200, 8)).toBeUndefined()
  })

  test('only wide columns give way', () => {
    expect(fitWidths(table, 30, 8)).toEqual([19, undefined])
  })

  test('no column goes below the least width', () => {
    expect(fitWidths(table, 10, 8)?.[0]).toBe(8)
  })
})
