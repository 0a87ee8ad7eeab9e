import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import type { Rbd, RbdSpec } from '#ceph-sim/rbd.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { CrashDisk } from '../../support/crash-disk.ts'
import { connectAdmin, startMs } from '../../support/memory-cluster.ts'
import { filled, zeros } from '../../support/rbd-bytes.ts'

/**
 * Random operations against plain byte arrays, with the cluster stopped or killed and opened again in between. After
 * every step each image and snapshot reads as the model says, and the engine's own books balance (INV01, INV03, INV10,
 * INV11).
 */

const KiB = 1024
const names = ['a', 'b', 'c', 'd'] as const
const snapNames = ['s', 't', 'u'] as const
const pools = ['images', 'volumes'] as const

interface ModelSnapshot {
  readonly name: string
  readonly content: Buffer
  isProtected: boolean
  /** Of the image at that moment; a flatten clears it. */
  parent: ModelSnapshot | undefined
}
interface ModelImage {
  content: Buffer
  readonly order: number
  readonly unitOrder: number
  snapshots: ModelSnapshot[]
  parent: ModelSnapshot | undefined
}
type Model = Map<string, ModelImage>

interface At {
  readonly pool: (typeof pools)[number]
  readonly name: (typeof names)[number]
}
type Op =
  | ({ op: 'create'; sizeBytes: number; order: number } & At)
  | ({ op: 'write'; offset: number; lengthBytes: number; byte: number } & At)
  | ({ op: 'discard'; offset: number; lengthBytes: number } & At)
  | ({ op: 'resize'; sizeBytes: number } & At)
  | ({ op: 'remove' | 'flatten' } & At)
  | ({ op: 'rename'; to: (typeof names)[number] } & At)
  | ({ op: 'snap' | 'unsnap' | 'protect' | 'unprotect' | 'rollback'; snapshot: string } & At)
  | ({ op: 'clone'; snapshot: string; child: At; order: number | undefined } & At)
  | { op: 'reopen'; kill: boolean }

const sizeBytes = fc.oneof(
  fc.nat(20).map((n) => n * 4 * KiB),
  fc.nat(80 * KiB),
)
const offset = fc.oneof(
  fc.nat(20).map((n) => n * 4 * KiB),
  fc.nat(80 * KiB),
)
const lengthBytes = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map((n) => n * 4 * KiB),
  fc.integer({ min: 1, max: 20 * KiB }),
)

/** Numbers that become an operation once it is known what exists: so most operations find something to work on. */
const anyDraft = fc.record({
  op: fc.oneof(
    ...(
      [
        ['create', 2],
        ['write', 10],
        ['discard', 4],
        ['resize', 3],
        ['remove', 1],
        ['flatten', 2],
        ['rename', 1],
        ['snap', 5],
        ['unsnap', 4],
        ['protect', 4],
        ['unprotect', 2],
        ['rollback', 2],
        ['clone', 5],
        ['reopen', 2],
      ] as const
    ).map(([op, weight]) => ({ weight, arbitrary: fc.constant(op) })),
  ),
  pick: fc.nat(999),
  pickSnapshot: fc.nat(999),
  at: fc.record({ pool: fc.constantFrom(...pools), name: fc.constantFrom(...names) }),
  snapshotName: fc.constantFrom(...snapNames),
  sizeBytes,
  offset,
  lengthBytes,
  byte: fc.nat(9),
  order: fc.integer({ min: 12, max: 14 }),
  flag: fc.boolean(),
})
type Draft = typeof anyDraft extends fc.Arbitrary<infer T> ? T : never

function toOp(model: Model, draft: Draft): Op {
  const { op, at, flag } = draft
  if (op === 'reopen') return { op, kill: flag }
  if (op === 'create') return { op, ...at, sizeBytes: draft.sizeBytes, order: draft.order }
  if (op === 'clone') return { op, ...parentOf(model, draft), child: at, order: flag ? draft.order : undefined }
  const target = chooseImage(model, draft)
  const snapshots = model.get(key(target))?.snapshots ?? []
  const snapshot = snapshots[draft.pickSnapshot % snapshots.length]?.name ?? draft.snapshotName
  switch (op) {
    case 'write': {
      const room = model.get(key(target))?.content.length ?? 0
      const length = flag
        ? draft.lengthBytes
        : Math.max(1, Math.min(draft.lengthBytes, room - (draft.offset % (room + 1))))
      return {
        op,
        ...target,
        offset: flag ? draft.offset : draft.offset % (room + 1),
        lengthBytes: length,
        byte: draft.byte,
      }
    }
    case 'discard':
      return { op, ...target, offset: draft.offset, lengthBytes: draft.lengthBytes }
    case 'resize':
      return { op, ...target, sizeBytes: draft.sizeBytes }
    case 'rename':
      return { op, ...target, to: at.name }
    case 'remove':
    case 'flatten':
      return { op, ...target }
    case 'snap':
      return { op, ...target, snapshot: draft.snapshotName }
    default:
      return { op, ...target, snapshot }
  }
}

/** What every run begins with: an image, a protected snapshot of it, and a clone. */
const opening: readonly Op[] = [
  { op: 'create', pool: 'images', name: 'a', sizeBytes: 70 * KiB + 100, order: 13 },
  { op: 'write', pool: 'images', name: 'a', offset: 5 * KiB, lengthBytes: 50 * KiB, byte: 1 },
  { op: 'snap', pool: 'images', name: 'a', snapshot: 's' },
  { op: 'protect', pool: 'images', name: 'a', snapshot: 's' },
  { op: 'clone', pool: 'images', name: 'a', snapshot: 's', child: { pool: 'volumes', name: 'b' }, order: undefined },
]

/** An image that exists, nine times in ten. */
function chooseImage(model: Model, { pick, at }: Draft): At {
  const existing = [...model.keys()].sort()
  const chosen = pick % 10 === 0 ? undefined : existing[pick % existing.length]
  return chosen === undefined ? at : toAt(chosen)
}

/** A protected snapshot if there is one, nine times in ten. */
function parentOf(model: Model, draft: Draft): At & { snapshot: string } {
  const parents = [...model].flatMap(([name, image]) =>
    image.snapshots
      .filter(({ isProtected }) => isProtected)
      .map((snapshot) => ({ ...toAt(name), snapshot: snapshot.name })),
  )
  const chosen = draft.pick % 10 === 0 ? undefined : parents[draft.pick % parents.length]
  return chosen ?? { ...chooseImage(model, draft), snapshot: draft.snapshotName }
}

function toAt(name: string): At {
  const [pool, short] = name.split('/')
  return { pool: pool as At['pool'], name: short as At['name'] }
}

const key = ({ pool, name }: At) => `${pool}/${name}`

/** What the model says to an operation: an errno, or the way it changes. */
function expected(model: Model, op: Exclude<Op, { op: 'reopen' }>): string | (() => void) {
  const image = model.get(key(op))
  if (op.op === 'create') {
    if (image) return 'EEXIST'
    return () =>
      model.set(key(op), {
        content: Buffer.alloc(op.sizeBytes),
        order: op.order,
        unitOrder: op.order,
        snapshots: [],
        parent: undefined,
      })
  }
  if (!image) return 'ENOENT'
  switch (op.op) {
    case 'write':
      if (op.offset + op.lengthBytes > image.content.length) return 'EINVAL'
      return () => image.content.fill(op.byte, op.offset, op.offset + op.lengthBytes)
    case 'discard':
      if (op.offset >= image.content.length) return 'EINVAL'
      return () => discardIn(image, op.offset, Math.min(op.offset + op.lengthBytes, image.content.length))
    case 'resize':
      return () => {
        const resized = Buffer.alloc(op.sizeBytes)
        image.content.copy(resized)
        image.content = resized
      }
    case 'remove':
      return image.snapshots.length > 0 ? 'ENOTEMPTY' : () => model.delete(key(op))
    case 'flatten':
      if (!image.parent) return 'EINVAL'
      return () => {
        for (const part of [image, ...image.snapshots]) part.parent = undefined
      }
    case 'rename': {
      const to = key({ ...op, name: op.to })
      if (model.has(to)) return 'EEXIST'
      return () => {
        model.delete(key(op))
        model.set(to, image)
      }
    }
    default:
      return expectedOfSnapshot(model, image, op)
  }
}

/** Objects here are smaller than the grain: what reaches an object's end is cut, of the rest only whole objects go. */
function discardIn({ content, order }: ModelImage, start: number, end: number): void {
  const objectBytes = 2 ** order
  for (let object = 0; object < content.length; object += objectBytes) {
    const from = Math.max(start, object)
    if (from < object + objectBytes && end >= object + objectBytes) content.fill(0, from, object + objectBytes)
  }
}

type SnapshotOp = Extract<Op, { snapshot: string }>

function expectedOfSnapshot(model: Model, image: ModelImage, op: SnapshotOp): string | (() => void) {
  const snapshot = image.snapshots.find(({ name }) => name === op.snapshot)
  if (op.op === 'snap') {
    if (snapshot) return 'EEXIST'
    return () => {
      const { content, parent } = image
      image.snapshots.push({ name: op.snapshot, content: Buffer.from(content), isProtected: false, parent })
    }
  }
  if (!snapshot) return 'ENOENT'
  switch (op.op) {
    case 'unsnap':
      if (snapshot.isProtected) return 'EBUSY'
      return () => {
        image.snapshots = image.snapshots.filter((other) => other !== snapshot)
      }
    case 'protect':
      if (snapshot.isProtected) return 'EBUSY'
      return () => {
        snapshot.isProtected = true
      }
    case 'unprotect': {
      if (!snapshot.isProtected) return 'EINVAL'
      const holders = [...model.values()].flatMap((other) => [other, ...other.snapshots])
      if (holders.some(({ parent }) => parent === snapshot)) return 'EBUSY'
      return () => {
        snapshot.isProtected = false
      }
    }
    case 'rollback':
      return () => {
        image.content = Buffer.from(snapshot.content)
      }
    case 'clone':
      if (!snapshot.isProtected) return 'EINVAL'
      // A clone inherits the stripe unit, which for an image without striping is the object.
      if ((op.order ?? image.order) < image.unitOrder) return 'EINVAL'
      if (model.has(key(op.child))) return 'EEXIST'
      if (snapshot.content.length === 0) return 'EINVAL'
      return () =>
        model.set(key(op.child), {
          content: Buffer.from(snapshot.content),
          order: op.order ?? image.order,
          unitOrder: image.unitOrder,
          snapshots: [],
          parent: snapshot,
        })
  }
}

async function perform(rbd: Rbd, op: Exclude<Op, { op: 'reopen' }>): Promise<unknown> {
  const target = { pool: op.pool, image: op.name }
  switch (op.op) {
    case 'create':
      return rbd.createImage(target, { sizeBytes: op.sizeBytes, order: op.order })
    case 'write':
      return rbd.write(target, [
        op.byte === 9 ? zeros(op.offset, 0) : filled(op.offset, 0, 0),
        op.byte === 0 ? zeros(op.offset, op.lengthBytes) : filled(op.offset, op.lengthBytes, op.byte),
      ])
    case 'discard':
      return rbd.discard(target, op)
    case 'resize':
      return rbd.resize(target, { sizeBytes: op.sizeBytes, allowShrink: true })
    case 'remove':
      return rbd.removeImage(target)
    case 'flatten':
      return rbd.flatten(target)
    case 'rename':
      return rbd.renameImage(target, op.to)
    default:
      return performOnSnapshot(rbd, op, { ...target, snapshot: op.snapshot })
  }
}

async function performOnSnapshot(rbd: Rbd, op: SnapshotOp, target: RbdSpec & { snapshot: string }): Promise<unknown> {
  switch (op.op) {
    case 'snap':
      return rbd.createSnapshot(target)
    case 'unsnap':
      return rbd.removeSnapshot(target)
    case 'protect':
      return rbd.protectSnapshot(target)
    case 'unprotect':
      return rbd.unprotectSnapshot(target)
    case 'rollback':
      return rbd.rollback(target)
    case 'clone':
      return rbd.clone(
        target,
        { pool: op.child.pool, image: op.child.name },
        op.order === undefined ? {} : { order: op.order },
      )
  }
}

/** Content as one buffer; checks on the way that data comes from where `extents` says that something is stored. */
async function readAll(rbd: Rbd, target: RbdSpec): Promise<Buffer> {
  const extents = await rbd.extents(target)
  for (const [i, { offset }] of extents.entries()) {
    const before = extents[i - 1]
    if (before) expect(offset).toBeGreaterThan(before.offset + before.lengthBytes)
  }
  const parts: Buffer[] = []
  for await (const piece of rbd.read(target, { pieceBytes: 7 * KiB })) {
    if (piece.kind === 'zero') {
      parts.push(Buffer.alloc(piece.lengthBytes))
      continue
    }
    parts.push(Buffer.from(piece.bytes))
    const end = piece.offset + piece.bytes.byteLength
    const covered = extents.some(({ offset, lengthBytes }) => offset <= piece.offset && end <= offset + lengthBytes)
    expect(covered, `data at ${piece.offset} is in no extent`).toBe(true)
  }
  return Buffer.concat(parts)
}

async function check(cluster: Cluster, rbd: Rbd, model: Model): Promise<void> {
  cluster.audit()
  for (const pool of pools) {
    const expectedNames = [...model.keys()].filter((name) => name.startsWith(pool)).map((name) => name.split('/')[1])
    expect(await rbd.listImages(pool)).toEqual(expectedNames.sort())
  }
  for (const [name, image] of model) {
    const [pool, short] = name.split('/')
    const target = { pool: pool!, image: short! }
    expect((await readAll(rbd, target)).equals(image.content), name).toBe(true)
    for (const snapshot of image.snapshots) {
      const bytes = await readAll(rbd, { ...target, snapshot: snapshot.name })
      expect(bytes.equals(snapshot.content), `${name}@${snapshot.name}`).toBe(true)
    }
    await checkUsage(rbd, target, image)
  }
}

/** `du` counts at least every object in which a flat image has more than zeros. */
async function checkUsage(rbd: Rbd, target: RbdSpec, image: ModelImage): Promise<void> {
  const usage = await rbd.diskUsage(target)
  expect(usage.map(({ snapshot }) => snapshot)).toEqual([...image.snapshots.map(({ name }) => name), undefined])
  if (image.parent || image.snapshots.length > 0) return
  const objectBytes = 2 ** image.order
  const objects = new Set<number>()
  for (const [at, byte] of image.content.entries()) if (byte !== 0) objects.add(Math.floor(at / objectBytes))
  const least = [...objects].reduce((sum, i) => sum + Math.min(objectBytes, image.content.length - i * objectBytes), 0)
  expect(usage[0]!.usedBytes).toBeGreaterThanOrEqual(least)
}

async function open(disk: CrashDisk): Promise<{ cluster: Cluster; rbd: Rbd }> {
  const { fileSystem, host } = disk.startProcess()
  const cluster = createCluster({
    clock: new VirtualClock(startMs),
    random: new SeededRandom(`process ${host.processId}`),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store: { kind: 'directory', directory: '/store', fileSystem, host, compactAtBytes: 3000 },
    capacity: { osds: 3, osdSizeBytes: 2 ** 26, replicas: 3 },
  })
  await cluster.start()
  return { cluster, rbd: connectAdmin(cluster) }
}

async function outcome(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return String(error.details.errno ?? `${error.code}: ${error.message}`)
    throw error
  }
}

test('images are what a byte array would be, and the books balance', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDraft, { minLength: 5, maxLength: 80, size: 'max' }), async (drafts) => {
      const disk = new CrashDisk(new SeededRandom('model'))
      let { cluster, rbd } = await open(disk)
      const model: Model = new Map()
      for (const draft of [...opening, ...drafts]) {
        const op = 'pick' in draft ? toOp(model, draft) : draft
        if (op.op === 'reopen') {
          if (!op.kill) await cluster.stop()
          ;({ cluster, rbd } = await open(disk))
        } else {
          const effect = expected(model, op)
          const errno = await outcome(perform(rbd, op))
          expect(errno, JSON.stringify(op)).toBe(typeof effect === 'string' ? effect : undefined)
          if (typeof effect === 'function') effect()
        }
        await check(cluster, rbd, model)
      }
    }),
    { numRuns: 60 },
  )
})
