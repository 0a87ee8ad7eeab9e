import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { withOwnImage } from '#cli/scenario/disk-file.ts'
import { loadScenario } from '#cli/scenario/load-scenario.ts'
import { ConfigError } from '#kernel/config/config-error.ts'
import { MiB } from '#kernel/units/bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'dcnsim-scenario-'))
afterAll(() => rmSync(folder, { recursive: true }))

const head = `apiVersion: dcnsim/v1
kind: Scenario
metadata: {name: test, seed: 1}
defaults: {link: {rate: 100Mbps, rtt: 40ms}}
sites: [{id: central, role: hub}, {id: dcn0, role: edge}]
files: [{name: disk.raw, format: raw, virtualSize: 4MiB}]
`
const load = (body: string) => loadScenario(head + body, join(folder, 'scenario.yaml'))

function problemsOf(body: string): string {
  try {
    load(body)
  } catch (error) {
    if (error instanceof ConfigError)
      return error.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`).join('\n')
    throw error
  }
  return 'none'
}

const oneStep = 'steps: [{id: a, run: glance stores-info}]\n'

describe('a scenario file', () => {
  test('carries the same topology as a topology file', () => {
    const scenario = load(oneStep)
    expect(scenario.topology.sites.map(({ id }) => id)).toEqual(['central', 'dcn0'])
    expect(scenario.files).toEqual([
      {
        kind: 'generated',
        name: 'disk.raw',
        format: 'raw',
        virtualSizeBytes: 4 * MiB,
        allocatedBytes: 4 * MiB,
        contentSeed: 0,
      },
    ])
  })

  test('steps keep their times, waits and expectations', () => {
    const { steps } = load(`steps:
  - {id: a, at: 10m, run: glance image-import x, expect: {exit: nonzero, stderr: busy}, waitFor: {image: x, importing: none, limit: 1h}}
  - {id: b, do: wait, with: {for: 90s}}
`)
    expect(steps[0]).toMatchObject({
      kind: 'run',
      atMs: 600_000,
      expect: { exit: 'nonzero', stderr: 'busy' },
      waitFor: { subject: 'image', name: 'x', until: { kind: 'imported' }, limitMs: 3_600_000 },
    })
    expect(steps[1]).toMatchObject({ kind: 'action', action: { text: 'wait 90 s' } })
  })

  test('rows are read from the front of an id, a range included, or given', () => {
    const { assertions } = load(`${oneStep}assert:
  - {id: A05-A08-table, check: stepOk}
  - {id: A22-one, check: stepOk}
  - {id: plain, rows: [P01, P02], check: stepOk}
  - {id: copy-time, check: stepOk}
`)
    expect(assertions.map(({ rows }) => rows)).toEqual([['A05', 'A06', 'A07', 'A08'], ['A22'], ['P01', 'P02'], []])
  })

  test.each([
    [
      'an unknown check',
      'assert: [{id: x, check: storesEqal}]',
      'unknown check "storesEqal" (did you mean "storesEqual"?)',
    ],
    ['a check for later', 'assert: [{id: x, check: fsckFinding}]', 'not simulated yet: check fsckFinding'],
    [
      'an unknown metric',
      'assert: [{id: x, metric: wan.byte, op: ==, value: 1B}]',
      'unknown metric "wan.byte" (did you mean "wan.bytes"?)',
    ],
    [
      'a metric for later',
      'assert: [{id: x, metric: rollout.nights, op: ==, value: 1}]',
      'not simulated yet: metric rollout.nights',
    ],
    [
      'an argument of a check',
      'assert: [{id: x, check: storesEqual, with: {imag: c, stores: [central]}}]',
      'with.imag: unknown key "imag" (did you mean "image"?)',
    ],
    ['a missing argument', 'assert: [{id: x, check: storesEqual, with: {image: c}}]', 'with.stores: is missing'],
    [
      'an unknown store',
      'assert: [{id: x, check: storesEqual, with: {image: c, stores: [dcn9]}}]',
      'with.stores[0]: there is no site "dcn9" (did you mean "dcn0"?)',
    ],
    ['an unknown step', 'assert: [{id: x, after: b, check: stepOk}]', 'there is no step "b"'],
    [
      'an unknown file',
      'assert: [{id: x, metric: wan.bytes, op: ==, value: 2 x disc.raw}]',
      'there is no file "disc.raw" (did you mean "disk.raw"?)',
    ],
    ['a bare number', 'assert: [{id: x, metric: wan.bytes, op: ==, value: 5}]', '"5" has no unit'],
    ['a metric without a model', 'assert: [{id: x, metric: wan.bytes, op: ==, value: model}]', 'no model'],
    ['a metric without op', 'assert: [{id: x, metric: wan.bytes, value: 1B}]', 'op is missing'],
    [
      'check and metric',
      'assert: [{id: x, check: stepOk, metric: wan.bytes, op: ==, value: 1B}]',
      'either check or metric',
    ],
    ['op beside a check', 'assert: [{id: x, check: stepOk, op: ==}]', 'belongs to a metric'],
    ['an id twice', 'assert: [{id: x, check: stepOk}, {id: x, check: stepOk}]', 'there are two assertions "x"'],
    [
      'a missing expected output',
      'assert: [{id: x, check: goldenOutput, with: {file: nope.txt}}]',
      'there is no such file: nope.txt',
    ],
    [
      'a broken pattern',
      "assert: [{id: x, check: stdoutMatches, with: {pattern: '('}}]",
      'is not a regular expression',
    ],
    ['a matrix', 'matrix: {policy: [a, b]}', 'not simulated yet: matrix'],
    ['when', 'assert: [{id: x, check: stepOk, when: {policy: a}}]', 'not simulated yet: when'],
    ['a section for later', 'report: {sections: [verdict, fsckTable]}', 'not simulated yet: section fsckTable'],
    ['an unknown section', 'report: {sections: [verdct]}', 'unknown section "verdct" (did you mean "verdict"?)'],
    ['a row that nothing proves', 'rows: {A05: text}\nassert: [{id: x, check: stepOk}]', 'no assertion proves row A05'],
    ['a row that is not listed', 'rows: {A05: text}\nassert: [{id: A05-A06, check: stepOk}]', 'rows does not list A06'],
    ['a summary of unknown rows', 'rows: {A01: {text: t, all: [A05]}}', 'there is no row "A05"'],
  ])('is refused for %s', (_, rest, message) => {
    expect(problemsOf(`${oneStep}${rest}\n`)).toContain(message)
  })

  test.each([
    ['both run and do', '{id: a, run: x, do: wait}', 'either run (a command) or do (an action)'],
    ['an unknown action', '{id: a, do: wiat}', 'unknown action "wiat" (did you mean "wait"?)'],
    ['an action for later', '{id: a, do: bootStorm, with: {}}', 'not simulated yet: action bootStorm'],
    ['an action at no site', '{id: a, do: linkDown, with: {site: dcn7}}', 'there is no site "dcn7"'],
    ['an action that does nothing', '{id: a, do: setLink, with: {site: dcn0}}', 'nothing is changed'],
    ['a shell', '{id: a, run: "x; y"}', '";" is not understood'],
    ['a value never captured', '{id: a, run: x $ID}', 'no step before this one captures $ID'],
    ['a wait for a value never captured', '{id: a, run: x, waitFor: {image: $ID, status: active}}', 'captures $ID'],
    ['a wait for two things', '{id: a, run: x, waitFor: {image: x, volume: y, status: active}}', 'waits for one thing'],
    ['a wait without a state', '{id: a, run: x, waitFor: {image: x}}', 'status, importing or store'],
    ['a volume imported', '{id: a, run: x, waitFor: {volume: x, importing: none}}', 'only an image'],
    ['after a later step', '{id: a, run: x, after: b}, {id: b, run: x}', 'no step before this one is called "b"'],
    ['an id twice', '{id: a, run: x}, {id: a, run: x}', 'there are two steps "a"'],
    [
      'time running backwards',
      '{id: a, at: 10m, run: x}, {id: b, at: 5m, run: x}',
      'lies before the time of an earlier step',
    ],
  ])('a step is refused for %s', (_, steps, message) => {
    expect(problemsOf(`steps: [${steps}]\n`)).toContain(message)
  })

  test.each([
    ['virtualSize: 4MiB', 'format is missing'],
    ['format: raw', 'virtualSize is missing'],
    ['format: raw, virtualSize: 100B', 'a whole number of 512-byte sectors'],
    ['format: raw, virtualSize: 1MiB, allocated: 2MiB', 'is more than virtualSize'],
    ['path: none.img', 'cannot be read'],
    ['path: none.img, virtualSize: 1MiB', 'comes from the file itself'],
  ])('a disk file is refused: %s', (fields, message) => {
    const text = head.replace(/^files:.*$/m, `files: [{name: x.img, ${fields}}]`) + oneStep
    expect(() => loadScenario(text, join(folder, 'scenario.yaml'))).toThrow(message)
  })
})

describe("the user's own image", () => {
  const own = join(folder, 'own.qcow2')
  const header = Buffer.alloc(64)
  header.writeUInt32BE(0x514649fb, 0)
  header.writeUInt32BE(3, 4)
  header.writeBigUInt64BE(BigInt(10 * MiB), 24)
  writeFileSync(own, header)

  test('is described by its own header', () => {
    const text = head.replace(/^files:.*$/m, 'files: [{name: x.img, path: own.qcow2, serveAt: images}]') + oneStep
    expect(loadScenario(text, join(folder, 'scenario.yaml')).files).toEqual([
      { kind: 'local', name: 'x.img', path: own, format: 'qcow2', virtualSizeBytes: 10 * MiB, serveAt: 'images' },
    ])
  })

  test('takes the place of the generated files of its format', () => {
    const file = 'scenarios/a1-edge-storage-validation.yaml'
    const scenario = loadScenario(readFileSync(file, 'utf8'), file)
    const changed = withOwnImage(scenario, { path: own, format: 'qcow2', virtualSizeBytes: 10 * MiB })
    expect(changed.files.map(({ name, kind, virtualSizeBytes }) => [name, kind, virtualSizeBytes / MiB])).toEqual([
      ['cirros-0.5.1-x86_64-disk.img', 'local', 10],
      ['cirros-0.4.0-x86_64-disk.img', 'local', 10],
      ['probe.raw', 'generated', 4],
    ])
  })
})

describe('the scenarios that come with the program', () => {
  const series = (letter: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => letter + String(from + i).padStart(2, '0'))

  test.each([
    ['a1-edge-storage-validation', series('A', 1, 75)],
    ['p1-refusal-and-streaming', series('P', 4, 16)],
  ])('%s proves each of its rows', (name, rows) => {
    const file = `scenarios/${name}.yaml`
    const scenario = loadScenario(readFileSync(file, 'utf8'), file)
    expect(scenario.rows.map(({ id }) => id)).toEqual(rows)
    const proven = new Set(scenario.assertions.flatMap((assertion) => assertion.rows))
    expect(scenario.rows.filter(({ id, all }) => all === undefined && !proven.has(id))).toEqual([])
  })
})
