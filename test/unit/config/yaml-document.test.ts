import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ConfigError } from '#kernel/config/config-error.ts'
import { bitsPerSecondQuantity, notSimulated } from '#kernel/config/quantities.ts'
import { YamlDocument } from '#kernel/config/yaml-document.ts'

const schema = z.strictObject({
  name: z.string(),
  role: z.enum(['hub', 'edge']).optional(),
  hosts: z.int().min(1).optional(),
  link: z.strictObject({ bandwidth: bitsPerSecondQuantity, rtt: z.string().optional() }).optional(),
  list: z.array(z.strictObject({ id: z.string() })).optional(),
  matrix: notSimulated('matrix'),
})

function problemsOf(text: string): readonly string[] {
  return errorOf(text).problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`)
}

function errorOf(text: string): ConfigError {
  try {
    new YamlDocument(text, 'file.yaml').parse(schema)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('the document was accepted')
}

describe('a document with problems', () => {
  test('an unknown key is named with the nearest known one', () => {
    expect(problemsOf('name: a\nlink: {bandwith: 1Mbps, bandwidth: 1Mbps}\n')).toEqual([
      '2:8 link.bandwith: unknown key "bandwith" (did you mean "bandwidth"?)',
    ])
  })

  test('a key that resembles nothing gets the list of known ones', () => {
    expect(problemsOf('name: a\nlist:\n  - id: x\n    zzzzzz: 1\n')).toEqual([
      '4:5 list[0].zzzzzz: unknown key "zzzzzz" (known: id)',
    ])
  })

  test('all problems are listed at once, in the order of the file', () => {
    expect(problemsOf('name: 5\nrole: egde\nhosts: 0\nlink: {bandwidth: 12}\n')).toEqual([
      '1:7 name: expected a text, not 5',
      '2:7 role: "egde" is not one of hub, edge (did you mean "edge"?)',
      '3:8 hosts: 0 is too small: at least 1',
      '4:19 link.bandwidth: "12" has no unit: a rate needs one (did you mean 12Mbps?)',
    ])
  })

  test('a missing key is reported where its map begins', () => {
    expect(problemsOf('name: a\nlink:\n  rtt: 40ms\n')).toEqual(['3:3 link.bandwidth: is missing'])
  })

  test('what the format knows and the simulator does not play is refused by name', () => {
    expect(problemsOf('name: a\nmatrix: {x: [1]}\n')).toEqual(['2:9 matrix: not simulated yet: matrix'])
  })

  test('a duplicate key is an error at its second place', () => {
    expect(problemsOf('name: a\nname: b\n')).toEqual(['2:1 : duplicate key "name"'])
  })

  test('a syntax error has a place', () => {
    const [problem] = errorOf('name: [a\nrole: hub\n').problems
    expect(problem?.line).toBe(2)
  })

  test('an empty document is no map', () => {
    expect(problemsOf('')).toEqual(['1:1 : expected a map, not nothing'])
  })

  test('its printable form shows the line with a caret under what is meant', () => {
    expect(errorOf('name: a\nlink: {bandwith: 1Mbps, bandwidth: 1Mbps}\n').toPrintable()).toBe(
      [
        'file.yaml:2:8 link.bandwith: unknown key "bandwith" (did you mean "bandwidth"?)',
        '  2 | link: {bandwith: 1Mbps, bandwidth: 1Mbps}',
        '    |        ^^^^^^^^',
      ].join('\n'),
    )
  })

  test('it is an invalid argument to programs', () => {
    const error = errorOf('name: 5\n')
    expect(error.code).toBe('invalid_argument')
    expect(error.details.problems).toEqual(['file.yaml:1:7 name: expected a text, not 5'])
  })
})

test('a part is checked by a schema of its own, with the full path in problems', () => {
  const document = new YamlDocument('name: a\nwith: {colour: 1}\n', 'file.yaml')
  const result = document.check(z.strictObject({ color: z.int().optional() }), ['with'])
  expect(!result.ok && result.problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
    'with.colour unknown key "colour" (did you mean "color"?)',
  ])
})

test('a problem with something absent points at the nearest enclosing value', () => {
  const document = new YamlDocument('sites:\n  - id: a\n', 'file.yaml')
  expect(document.problem(['sites', 0, 'link', 'rate'], 'is missing')).toMatchObject({
    line: 2,
    path: 'sites[0].link.rate',
  })
})
