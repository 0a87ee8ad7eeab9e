import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences as glanceDifferences } from '../conformance/glance/differences.ts'
import { knownDifferences } from '../conformance/rbd-cli-differences.ts'
import { readGolden } from '../support/golden-glance.ts'
import { loadTranscript } from '../support/golden-transcript.ts'
import { recordedCommands } from '../support/recorded-cli.ts'
import { root, sourceFiles } from './source-files.ts'

const states = ['done', 'differs', 'missing', 'context'] as const
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const document = read('docs/compatibility.md')
const required = read('test/golden/requirement-rows.txt').trimEnd().split('\n')

interface Row {
  readonly id: string
  readonly state: string
  /** Where it is shown, or how it differs. */
  readonly shown: string
}
interface Chapter {
  readonly title: string
  readonly rows: readonly Row[]
}

const chapters: readonly Chapter[] = document
  .split(/^### /m)
  .map((text) => ({ title: text.split('\n')[0]!, rows: rowsOf(text) }))
  .filter(({ rows }) => rows.length > 0)
const rows = new Map(chapters.flatMap((chapter) => chapter.rows).map((row) => [row.id, row]))

/** `| A05 | what | done | where |`; a bar inside a cell is written `\|`. */
function rowsOf(text: string): readonly Row[] {
  return tableLines(text)
    .filter((cells) => cells.length === 4 && required.includes(cells[0]!))
    .map(([id, , state, shown]) => ({ id: id!, state: state!, shown: shown! }))
}

function tableLines(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith('| '))
  return lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** What a `done` row claims that is not so; empty when all of it is. */
function unproved({ id, shown }: Row, following = true): readonly string[] {
  const see = shown.startsWith('see ')
  const quoted = [...shown.matchAll(/`([^`]+)`: ("[^"]+"(?:, "[^"]+")*)/g)].flatMap(([, file, texts]) =>
    [...texts!.matchAll(/"([^"]+)"/g)].map(([, text]) => ({ file: file!, text: text! })),
  )
  const files = see ? [] : [...shown.matchAll(/`([^`]+)`/g)].map(([, file]) => file!)
  const others = see && quoted.length === 0 ? shown.slice('see '.length).split(', ') : []
  if (files.length + quoted.length + others.length === 0) return [`${id} points nowhere`]
  if (others.length > 0 && !following) return [`${id} only points on`]
  return [
    ...files.filter((file) => !names(file, id)).map((file) => `${id} is not named in ${file}`),
    ...quoted.filter(({ file, text }) => !shows(file, text)).map(({ file, text }) => `${id}: no "${text}" in ${file}`),
    ...others.flatMap((other) => {
      const row = rows.get(other)
      return row?.state === 'done' ? unproved(row, false) : [`${id} points to ${other}, which is not done`]
    }),
  ]
}

/** Whether a test has the text, or a recording of Glance the step, and the services answer that step as recorded. */
function shows(file: string, text: string): boolean {
  const [, recording] = /^test\/golden\/glance\/(\w+)\.jsonl$/.exec(file) ?? []
  if (recording === undefined) return textOf(file).includes(text)
  const steps = readGolden(recording).filter(({ note }) => note === text)
  const differing = glanceDifferences[recording] ?? {}
  return steps.length > 0 && steps.every(({ seq }) => !(seq in differing))
}

const names = (file: string, id: string) => new RegExp(`(?<!\\w)${id}(?!\\w)`).test(textOf(file))

const texts = new Map<string, string>()
function textOf(file: string): string {
  if (!texts.has(file))
    texts.set(file, /^(test|scenarios)\//.test(file) && existsSync(path.join(root, file)) ? read(file) : '')
  return texts.get(file)!
}

describe('docs/compatibility.md', () => {
  it('has every row of the requirements once, and no other', () => {
    expect(new Set(required).size).toBe(required.length)
    expect(chapters.flatMap((chapter) => chapter.rows).map(({ id }) => id)).toEqual(required)
  })

  it('gives every row a legal state, and says how what differs does', () => {
    const illegal = [...rows.values()].filter(
      ({ state, shown }) => !states.some((legal) => legal === state) || (state === 'differs' && shown === ''),
    )
    expect(illegal).toEqual([])
  })

  it('counts its rows right', () => {
    const tally = (title: string, some: readonly Row[]) => [
      title,
      ...states.map((state) => String(some.filter((row) => row.state === state).length)),
      String(some.length),
    ]
    const summary = tableLines(document.split(/^## /m)[0]!).filter(
      (cells) => cells.length === 6 && cells[0] !== 'chapter',
    )
    const counted = [...chapters.map(({ title, rows: own }) => tally(title, own)), tally('all', [...rows.values()])]
    expect(summary.filter((cells) => cells[1] !== '---')).toEqual(counted)
  })

  it('names only files that exist', () => {
    const named = [...document.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\.(?:ts|yaml|txt|md|jsonl))`/g)].map(
      ([, file]) => file!,
    )
    expect(named.length).toBeGreaterThan(100)
    expect([...new Set(named)].filter((file) => file.includes('/') && !existsSync(path.join(root, file)))).toEqual([])
  })

  it('calls done only what the named test or scenario shows', () => {
    const done = [...rows.values()].filter(({ state }) => state === 'done')
    expect(done.flatMap((row) => unproved(row))).toEqual([])
  })

  it('counts the recorded commands that agree', () => {
    const counted = Object.entries(knownDifferences).map(([name, differences]) => {
      const of = loadTranscript(name).length
      return { name, agree: of - new Set(differences.flatMap(({ commands }) => commands)).size, of }
    })
    const sum = (key: 'agree' | 'of') => counted.reduce((total, one) => total + one[key], 0)
    const all = [...counted, { name: 'all', agree: sum('agree'), of: sum('of') }]
    const lines = all.map(({ name, agree, of }) => `| ${name} | ${agree} | ${of} |`)
    expect(document).toContain(lines.join('\n'))
    expect(document).toContain(
      `${recordedCommands().length} recorded commands of the \`glance\` and \`openstack\` clients`,
    )
    const recordings = globSync('test/golden/glance/*.jsonl', { cwd: root }).map((file) =>
      path.basename(file, '.jsonl'),
    )
    const steps = recordings.reduce((total, name) => total + readGolden(name).length, 0)
    const differing = Object.values(glanceDifferences).reduce((total, known) => total + Object.keys(known).length, 0)
    expect(document).toContain(`Of ${steps} recorded steps of a real Glance, ${steps - differing} agree`)
    const played = read('test/conformance/glance/services.test.ts')
    expect(recordings.filter((name) => !played.includes(`'${name}'`))).toEqual([])
    expect(counted.length).toBe(globSync('test/golden/rbd/*.txt', { cwd: root }).length)
  })

  it('lists every command', () => {
    const listed = document.split(/^## Commands/m)[1]!
    const commands = sourceFiles('cli/commands').flatMap(({ path: file, text }) => {
      const [, program] = /^cli\/commands\/(glance|openstack|rbd|ceph|rados)\//.exec(file) ?? []
      if (program === undefined) return []
      const made = [...text.matchAll(/new Command\('([^']+)'\)/g)].map(([, name]) => name!)
      const aliases = [...text.matchAll(/names: \[([^\]]+)\]/g)].flatMap(
        ([, all]) => all!.match(/(?<=')[^',]+(?=')/g) ?? [],
      )
      return [...made, ...aliases].map((name) => ({ program, name }))
    })
    expect(commands.length).toBeGreaterThan(60)
    const line = (program: string) => listed.split('\n').find((text) => text.startsWith(`| \`${program}\` |`)) ?? ''
    expect(commands.filter(({ program, name }) => !line(program).includes(`\`${name}\``))).toEqual([])
  })
})
