import { describe, expect, test } from 'vitest'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { CrashDisk, CrashError } from '../../support/crash-disk.ts'
import { connectAdmin, startMs } from '../../support/memory-cluster.ts'
import { filled, image, readBytes, snapshot, spec, zeros } from '../../support/rbd-bytes.ts'

/**
 * One history of a cluster, cut off at every call that changes the disk, once by killing the process and several times
 * by a power failure. What was acknowledged must be there (after a power failure: what was made durable), what was not
 * must be there or not, and nothing else may turn up.
 */

interface Patch {
  readonly offset: number
  readonly bytes: Buffer
}
interface ModelImage {
  durable: Buffer
  /** Acknowledged since, but not made durable. */
  later: Patch[]
  snapshots: Map<string, { content: Buffer; isProtected: boolean }>
}
type Model = Map<string, ModelImage>

interface Step {
  run(rbd: Rbd): Promise<unknown>
  /** What the step does once it is acknowledged. */
  acknowledge(model: Model): void
  /** A write that was under way may have left any part of itself. */
  readonly loose?: { readonly image: string; readonly patch: Patch }
}

const KiB = 1024
const objectBytes = 16 * KiB

function content(of: ModelImage): Buffer {
  const bytes = Buffer.from(of.durable)
  for (const { offset, bytes: patch } of of.later) patch.copy(bytes, offset)
  return bytes
}
function settle(model: Model, name: string): ModelImage {
  const found = model.get(name)!
  found.durable = content(found)
  found.later = []
  return found
}
function copyModel(model: Model): Model {
  return new Map(
    [...model].map(([name, of]) => [
      name,
      {
        durable: Buffer.from(of.durable),
        later: [...of.later],
        snapshots: new Map([...of.snapshots].map(([snap, value]) => [snap, { ...value }])),
      },
    ]),
  )
}

function create(name: string, sizeBytes: number): Step {
  return {
    run: (rbd) => rbd.createImage(image(name), { sizeBytes, order: 14 }),
    acknowledge: (model) => model.set(name, { durable: Buffer.alloc(sizeBytes), later: [], snapshots: new Map() }),
  }
}
function write(name: string, offset: number, lengthBytes: number, byte: number): Step {
  const patch = { offset, bytes: Buffer.alloc(lengthBytes, byte) }
  return {
    run: (rbd) => rbd.write(image(name), [byte === 0 ? zeros(offset, lengthBytes) : filled(offset, lengthBytes, byte)]),
    acknowledge: (model) => model.get(name)!.later.push(patch),
    loose: { image: name, patch },
  }
}
function discardObject(name: string, index: number): Step {
  const patch = { offset: index * objectBytes, bytes: Buffer.alloc(objectBytes) }
  return {
    run: (rbd) => rbd.discard(image(name), { offset: patch.offset, lengthBytes: objectBytes }),
    acknowledge: (model) => model.get(name)!.later.push(patch),
    loose: { image: name, patch },
  }
}
function durable(name: string, run: (rbd: Rbd) => Promise<unknown>, effect: (of: ModelImage) => void = () => {}): Step {
  return { run, acknowledge: (model) => effect(settle(model, name)) }
}
const flush = (name: string) => durable(name, (rbd) => rbd.flush(image(name)))
const snap = (name: string, snapName: string) =>
  durable(
    name,
    (rbd) => rbd.createSnapshot(snapshot(`${name}@${snapName}`)),
    (of) => of.snapshots.set(snapName, { content: of.durable, isProtected: false }),
  )
const protect = (name: string, snapName: string, isProtected = true) =>
  durable(
    name,
    (rbd) => rbd[isProtected ? 'protectSnapshot' : 'unprotectSnapshot'](snapshot(`${name}@${snapName}`)),
    (of) => of.snapshots.set(snapName, { ...of.snapshots.get(snapName)!, isProtected }),
  )
const unsnap = (name: string, snapName: string) =>
  durable(
    name,
    (rbd) => rbd.removeSnapshot(snapshot(`${name}@${snapName}`)),
    (of) => of.snapshots.delete(snapName),
  )
const resize = (name: string, sizeBytes: number) =>
  durable(
    name,
    (rbd) => rbd.resize(image(name), { sizeBytes, allowShrink: true }),
    (of) => {
      const resized = Buffer.alloc(sizeBytes)
      of.durable.copy(resized)
      of.durable = resized
    },
  )
const rollback = (name: string, snapName: string) =>
  durable(
    name,
    (rbd) => rbd.rollback(snapshot(`${name}@${snapName}`)),
    (of) => {
      of.durable = of.snapshots.get(snapName)!.content
    },
  )
const flatten = (name: string) => durable(name, (rbd) => rbd.flatten(image(name)))
function clone(parent: string, child: string): Step {
  return {
    run: (rbd) => rbd.clone(snapshot(parent), image(child)),
    acknowledge(model) {
      const [parentImage, snapName] = parent.split('@')
      const source = model.get(parentImage!)!.snapshots.get(snapName!)!.content
      model.set(child, { durable: Buffer.from(source), later: [], snapshots: new Map() })
    },
  }
}
function rename(from: string, to: string): Step {
  return {
    run: (rbd) => rbd.renameImage(image(from), image(to).image),
    acknowledge(model) {
      model.set(to, model.get(from)!)
      model.delete(from)
    },
  }
}
function remove(name: string): Step {
  return { run: (rbd) => rbd.removeImage(image(name)), acknowledge: (model) => model.delete(name) }
}

const history: readonly Step[] = [
  create('images/a', 100 * KiB),
  write('images/a', 0, 40 * KiB, 1),
  write('images/a', 1000, 3000, 2),
  flush('images/a'),
  write('images/a', 2000, 9000, 3),
  write('images/a', 32 * KiB, 20 * KiB, 0),
  snap('images/a', 's1'),
  write('images/a', 0, 5000, 4),
  discardObject('images/a', 1),
  protect('images/a', 's1'),
  clone('images/a@s1', 'volumes/c'),
  write('volumes/c', 17 * KiB + 5, 100, 5),
  write('volumes/c', 60 * KiB, 8 * KiB, 6),
  discardObject('volumes/c', 0),
  snap('volumes/c', 't1'),
  write('volumes/c', 20 * KiB, 9 * KiB, 7),
  snap('volumes/c', 't2'),
  write('volumes/c', 3, 70 * KiB, 8),
  unsnap('volumes/c', 't1'),
  resize('volumes/c', 30 * KiB + 7),
  resize('volumes/c', 90 * KiB),
  write('volumes/c', 31 * KiB, 100, 9),
  flatten('volumes/c'),
  protect('images/a', 's1', false),
  rename('images/a', 'images/b'),
  unsnap('images/b', 's1'),
  write('images/b', 40 * KiB, 10 * KiB, 10),
  rollback('volumes/c', 't2'),
  write('volumes/c', 0, 4 * KiB, 11),
  unsnap('volumes/c', 't2'),
  remove('images/b'),
  create('images/a', 20 * KiB),
  write('images/a', 100, 50, 12),
]

function newCluster(disk: CrashDisk, dieAtCall?: number): { cluster: Cluster; calls(): number } {
  const { fileSystem, host, calls } = disk.startProcess(dieAtCall === undefined ? {} : { dieAtCall })
  const cluster = createCluster({
    clock: new VirtualClock(startMs),
    random: new SeededRandom('crash'),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store: { kind: 'directory', directory: '/store', fileSystem, host, compactAtBytes: 2500 },
    capacity: { osds: 1, osdSizeBytes: 2 ** 30, replicas: 1 },
  })
  return { cluster, calls }
}

/** Runs the history until the process dies (or to its end) and tells what had been promised by then. */
async function runHistory(disk: CrashDisk, dieAtCall?: number) {
  const { cluster, calls } = newCluster(disk, dieAtCall)
  const model: Model = new Map()
  let underWay: Step | undefined
  try {
    await cluster.start()
    const rbd = connectAdmin(cluster)
    for (const step of history) {
      underWay = step
      await step.run(rbd)
      step.acknowledge(model)
      underWay = undefined
    }
    await cluster.stop()
  } catch (error) {
    if (dieAtCall === undefined || !isDeath(error)) throw error
  }
  return { model, underWay, calls: calls() }
}

function isDeath(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof CrashError) return true
  return false
}

/** What a cluster holds: every image's content and snapshots. */
async function observe(rbd: Rbd): Promise<Map<string, { bytes: Buffer; snapshots: Map<string, string> }>> {
  const seen = new Map<string, { bytes: Buffer; snapshots: Map<string, string> }>()
  for (const pool of ['images', 'volumes', 'vms', 'backups']) {
    for (const name of await rbd.listImages(pool)) {
      const full = `${pool}/${name}`
      const snapshots = new Map<string, string>()
      for (const found of await rbd.listSnapshots(image(full))) {
        const bytes = await readBytes(rbd, spec(`${full}@${found.name}`))
        snapshots.set(found.name, `${found.protected} ${bytes.toString('hex')}`)
      }
      seen.set(full, { bytes: await readBytes(rbd, image(full)), snapshots })
    }
  }
  return seen
}

type Seen = Awaited<ReturnType<typeof observe>>

/** The first thing that is not as promised, or undefined. */
function difference(
  seen: Seen,
  model: Model,
  options: { keepsLater: boolean; loose: Step['loose'] },
): string | undefined {
  if ([...seen.keys()].sort().join() !== [...model.keys()].sort().join()) return `images ${[...seen.keys()].join()}`
  for (const [name, expected] of model) {
    const actual = seen.get(name)!
    const snapshots = new Map(
      [...expected.snapshots].map(([key, s]) => [key, `${s.isProtected} ${s.content.toString('hex')}`]),
    )
    if (JSON.stringify([...actual.snapshots].sort()) !== JSON.stringify([...snapshots].sort()))
      return `snapshots of ${name}`
    const now = content(expected)
    if (actual.bytes.length !== now.length) return `size of ${name}`
    const loose = options.loose?.image === name ? [options.loose.patch] : []
    const patches = options.keepsLater ? loose : [...expected.later, ...loose]
    const base = options.keepsLater ? now : expected.durable
    for (let i = 0; i < now.length; i++) {
      const byte = actual.bytes[i]
      if (byte === base[i]) continue
      if (!patches.some(({ offset, bytes }) => byte === bytes[i - offset])) return `byte ${i} of ${name} is ${byte}`
    }
  }
  return undefined
}

async function verify(
  disk: CrashDisk,
  run: Awaited<ReturnType<typeof runHistory>>,
  keepsLater: boolean,
): Promise<void> {
  const { cluster } = newCluster(disk)
  await cluster.start()
  cluster.audit()
  const rbd = connectAdmin(cluster)
  const seen = await observe(rbd)
  const before = difference(seen, run.model, { keepsLater, loose: run.underWay?.loose })
  if (before !== undefined) {
    const model = copyModel(run.model)
    if (run.underWay && !run.underWay.loose) run.underWay.acknowledge(model)
    const after = difference(seen, model, { keepsLater, loose: run.underWay?.loose })
    expect(after, `neither before (${before}) nor after the step under way`).toBeUndefined()
  }
  await rbd.createImage(image('vms/alive'), { sizeBytes: 8192 })
  await rbd.write(image('vms/alive'), [filled(0, 8192, 1)])
  await cluster.stop()
}

describe('a crash at any call', () => {
  test('the history runs to its end and opens again', async () => {
    const disk = new CrashDisk(new SeededRandom(0))
    const run = await runHistory(disk)
    expect(run.calls).toBeGreaterThan(100)
    await verify(disk, run, true)
  })

  test('kill -9: nothing acknowledged is lost, nothing is invented', async () => {
    const { calls } = await runHistory(new CrashDisk(new SeededRandom(0)))
    for (let call = 1; call <= calls; call++) {
      const disk = new CrashDisk(new SeededRandom(call))
      await verify(disk, await runHistory(disk, call), true)
    }
  })

  test('power failure: nothing made durable is lost, nothing is invented', async () => {
    const { calls } = await runHistory(new CrashDisk(new SeededRandom(0)))
    for (let call = 1; call <= calls; call++) {
      for (const attempt of [1, 2, 3]) {
        const disk = new CrashDisk(new SeededRandom(`power ${call} ${attempt}`))
        const run = await runHistory(disk, call)
        disk.powerFailure()
        await verify(disk, run, false)
      }
    }
  })

  test('a second power failure during recovery changes nothing', async () => {
    const { calls } = await runHistory(new CrashDisk(new SeededRandom(0)))
    for (let call = 5; call <= calls; call += 5) {
      const random = new SeededRandom(`twice ${call}`)
      const disk = new CrashDisk(random)
      const run = await runHistory(disk, call)
      disk.powerFailure()
      const second = newCluster(disk, 1 + random.integer(12))
      await second.cluster.start().then(
        () => second.cluster.stop().catch(() => {}),
        (error: unknown) => {
          if (!isDeath(error)) throw error
        },
      )
      disk.powerFailure()
      await verify(disk, run, false)
    }
  })

  test('what a killed process left is made durable by the next one that is asked to', async () => {
    const { calls } = await runHistory(new CrashDisk(new SeededRandom(0)))
    for (let call = 20; call <= calls; call += 3) {
      const disk = new CrashDisk(new SeededRandom(`left ${call}`))
      const run = await runHistory(disk, call)
      const { cluster } = newCluster(disk)
      await cluster.start()
      const rbd = connectAdmin(cluster)
      for (const name of (await observe(rbd)).keys()) await rbd.flush(image(name))
      disk.powerFailure()
      await verify(disk, run, true)
    }
  })
})
