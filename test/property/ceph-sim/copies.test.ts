import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { ByteSource } from '#cli/formats/byte-source.ts'
import { mergeDiffs } from '#cli/formats/merge-diff.ts'
import { startTestCluster } from '../../support/memory-cluster.ts'
import { filled, image, readBytes, snapshot, spec, zeros } from '../../support/rbd-bytes.ts'
import { type RunRbdLine, rbdCommands } from '../../support/rbd-commands.ts'

/**
 * Random histories of an image, or of a clone; then every way of copying it: by its diffs, by merged diffs, by export
 * format 2, by `cp` and by `deep cp`. Each copy reads as the original, at each of its snapshots.
 */

const KiB = 1024
const objectOrder = 14
const limitBytes = 96 * KiB

const place = fc.oneof(
  fc.nat(20).map((n) => n * 4 * KiB),
  fc.nat(limitBytes),
)
const anyOp = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ op: fc.constant('write' as const), offset: place, length: place, byte: fc.nat(3) }),
  },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('discard' as const), offset: place, length: place }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('free' as const), offset: place, length: place }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('resize' as const), size: place }) },
)
type Op = typeof anyOp extends fc.Arbitrary<infer T> ? T : never

/** What happens before each snapshot, and after the last. */
const anyHistory = fc.array(fc.array(anyOp, { maxLength: 6 }), { minLength: 3, maxLength: 3 })
const anyLayout = fc.constantFrom({}, { stripeUnitBytes: 4 * KiB, stripeCount: 3 })
const snapshots = ['a', 'b', 'c'] as const

async function apply(rbd: ClusterClient, target: string, op: Op): Promise<void> {
  const { sizeBytes } = await rbd.info(image(target))
  if (op.op === 'resize') {
    await rbd.resize(image(target), { sizeBytes: op.size, allowShrink: true })
    return
  }
  const lengthBytes = Math.min(op.length, sizeBytes - op.offset)
  if (lengthBytes <= 0) return
  if (op.op === 'discard') await rbd.discard(image(target), { offset: op.offset, lengthBytes })
  else if (op.op === 'free') await rbd.write(image(target), [zeros(op.offset, lengthBytes)], { freeZeros: true })
  else await rbd.write(image(target), [filled(op.offset, lengthBytes, op.byte)])
}

interface Rig {
  readonly rbd: ClusterClient
  readonly run: RunRbdLine
  readonly audit: () => void
}

async function play(history: readonly (readonly Op[])[], options: { clone: boolean; layout: object }): Promise<Rig> {
  const { cluster, rbd } = await startTestCluster()
  const layout = { order: objectOrder, ...options.layout }
  if (options.clone) {
    await rbd.createImage(image('images/parent'), { sizeBytes: limitBytes, order: objectOrder })
    await rbd.write(image('images/parent'), [filled(0, 20 * KiB, 7), filled(40 * KiB, 30 * KiB + 5, 8)])
    await rbd.createSnapshot(snapshot('images/parent@base'))
    await rbd.protectSnapshot(snapshot('images/parent@base'))
    await rbd.clone(snapshot('images/parent@base'), image('images/x'), layout)
  } else await rbd.createImage(image('images/x'), { sizeBytes: limitBytes, ...layout })
  for (const [index, ops] of history.entries()) {
    for (const op of ops) await apply(rbd, 'images/x', op)
    await rbd.createSnapshot(snapshot(`images/x@${snapshots[index]}`))
  }
  return { rbd, run: rbdCommands(rbd), audit: () => cluster.audit() }
}

async function expectAlike(
  { rbd }: Rig,
  copy: string,
  moments: readonly string[],
  original = 'images/x',
): Promise<void> {
  for (const moment of moments) {
    const [left, right] = await Promise.all([
      readBytes(rbd, spec(`${copy}${moment}`)),
      readBytes(rbd, spec(`${original}${moment}`)),
    ])
    expect(left.equals(right), `${copy}${moment}`).toBe(true)
  }
}

async function output(run: RunRbdLine, line: string, stdin?: Buffer): Promise<Buffer> {
  const { exit, stderr, bytes } = await run(`${line} --no-progress`, stdin)
  expect({ line, exit, stderr }).toEqual({ line, exit: 0, stderr: '' })
  return bytes
}

async function merge(first: Buffer, second: Buffer): Promise<Buffer> {
  const merged: Buffer[] = []
  const once = async function* (bytes: Buffer) {
    yield bytes
  }
  const sources = { first: new ByteSource(once(first)), second: new ByteSource(once(second)) }
  await mergeDiffs(sources, async (bytes) => void merged.push(Buffer.from(bytes)))
  return Buffer.concat(merged)
}

const anyCase = fc.record({ history: anyHistory, clone: fc.boolean(), layout: anyLayout })

test('diffs, one after the other or merged, make of one snapshot the next', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ history, ...options }) => {
      const rig = await play(history, options)
      const { run } = rig
      const toA = await output(run, 'export-diff images/x@a -')
      const aToB = await output(run, 'export-diff --from-snap a images/x@b -')
      const bToC = await output(run, 'export-diff --from-snap b images/x@c -')
      const aToC = await output(run, 'export-diff --from-snap a images/x@c -')
      for (const name of ['steps', 'merged', 'leap']) {
        await output(run, `create volumes/${name} --size 1M --object-size 32K`)
        await output(run, `import-diff - volumes/${name}`, toA)
      }
      await output(run, 'import-diff - volumes/steps', aToB)
      await output(run, 'import-diff - volumes/steps', bToC)
      await output(run, 'import-diff - volumes/merged', await merge(aToB, bToC))
      await output(run, 'import-diff - volumes/leap', aToC)
      await expectAlike(rig, 'volumes/steps', ['@a', '@b', '@c', ''])
      await expectAlike(rig, 'volumes/merged', ['@a', '@c', ''])
      await expectAlike(rig, 'volumes/leap', ['@a', '@c', ''])
      rig.audit()
    }),
    { numRuns: 60 },
  )
})

test('export format 2 holds the whole history', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ history, ...options }) => {
      const rig = await play(history, options)
      const stream = await output(rig.run, 'export --export-format 2 images/x -')
      await output(rig.run, 'import --export-format 2 - volumes/copy', stream)
      await expectAlike(rig, 'volumes/copy', ['@a', '@b', '@c', ''])
      rig.audit()
    }),
    { numRuns: 40 },
  )
})

test('a deep copy has the history and takes the same space; a copy has the content', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, fc.constantFrom('@b', ''), async ({ history, ...options }, moment) => {
      const rig = await play(history, options)
      const { rbd, run } = rig
      await output(run, 'deep cp images/x volumes/deep')
      await expectAlike(rig, 'volumes/deep', ['@a', '@b', '@c', ''])
      const exact = (target: string) => rbd.diffs.usage(image(target), { exact: true })
      expect(await exact('volumes/deep')).toEqual(await exact('images/x'))
      expect((await rbd.info(image('volumes/deep'))).parent).toEqual((await rbd.info(image('images/x'))).parent)
      await output(run, 'deep cp --flatten images/x volumes/flat --object-size 32K')
      await expectAlike(rig, 'volumes/flat', ['@a', '@b', '@c', ''])
      expect((await rbd.info(image('volumes/flat'))).parent).toBeUndefined()
      await output(run, `cp images/x${moment} volumes/copy`)
      const [copied, original] = [
        await readBytes(rbd, image('volumes/copy')),
        await readBytes(rbd, spec(`images/x${moment}`)),
      ]
      expect(copied.equals(original)).toBe(true)
      await output(run, 'sparsify volumes/deep')
      await expectAlike(rig, 'volumes/deep', ['@a', '@b', '@c', ''])
      rig.audit()
    }),
    { numRuns: 60 },
  )
})
