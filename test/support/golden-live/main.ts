/**
 * Plays every recorded transcript of Ceph 16.2 with the programs in bin/ against clusters in processes of their own, and
 * says how much agrees.
 *
 *     node test/support/golden-live/main.ts [--oracle FOLDER] [--verbose] [NAME ...]
 *
 * Fails when something differs that is not among the known differences.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { knownDifferences } from '../../conformance/rbd-cli-differences.ts'
import { compareTranscript, loadTranscript } from '../golden-transcript.ts'
import { buildTestPrograms, play } from './play.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { oracle: { type: 'string' }, verbose: { type: 'boolean', short: 'v' } },
})
const recorded = readdirSync(path.join(import.meta.dirname, '../../golden/rbd')).sort()
const names = recorded.map((file) => path.basename(file, '.txt'))
const chosen =
  positionals.length === 0 ? names : names.filter((name) => positionals.some((word) => name.startsWith(word)))
const oracle = values.oracle === undefined ? undefined : path.resolve(values.oracle)
// Ends with `exit`, which takes the clusters along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const programs = await buildTestPrograms()
let broken = false
for (const name of chosen) {
  const golden = loadTranscript(name)
  const { outputs, verdict } = await play(name, golden, { programs, oracle })
  const differences = compareTranscript(golden, outputs)
  const known = new Set(knownDifferences[name]?.flatMap(({ commands }) => commands))
  const unexpected = [...differences].filter(([index]) => !known.has(index))
  if (unexpected.length > 0) broken = true
  const counts = [
    `${golden.length - differences.size} of ${golden.length} agree`,
    `${unexpected.length} unexpected`,
    ...(verdict === undefined ? [] : [`compare-golden: ${verdict}`]),
  ]
  process.stdout.write(`${name.padEnd(18)} ${counts.join(', ')}\n`)
  if (values.verbose) {
    for (const [index, text] of unexpected) process.stdout.write(`  ${index}: ${golden[index]!.cmd}\n    ${text}\n`)
  }
}
process.exitCode = broken ? 1 : 0
