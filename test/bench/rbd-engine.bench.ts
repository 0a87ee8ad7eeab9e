import { closeSync, fdatasyncSync, fsyncSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, createCluster, type StorePlace } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { isDirectSession } from '#ceph-sim/direct-image.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { GiB, KiB, MiB } from '#kernel/units/bytes.ts'
import { connectAdmin } from '../support/memory-cluster.ts'
import { machine, pseudoRandom } from './baselines.ts'

/**
 * One cluster in process, on a disk: small random I/O and large sequential I/O beside plain file calls of the same
 * pattern, reads through a chain of clones, and what clones and snapshots cost by size. Nothing is synced while the
 * clock runs, on either side.
 *
 *     npm run bench -- rbd-engine
 */
const imageBytes = 256 * MiB
const smallBytes = 4 * KiB
const smallCount = 40_000
const largeBytes = GiB
const pieceBytes = 4 * MiB
const directory = mkdtempSync(join(tmpdir(), 'rbd-bench-'))
const image = (name: string) => ({ pool: 'images', image: name })
const snapshot = (name: string) => ({ ...image(name), snapshot: 's' })

console.log(`${machine()}\n`)
try {
  await benchDisk()
  await benchSizes()
} finally {
  rmSync(directory, { recursive: true })
}

async function benchDisk(): Promise<void> {
  const { cluster, rbd } = await start({ kind: 'directory', directory: join(directory, 'cluster') })
  await fill(rbd, 'base')
  await cloneOf(rbd, 'base', 'child')
  await benchSmall(rbd)
  await benchDepth(rbd)
  await benchLarge(rbd)
  await cluster.stop()
}

async function benchSmall(rbd: ClusterClient): Promise<void> {
  const file = join(directory, 'plain')
  const offsets = randomOffsets('small')
  const block = pseudoRandom(smallBytes)
  const handle = openSync(file, 'w+')
  const plainFresh = await rate(smallCount, (i) => void writeSync(handle, block, 0, smallBytes, offsets[i]!))
  fdatasyncSync(handle)
  const plainAgain = await rate(smallCount, (i) => void writeSync(handle, block, 0, smallBytes, offsets[i]!))
  const plainRead = await rate(smallCount, (i) => void readSync(handle, block, 0, smallBytes, offsets[i]!))
  closeSync(handle)
  const child = direct(rbd, 'child')
  await rbd.attach(image('child'), { owner: 'bench' })
  const buffer = pseudoRandom(smallBytes)
  compare(
    '4 KiB random write, fresh clone',
    await rate(smallCount, (i) => child.write(offsets[i]!, buffer)),
    plainFresh,
  )
  await rbd.flush(image('child'))
  compare('4 KiB random write, again', await rate(smallCount, (i) => child.write(offsets[i]!, buffer)), plainAgain)
  compare('4 KiB random read', await rate(smallCount, (i) => child.read(offsets[i]!, buffer)), plainRead)
}

async function benchDepth(rbd: ClusterClient): Promise<void> {
  const offsets = randomOffsets('depth')
  const buffer = Buffer.alloc(smallBytes)
  let parent = 'base'
  for (let depth = 1; depth <= 16; depth++) {
    await cloneOf(rbd, parent, `depth${depth}`)
    parent = `depth${depth}`
  }
  const [base, deep] = [direct(rbd, 'base'), direct(rbd, 'depth16')]
  const microseconds = { flat: Number.POSITIVE_INFINITY, deep: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 5; round++) {
    microseconds.flat = Math.min(microseconds.flat, await cpuOf((i) => base.read(offsets[i]!, buffer)))
    microseconds.deep = Math.min(microseconds.deep, await cpuOf((i) => deep.read(offsets[i]!, buffer)))
  }
  const { flat, deep: at16 } = microseconds
  const times = (at16 / flat).toFixed(2)
  console.log(
    `4 KiB random read, depth 0 and 16`.padEnd(40),
    `${flat.toFixed(2)} and ${at16.toFixed(2)} us of CPU: ${times} times as much`,
  )
}

/** Microseconds of CPU an operation takes, which a busy machine does not blur. */
async function cpuOf(act: (i: number) => unknown): Promise<number> {
  const before = process.cpuUsage()
  await rate(smallCount, act)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / smallCount
}

async function benchLarge(rbd: ClusterClient): Promise<void> {
  const block = pseudoRandom(pieceBytes)
  const path = join(directory, 'plain-large')
  const plainTimes: number[] = []
  const times: number[] = []
  for (const name of ['large0', 'large1', 'large']) {
    rmSync(path, { force: true })
    const plainTime = await secondsOf(async () => {
      const file = await openFile(path, 'w')
      for (let at = 0; at < largeBytes; at += pieceBytes) await file.write(block, 0, pieceBytes, at)
      await file.close()
    })
    plainTimes.push(plainTime)
    settle(path)
    await rbd.createImage(image(name), { sizeBytes: largeBytes })
    times.push(await secondsOf(() => rbd.write(image(name), pieces(block))))
    await rbd.flush(image(name))
    if (name !== 'large') await rbd.removeImage(image(name))
  }
  const [plainWrite, writing] = [Math.min(...plainTimes), Math.min(...times)]
  console.log(...ratio(`${largeBytes / GiB} GiB sequential write, 4 MiB`, writing, plainWrite))
  const plainly = async () => {
    const file = await openFile(path, 'r')
    for (let at = 0; at < largeBytes; at += pieceBytes) await file.read(block, 0, pieceBytes, at)
    await file.close()
  }
  const throughPort = async () => {
    for await (const _ of rbd.read(image('large'), { pieceBytes }));
  }
  // The first round brings both into the page cache.
  await plainly()
  await throughPort()
  const plainRead = Math.min(await secondsOf(plainly), await secondsOf(plainly))
  const reading = Math.min(await secondsOf(throughPort), await secondsOf(throughPort))
  console.log(...ratio(`${largeBytes / GiB} GiB sequential read, 4 MiB`, reading, plainRead))
}

/** In memory, so that no sync is measured. */
async function benchSizes(): Promise<void> {
  const { cluster, rbd } = await start({ kind: 'memory' })
  for (const [label, sizeBytes] of [
    ['1 GiB', GiB],
    ['100 GiB', 100 * GiB],
    ['10 TiB', 10 * 1024 * GiB],
  ] as const) {
    await rbd.createImage(image(label), { sizeBytes })
    const block = pseudoRandom(64 * KiB)
    for (let at = 0; at < 256; at++) {
      await rbd.write(image(label), [
        { kind: 'data', offset: Math.floor((at * sizeBytes) / 256 / 4096) * 4096, bytes: block },
      ])
    }
    await rbd.createSnapshot(snapshot(label))
    await rbd.protectSnapshot(snapshot(label))
    const count = 200
    const clones = await rate(count, (i) => rbd.clone(snapshot(label), image(`${label} clone ${i}`)))
    const snapshots = await rate(count, (i) => rbd.createSnapshot({ ...image(`${label} clone ${i}`), snapshot: 'one' }))
    console.log(
      `clone and snapshot of ${label}`.padEnd(40),
      `${(1000 / clones).toFixed(3)} ms and ${(1000 / snapshots).toFixed(3)} ms`,
    )
  }
  await cluster.stop()
}

async function start(store: StorePlace): Promise<{ cluster: Cluster; rbd: ClusterClient }> {
  const cluster = createCluster({
    clock: new SystemClock(),
    random: new SeededRandom('bench'),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store,
    capacity: { osds: 100, osdSizeBytes: 1024 * GiB, replicas: 1 },
  })
  await cluster.start()
  return { cluster, rbd: connectAdmin(cluster) }
}

async function fill(rbd: ClusterClient, name: string): Promise<void> {
  await rbd.createImage(image(name), { sizeBytes: imageBytes })
  const block = pseudoRandom(pieceBytes)
  for (let offset = 0; offset < imageBytes; offset += pieceBytes) {
    await rbd.write(image(name), [{ kind: 'data', offset, bytes: block }])
  }
  await rbd.flush(image(name))
}

async function cloneOf(rbd: ClusterClient, parent: string, child: string): Promise<void> {
  const existing = await rbd.listSnapshots(image(parent))
  if (existing.length === 0) {
    await rbd.createSnapshot(snapshot(parent))
    await rbd.protectSnapshot(snapshot(parent))
  }
  await rbd.clone(snapshot(parent), image(child))
}

function direct(rbd: ClusterClient, name: string) {
  if (!isDirectSession(rbd)) throw new Error('the session is not in process')
  return rbd.directImage(image(name))
}

function* pieces(bytes: Buffer) {
  for (let offset = 0; offset < largeBytes; offset += bytes.byteLength) yield { kind: 'data', offset, bytes } as const
}

function randomOffsets(seed: string): number[] {
  const random = new SeededRandom(seed)
  return Array.from({ length: smallCount }, () => random.integer(imageBytes / smallBytes) * smallBytes)
}

/** Operations a second. */
async function rate(count: number, act: (i: number) => unknown): Promise<number> {
  const seconds = await secondsOf(async () => {
    for (let i = 0; i < count; i++) {
      const done = act(i)
      if (done instanceof Promise) await done
    }
  })
  return count / seconds
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = realNow()
  await work()
  return (realNow() - started) / 1000
}

/** The system's writes of one side must not fall into the time of the other. */
function settle(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

function compare(label: string, found: number, plain: number): void {
  const share = ((100 * found) / plain).toFixed(0)
  console.log(label.padEnd(40), `${perSecond(found)}, plain file ${perSecond(plain)}: ${share} %`)
}

function ratio(label: string, seconds: number, plainSeconds: number): string[] {
  const speed = (s: number) => `${(largeBytes / MiB / s).toFixed(0)} MiB/s`
  const share = ((100 * plainSeconds) / seconds).toFixed(0)
  return [label.padEnd(40), `${speed(seconds)}, plain file ${speed(plainSeconds)}: ${share} %`]
}

function perSecond(found: number): string {
  return `${Math.round(found).toLocaleString('en')}/s`
}
