import { beforeAll, describe, expect, test } from 'vitest'
import { knownDifferences } from '../conformance/rbd-cli-differences.ts'
import { builtProgram } from '../support/build-check.ts'
import { buildTestPrograms, play } from '../support/golden-live/play.ts'
import { compareTranscript, loadTranscript } from '../support/golden-transcript.ts'

/** Every transcript is played so by `npm run test:golden`; these two need less than a minute. */
const chosen = ['03-snap', '14-auth'] as const

describe('rbd, ceph and rados as processes, on clusters that are processes, answer as Ceph 16.2 did', () => {
  let programs: string
  beforeAll(async () => {
    builtProgram()
    programs = await buildTestPrograms()
  })

  test.each(chosen)('%s', async (name) => {
    const golden = loadTranscript(name)
    const { outputs } = await play(name, golden, { programs })
    const known = new Set(knownDifferences[name]?.flatMap(({ commands }) => commands))
    const unexpected = [...compareTranscript(golden, outputs)].filter(([index]) => !known.has(index))
    expect(unexpected.map(([index, text]) => `${index}: ${golden[index]!.cmd}\n  ${text}`).join('\n')).toBe('')
    process.stdout.write(`${name}: ${golden.length - known.size} of ${golden.length} agree\n`)
  })
})
