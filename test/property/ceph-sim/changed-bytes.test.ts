import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { CrashDisk } from '../../support/crash-disk.ts'
import { connectAdmin, startMs } from '../../support/memory-cluster.ts'
import { ModelImage, type ModelLayout } from '../../support/rados-model.ts'
import { filled, poolUsage, readBytes, zeros } from '../../support/rbd-bytes.ts'

/**
 * Random lives of an image and of clones of it, striped or not, against a model of RADOS's own books: after every step
 * all content, every difference between two moments to the byte, and what is stored are the model's, and the engine's
 * counts balance (INV01, INV03, INV10, INV11). The cluster is stopped or killed and opened again in between.
 */

const KiB = 1024
const maxBytes = 60 * KiB
const names = ['a', 'b', 'c'] as const
const snapNames = ['s', 't', 'u', 'v'] as const
type Name = (typeof names)[number]
type Model = Map<Name, ModelImage>

const layouts: readonly ModelLayout[] = [
  { objectBytes: 16 * KiB, stripeUnit: 16 * KiB, stripeCount: 1 },
  { objectBytes: 8 * KiB, stripeUnit: 8 * KiB, stripeCount: 1 },
  { objectBytes: 8 * KiB, stripeUnit: 4 * KiB, stripeCount: 3 },
  { objectBytes: 16 * KiB, stripeUnit: 1 * KiB, stripeCount: 2 },
]

const position = fc.oneof(
  fc.nat(15).map((n) => n * 4 * KiB),
  fc.nat(maxBytes),
)
const anyStep = fc.record({
  op: fc.oneof(
    ...(
      [
        ['write', 10],
        ['discard', 5],
        ['resize', 3],
        ['snap', 5],
        ['unsnap', 3],
        ['rollback', 2],
        ['clone', 3],
        ['flatten', 1],
        ['reopen', 2],
      ] as const
    ).map(([op, weight]) => ({ weight, arbitrary: fc.constant(op) })),
  ),
  pick: fc.nat(99),
  pickSnapshot: fc.nat(99),
  start: position,
  length: fc.oneof(
    fc.integer({ min: 1, max: 6 }).map((n) => n * 4 * KiB),
    fc.integer({ min: 1, max: 20 * KiB }),
  ),
  byte: fc.nat(7),
  flag: fc.boolean(),
})
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

const target = (name: Name) => ({ pool: 'images', image: name })

/** Carries a step out on both sides; nothing happens where it would be refused. */
async function perform(rbd: ClusterClient, model: Model, step: Step): Promise<void> {
  const existing = [...model.keys()]
  const name = existing[step.pick % existing.length]!
  const image = model.get(name)!
  const size = image.content.length
  const start = Math.min(step.start, size)
  const end = Math.min(size, start + step.length)
  switch (step.op) {
    case 'write':
      image.write(start, end, step.byte)
      await rbd.write(target(name), [
        step.byte === 0 ? zeros(start, end - start) : filled(start, end - start, step.byte),
      ])
      return
    case 'discard':
      if (start === size) return
      image.discard(start, end)
      await rbd.discard(target(name), { offset: start, lengthBytes: step.length })
      return
    case 'resize':
      image.resize(step.start)
      await rbd.resize(target(name), { sizeBytes: step.start, allowShrink: true })
      return
    case 'flatten':
      if (!image.parent) return
      image.flatten()
      await rbd.flatten(target(name))
      return
    case 'clone':
      return clone(rbd, model, name, step)
    default:
      return changeSnapshots(rbd, model, name, step)
  }
}

async function changeSnapshots(rbd: ClusterClient, model: Model, name: Name, step: Step): Promise<void> {
  const image = model.get(name)!
  if (step.op === 'snap') {
    const snapshot = snapNames.find((free) => image.snapshots.every((other) => other.name !== free))
    if (snapshot === undefined) return
    image.snapshot(snapshot)
    await rbd.createSnapshot({ ...target(name), snapshot })
    return
  }
  const snapshot = image.snapshots[step.pickSnapshot % image.snapshots.length]
  if (!snapshot) return
  const spec = { ...target(name), snapshot: snapshot.name }
  if (step.op === 'rollback') {
    image.rollback(snapshot)
    await rbd.rollback(spec)
    return
  }
  const holders = [...model.values()].flatMap((other) => [other, ...other.snapshots])
  if (holders.some(({ parent }) => parent?.snapshot === snapshot)) return
  const [known] = (await rbd.listSnapshots(target(name))).filter((found) => found.name === snapshot.name)
  if (known?.protected) await rbd.unprotectSnapshot(spec)
  image.removeSnapshot(snapshot)
  await rbd.removeSnapshot(spec)
}

async function clone(rbd: ClusterClient, model: Model, name: Name, step: Step): Promise<void> {
  const image = model.get(name)!
  const child = names.find((free) => !model.has(free))
  const snapshot = image.snapshots[step.pickSnapshot % image.snapshots.length]
  if (child === undefined || !snapshot || snapshot.content.length === 0) return
  const spec = { ...target(name), snapshot: snapshot.name }
  const [known] = (await rbd.listSnapshots(target(name))).filter((found) => found.name === snapshot.name)
  if (!known?.protected) await rbd.protectSnapshot(spec)
  const layout = step.flag ? image.layout : { ...image.layout, objectBytes: image.layout.objectBytes * 2 }
  await rbd.clone(spec, target(child), { order: Math.log2(layout.objectBytes) })
  const overlap = snapshot.content.length
  model.set(child, new ModelImage(layout, Buffer.from(snapshot.content), { image, snapshot, overlap }))
}

async function check(cluster: Cluster, rbd: ClusterClient, model: Model): Promise<void> {
  cluster.audit()
  let storedBytes = 0
  for (const [name, image] of model) {
    storedBytes += image.storedBytes
    const moments = [...image.snapshots, undefined]
    for (const [i, to] of moments.entries()) {
      const spec = { ...target(name), ...(to && { snapshot: to.name }) }
      const label = `${name}${to ? `@${to.name}` : ''}`
      expect((await readBytes(rbd, spec)).equals((to ?? image).content), label).toBe(true)
      for (const from of [undefined, ...image.snapshots.slice(0, i)]) {
        const lines: string[] = []
        for await (const { offset, lengthBytes, exists } of rbd.diffs.list(spec, { fromSnapshot: from?.name })) {
          lines.push(`${offset} ${lengthBytes} ${exists ? 'data' : 'zero'}`)
        }
        expect(lines, `${label} since ${from?.name ?? 'the beginning'}`).toEqual(image.diff(from, to))
      }
    }
  }
  expect((await poolUsage(rbd, 'images')).storedBytes).toBe(storedBytes)
}

async function open(disk: CrashDisk): Promise<{ cluster: Cluster; rbd: ClusterClient }> {
  const { fileSystem, host } = disk.startProcess()
  const cluster = createCluster({
    clock: new VirtualClock(startMs),
    random: new SeededRandom(`process ${host.processId}`),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store: { kind: 'directory', directory: '/store', fileSystem, host, compactAtBytes: 3000 },
    capacity: { osds: 3, osdSizeBytes: 2 ** 30, replicas: 3 },
  })
  await cluster.start()
  return { cluster, rbd: connectAdmin(cluster) }
}

test('what changed, and what is stored, is what RADOS would say', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...layouts),
      fc.array(anyStep, { minLength: 10, maxLength: 40, size: 'max' }),
      async (layout, steps) => {
        const disk = new CrashDisk(new SeededRandom('changed bytes'))
        let { cluster, rbd } = await open(disk)
        const model: Model = new Map([['a', new ModelImage(layout, Buffer.alloc(50 * KiB + 100))]])
        const { stripeUnit: stripeUnitBytes, stripeCount, objectBytes } = layout
        await rbd.createImage(target('a'), {
          ...{ sizeBytes: 50 * KiB + 100, order: Math.log2(objectBytes) },
          ...(stripeUnitBytes !== objectBytes && { stripeUnitBytes, stripeCount }),
        })
        for (const step of steps) {
          if (step.op === 'reopen') {
            if (step.flag) await cluster.stop()
            ;({ cluster, rbd } = await open(disk))
          } else await perform(rbd, model, step)
          await check(cluster, rbd, model)
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
})
