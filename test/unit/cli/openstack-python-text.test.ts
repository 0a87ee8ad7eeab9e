import { describe, expect, test } from 'vitest'
import { pythonJson, pythonLiteral, pythonText, pythonTuple } from '#cli/commands/openstack/python-text.ts'

describe('values as the real clients write them', () => {
  test.each([
    [null, 'None'],
    [true, 'True'],
    [false, 'False'],
    [16, '16'],
    ['text', "'text'"],
    ["it's", '"it\'s"'],
    ['both \' and "', "'both \\' and \"'"],
    ['a\nb\\', "'a\\nb\\\\'"],
    [[], '[]'],
    [{ url: 'rbd://x', metadata: { store: 'central' } }, "{'url': 'rbd://x', 'metadata': {'store': 'central'}}"],
  ] as const)('%j is the literal %s', (value, literal) => {
    expect(pythonLiteral(value)).toBe(literal)
  })

  test('text by itself has no quotes', () => {
    expect(pythonText('plain')).toBe('plain')
    expect(pythonText(['plain'])).toBe("['plain']")
  })

  test('a tuple of one keeps its comma', () => {
    expect(pythonTuple(['id'])).toBe("('id',)")
    expect(pythonTuple(['id', 'name'])).toBe("('id', 'name')")
  })

  test('JSON has blanks and is ASCII', () => {
    expect(pythonJson({ a: [1, null, true], b: 'é😀' })).toBe('{"a": [1, null, true], "b": "\\u00e9\\ud83d\\ude00"}')
  })
})
