import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './source-files.ts'

/** Lines that declare nothing: blanks, closing braces, and what a file says of itself. */
const declaresNothing = /^(\}|$|(syntax|package|import|option|reserved)\b)/

/**
 * What a contract declares without a comment directly above, as `line: text`. Every line that is neither a comment nor
 * nothing is a declaration (a service, rpc, message, enum, enum value, oneof or field), so no form of one is missed.
 */
function undocumented(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.flatMap((line, index) => {
    const isDeclaration = !line.startsWith('//') && !declaresNothing.test(line)
    return isDeclaration && !/^\/\/ \S/.test(lines[index - 1] ?? '') ? [`${index + 1}: ${line}`] : []
  })
}

describe('the comments of the contracts', () => {
  it.each(globSync('proto/**/*.proto', { cwd: root }).sort())('%s says what each declaration means', (file) => {
    expect(undocumented(readFileSync(path.join(root, file), 'utf8'))).toEqual([])
  })

  it('are missed wherever they are not', () => {
    const contract = [
      'syntax = "proto3";',
      'service Doors {',
      '  // Opens it.',
      '  rpc Open(Door) returns (Door);',
      '  rpc Shut(Door) returns (Door);',
      '}',
      '// A door.',
      'message Door {',
      '  map<string, string> labels = 1;',
      '  // Which.',
      '',
      '  optional string id = 2;',
      '}',
      'enum Colour {',
      '  RED = 0;',
      '}',
    ]
    expect(undocumented(contract.join('\n'))).toEqual([
      '2: service Doors {',
      '5: rpc Shut(Door) returns (Door);',
      '9: map<string, string> labels = 1;',
      '12: optional string id = 2;',
      '14: enum Colour {',
      '15: RED = 0;',
    ])
  })
})
