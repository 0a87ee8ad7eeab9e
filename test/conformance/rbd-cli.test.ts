import { describe, expect, test } from 'vitest'
import { replay } from '../support/golden-replay.ts'
import { goldenSetup } from '../support/golden-setup.ts'
import { compareTranscript, loadTranscript } from '../support/golden-transcript.ts'
import { knownDifferences } from './rbd-cli-differences.ts'
import { preparations } from './rbd-cli-preparation.ts'

describe('the rbd and ceph commands answer as Ceph 16.2 did', () => {
  test.each(Object.keys(knownDifferences))('%s', { timeout: 120_000 }, async (name) => {
    const { agree, of, unexpected, healed } = await check(name)
    expect(unexpected).toBe('')
    const note = healed.length > 0 ? `; now agree too: ${healed.join(', ')}` : ''
    process.stdout.write(`${name}: ${agree} of ${of} agree${note}\n`)
  })
})

describe('and so they do when their cluster is reached over gRPC', () => {
  test.each([
    '03-snap',
    '04-clone-v1',
    '05-clone-v2',
    '06-du-diff',
    '09-resize',
    '11-lock',
    '12-bench',
    '17-objects',
    '18-misc',
    '22-by-id',
  ])('%s', { timeout: 120_000 }, async (name) => {
    expect((await check(name, 'grpc')).unexpected).toBe('')
  })
})

async function check(name: string, through?: 'grpc') {
  const golden = loadTranscript(name)
  const before = preparations[name] ?? []
  const outputs = await replay(golden, { ...goldenSetup(name), before, ...(through && { through }) })
  const differences = compareTranscript(golden, outputs)
  const known = new Set(knownDifferences[name]!.flatMap(({ commands }) => commands))
  const unexpected = [...differences].filter(([index]) => !known.has(index))
  return {
    agree: golden.length - differences.size,
    of: golden.length,
    unexpected: unexpected.map(([index, text]) => `${index}: ${golden[index]!.cmd}\n  ${text}`).join('\n'),
    healed: [...known].filter((index) => !differences.has(index)),
  }
}
