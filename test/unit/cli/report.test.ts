import { describe, expect, test } from 'vitest'
import { renderHtml } from '#cli/report/html.ts'
import { renderJson } from '#cli/report/json.ts'
import { renderJunit } from '#cli/report/junit.ts'
import { buildReport, type Report } from '#cli/report/report.ts'
import { rowVerdicts } from '#cli/report/row-verdicts.ts'
import { renderTerminal, wantsColor } from '#cli/report/terminal.ts'
import { loadScenario } from '#cli/scenario/load-scenario.ts'
import type { AssertionResult } from '#cli/scenario/run-result.ts'
import { runScenario } from '#cli/scenario/run-scenario.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { FakeWorld, imageRecord } from '../../support/fake-world.ts'

const text = `apiVersion: dcnsim/v1
kind: Scenario
metadata: {name: sample, title: A <sample>, seed: 7}
defaults: {link: {rate: 100Mbps, rtt: 40ms}}
sites: [{id: central, role: hub}, {id: dcn0, role: edge}]
rows:
  A01: {text: everything, all: [A33-A34]}
  A33: "the copy arrives"
  A34: "and nothing fails"
steps: [{id: copy, run: "glance copy"}, {id: broken, run: "glance break"}]
assert:
  - {id: A33-there, after: copy, check: storesEqual, with: {image: cirros, stores: [central, dcn0]}}
  - {id: A34-fails, after: broken, check: stepOk}
report: {title: A <sample>, sections: [verdict, rowCoverage, wanBytesPerStep, copyGantt, storeMatrix, lineageTree, poolUsage, failures]}
`

async function sample(): Promise<Report> {
  const world = new FakeWorld()
  const locations = ['central', 'dcn0'].map((store) => ({ store, url: `rbd://f/images/i/snap` }))
  for (const store of ['central', 'dcn0']) world.contents.set(`${store}/i`, { sha512: 'abc', sizeBytes: 112 * MiB })
  world.answer('glance copy', () => {
    const startedMs = world.clock.now()
    world.imageRecords.push(imageRecord({ id: 'i', name: 'cirros', sizeBytes: 112 * MiB, hashValue: 'abc', locations }))
    world.copyRecords.push({
      image: 'i',
      store: 'dcn0',
      kind: 'copy',
      startedMs,
      endedMs: startedMs + 10_025.24,
      wanBytes: 112 * MiB,
      status: 'done',
    })
    world.addTraffic({ site: 'dcn0', bytes: 112 * MiB })
    world.addTraffic({ site: 'dcn0', bytes: 2048, class: 'control', direction: 'up' })
    return {}
  })
  world.answer('glance break', { exit: 3, stderr: 'out of "luck" & \u0007time\n' })
  world.pools.set('dcn0/images', [
    { image: 'i', id: '1', sizeBytes: 112 * MiB, format: 2 },
    { image: 'i', id: '1', snapshot: 'snap', sizeBytes: 112 * MiB, format: 2, protected: true },
  ])
  const parent = { pool: 'images', image: 'i', snapshot: 'snap' }
  world.pools.set('dcn0/vms', [{ image: 's_disk', id: '2', sizeBytes: 112 * MiB, format: 2, parent }])
  const usage = {
    name: 'images',
    id: 1,
    pgNum: 32,
    storedBytes: 112 * MiB,
    usedBytes: 336 * MiB,
    objects: 28,
    maxAvailBytes: 0,
  }
  world.poolUsages.set('dcn0', [usage])
  const scenario = loadScenario(text, 'sample.yaml')
  return buildReport(scenario, await runScenario(scenario, world))
}

const assertion = (id: string, rows: string[], passed: boolean): AssertionResult => ({
  id,
  rows,
  passed,
  test: 'stepOk',
  measured: `m-${id}`,
  expected: `e-${id}`,
})

describe('the verdict of a row', () => {
  const rows = [
    { id: 'A01', text: 'all', all: ['A02', 'A03'] },
    { id: 'A02', text: 'two' },
    { id: 'A03', text: 'three' },
  ]

  test('holds when everything that names it holds, and shows what was measured', () => {
    const verdicts = rowVerdicts(rows, [assertion('x', ['A02', 'A03'], true), assertion('y', ['A02'], true)])
    expect(verdicts.map(({ id, passed, measured }) => [id, passed, measured])).toEqual([
      ['A01', true, '2 rows hold'],
      ['A02', true, 'm-x'],
      ['A03', true, 'm-x'],
    ])
  })

  test('fails with one of them, naming it; a row that sums up others fails with them', () => {
    const verdicts = rowVerdicts(rows, [assertion('x', ['A02', 'A03'], true), assertion('y', ['A02'], false)])
    expect(verdicts.map(({ passed, measured }) => [passed, measured])).toEqual([
      [false, 'fails with A02'],
      [false, 'y: m-y, expected e-y'],
      [true, 'm-x'],
    ])
  })

  test('does not hold when nothing looked at it', () => {
    expect(rowVerdicts([{ id: 'A02', text: 'two' }], [])).toMatchObject([
      { passed: false, measured: 'nothing looked at it' },
    ])
  })

  test('without a list, the rows are those that assertions name', () => {
    const verdicts = rowVerdicts([], [assertion('x', ['A03'], true), assertion('y', ['A02'], true)])
    expect(verdicts.map(({ id }) => id)).toEqual(['A02', 'A03'])
  })
})

describe('the terminal report', () => {
  test('has one line per row, the bytes by step and link, and a conclusion', async () => {
    const output = renderTerminal(await sample(), { color: false, columns: 120, hub: 'central' })
    const lines = output.split('\n')
    expect(lines.filter((line) => /\bA33\b.*PASS/.test(line))).toHaveLength(1)
    expect(lines.filter((line) => /│ A34 .*FAIL/.test(line))).toHaveLength(1)
    expect(lines.filter((line) => /│ A01 .*FAIL/.test(line))).toHaveLength(1)
    expect(output).toMatch(/step .*central > dcn0 .*dcn0 > central/)
    expect(output).toMatch(/copy .* 112 MiB .* 2 KiB/)
    expect(output).toMatch(/cirros .*dcn0 .*copy .*10\.03 s .*112 MiB .*93\.7 Mbps/)
    expect(output).toMatch(/images\/i \(cirros\) {2}112 MiB\n +images\/i@snap {2}112 MiB\n +vms\/s_disk/)
    expect(output).toContain(
      'FAIL  1 of 3 rows, 1 of 2 assertions, 1 of 2 steps, 6 of 6 invariants in 0.00 s of simulated time; failed: A01 A34',
    )
  })

  test('has no colour unless it is asked for', async () => {
    const report = await sample()
    const csi = String.fromCharCode(27)
    expect(renderTerminal(report, { color: false, columns: 100, hub: 'central' })).not.toContain(csi)
    expect(renderTerminal(report, { color: true, columns: 100, hub: 'central' })).toContain(`${csi}[32mPASS`)
  })

  test.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{}, {}, false],
  ])('colour for %o with %o: %s', (stream, environment, wanted) => {
    expect(wantsColor(stream, environment)).toBe(wanted)
  })

  test.each([80, 100, 160])('fits into %d columns where the rows pass', async (columns) => {
    const report = await sample()
    const passing = {
      ...report,
      sections: ['rowCoverage'] as const,
      rows: report.rows.map((row) => ({
        ...row,
        passed: true,
        measured: row.measured.repeat(5),
        text: row.text.repeat(9),
      })),
    }
    const widths = renderTerminal(passing, { color: false, columns, hub: 'central' })
      .split('\n')
      .slice(0, -2)
      .map((line) => line.length)
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns)
  })
})

describe('the JSON report', () => {
  test('is the same for the same run, keys in order, with its schema and seed', async () => {
    const json = renderJson(await sample())
    expect(renderJson(await sample())).toBe(json)
    const report = JSON.parse(json)
    expect(Object.keys(report)).toEqual([...Object.keys(report)].sort())
    expect(report).toMatchObject({ schemaVersion: 1, seed: 7, scenario: 'sample', passed: false })
    expect(report.steps[0]).toMatchObject({ id: 'copy', startedMs: 0, wanBytes: 112 * MiB + 2048 })
    expect(report.copies[0]).toMatchObject({ image: 'cirros', store: 'dcn0', durationMs: 10_025 })
  })
})

describe('the JUnit report', () => {
  test('has a case per row, assertion, step and invariant, failures with their reason', async () => {
    const xml = renderJunit(await sample())
    expect(xml).toContain('<testsuite name="sample.rows" tests="3" failures="2"')
    expect(xml).toContain('name="sample.assertions" tests="2" failures="1"')
    expect(xml).toContain('name="sample.invariants" tests="6" failures="0"')
    expect(xml).toContain('name="A33 the copy arrives"')
    expect(xml).toMatch(/measured exit 3 where exit 0 was expected: out of .*luck.* &amp; \?time/)
  })

  test('holds no wall-clock time and no byte that XML forbids', async () => {
    const xml = renderJunit(await sample())
    expect(xml).not.toContain('timestamp')
    expect(xml).not.toContain('\u0007')
    expect(renderJunit(await sample())).toBe(xml)
  })
})

describe('the HTML report', () => {
  test('stands alone and takes texts as texts', async () => {
    const html = renderHtml(await sample(), { hub: 'central' })
    expect(html).toContain('<title>A &#60;sample&#62;</title>')
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/)
    expect(html).toContain('central &#62; dcn0')
    expect(html).toContain('<rect ')
  })
})
