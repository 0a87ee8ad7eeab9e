import { describe, expect, test } from 'vitest'
import {
  applyFilters,
  type CommandLine,
  expandText,
  expandWords,
  parseCommandLine,
  variablesOf,
  withoutContainer,
} from '#cli/scenario/command-line.ts'

function parse(text: string): CommandLine {
  const parsed = parseCommandLine(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.line
}
function argv(text: string, variables: Record<string, string> = {}): readonly string[] {
  return expandWords(parse(text).words, new Map(Object.entries(variables)))
}
function problem(text: string): string {
  const parsed = parseCommandLine(text)
  return parsed.ok ? 'understood' : parsed.problem
}

describe('a command line', () => {
  test.each([
    ['glance stores-info', ['glance', 'stores-info']],
    ['a  b\tc', ['a', 'b', 'c']],
    ["a 'b c' d", ['a', 'b c', 'd']],
    ['a "b c"d', ['a', 'b cd']],
    ['a "b \\" c"', ['a', 'b " c']],
    ['a b\\ c', ['a', 'b c']],
    ["a ''", ['a', '']],
    [
      'glance image-create \\\n  --name x \\\n  --store central',
      ['glance', 'image-create', '--name', 'x', '--store', 'central'],
    ],
  ])('%s falls into words', (text, words) => {
    expect(argv(text)).toEqual(words)
  })

  test('variables are put in, in double quotes too, and one stays one word', () => {
    expect(argv('a $X "$X-$Y" \'$X\'', { X: 'one two', Y: '3' })).toEqual(['a', 'one two', 'one two-3', '$X'])
  })

  test('<host> is the web server', () => {
    expect(argv('a --uri http://<host>/0.4.0/x.img', { host: 'localhost:80' })).toEqual([
      'a',
      '--uri',
      'http://localhost:80/0.4.0/x.img',
    ])
    expect(variablesOf(parse('a $X http://<host>/$X'))).toEqual(['X', 'host'])
  })

  test('VAR=$(command) captures', () => {
    const line = parse('ID=$(openstack image show cirros -c id -f value)')
    expect(line.capture).toBe('ID')
    expect(expandWords(line.words, new Map())).toEqual([
      'openstack',
      'image',
      'show',
      'cirros',
      '-c',
      'id',
      '-f',
      'value',
    ])
  })

  test('| grep keeps the lines that have the word', () => {
    const { filters } = parse('openstack image show $ID | grep -i Properties | grep -v x')
    expect(applyFilters('| id | 1 |\n| properties | a |\n| properties | x |\n', filters)).toBe('| properties | a |\n')
    expect(applyFilters('nothing\n', filters)).toBe('')
  })

  test.each([
    ['a; b', '";" is not understood'],
    ['a && b', '"&" is not understood'],
    ['a > file', '">" is not understood'],
    ['a `b`', '"`" is not understood'],
    ['a $(b)', 'followed by no name'],
    ['a *.img', '"*" is not understood'],
    ["a 'b", 'single quote is not closed'],
    ['a "b', 'double quote is not closed'],
    ['a | awk x', 'only "| grep WORD"'],
    ['a | grep', 'grep takes one word'],
    ['a | grep a.*b', '"*" is not understood'],
    ["a | grep 'a.*b'", 'plain text'],
    ['  ', 'there is no command'],
  ])('what only a shell would understand is refused: %s', (text, why) => {
    expect(problem(text)).toContain(why)
  })

  test('a value that looks like shell is still only a value', () => {
    expect(argv('rm $X', { X: '; reboot | grep $(y)' })).toEqual(['rm', '; reboot | grep $(y)'])
  })

  test('a variable without a value is an error', () => {
    expect(() => argv('a $NOPE')).toThrow('$NOPE has no value')
    expect(() => expandText('x-$NOPE', new Map())).toThrow('$NOPE has no value')
  })
})

test('the container that the documents run rbd in is left out (A54)', () => {
  const line = argv('sudo podman exec ceph-mon-$HOSTNAME rbd --cluster dcn0 -p volumes ls -l', { HOSTNAME: 'h' })
  expect(withoutContainer(line)).toEqual(['rbd', '--cluster', 'dcn0', '-p', 'volumes', 'ls', '-l'])
  expect(withoutContainer(['rbd', 'ls'])).toEqual(['rbd', 'ls'])
})
