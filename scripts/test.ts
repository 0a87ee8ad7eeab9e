/**
 * Runs every layer of tests, the quick ones first, and ends with one line: `123 passed, 0 failed`. Fails when a test
 * fails, and when a layer has none that ran: nothing is left out in silence.
 *
 *     node scripts/test.ts [layer ...]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const quick = ['arch', 'unit', 'property', 'conformance', 'sim'] as const
const slow = ['e2e'] as const
const layers: readonly string[] = process.argv.length > 2 ? process.argv.slice(2) : [...quick, ...slow]

interface Tally {
  passed: number
  failed: number
  skipped: number
}
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

const root = path.resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(path.join(tmpdir(), 'dcnsim-test-'))
const tallies = new Map(layers.map((layer) => [layer, { passed: 0, failed: 0, skipped: 0 }]))
let broken = false

for (const group of [quick, slow] as const) {
  const chosen = group.filter((layer) => layers.includes(layer))
  if (chosen.length > 0) runVitest(chosen)
}
report()

function runVitest(chosen: readonly string[]): void {
  const outputFile = path.join(scratch, `${chosen[0]}.json`)
  const projects = chosen.flatMap((layer) => ['--project', layer])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`]
  const run = spawnSync('vitest', ['run', ...projects, ...reporters], { cwd: root, stdio: 'inherit' })
  if (run.status !== 0) broken = true
  try {
    count(JSON.parse(readFileSync(outputFile, 'utf8')) as VitestReport)
  } catch (error) {
    process.stderr.write(`${chosen.join(', ')}: no report was written (${String(error)})\n`)
    broken = true
  }
}

function count({ testResults }: VitestReport): void {
  for (const file of testResults) {
    const layer = path.relative(path.join(root, 'test'), file.name).split(path.sep)[0] ?? ''
    const tally = tallies.get(layer)
    if (!tally) continue
    // A file that could not be loaded has no tests to count, but it is a failure all the same.
    if (file.status === 'failed' && file.assertionResults.length === 0) tally.failed++
    for (const { status } of file.assertionResults) add(tally, status)
  }
}

function add(tally: Tally, status: string): void {
  if (status === 'passed') tally.passed++
  else if (status === 'failed') tally.failed++
  else tally.skipped++
}

function report(): never {
  rmSync(scratch, { recursive: true, force: true })
  const total: Tally = { passed: 0, failed: 0, skipped: 0 }
  process.stdout.write('\n')
  for (const [layer, tally] of tallies) {
    process.stdout.write(
      `  ${layer.padEnd(12)} ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`,
    )
    if (tally.passed + tally.failed === 0) {
      process.stdout.write(`  ${layer.padEnd(12)} ran no test\n`)
      broken = true
    }
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
  }
  process.stdout.write(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`,
  )
  process.exit(broken || total.failed > 0 ? 1 : 0)
}
