import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { runRbd } from '#cli/commands/rbd/rbd-command.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { connectAdmin } from '../support/memory-cluster.ts'
import { machine } from './baselines.ts'

/**
 * 10,000 images with 10 snapshots each: what making them costs as they become more, then, in a process of its own, what
 * opening them from a directory, listing them and holding them in memory costs. Baseline: the same number of records,
 * the plainest that could name them, read from JSON lines.
 *
 *     npm run bench -- rbd-scale
 */
const imageCount = 10_000
const snapshotCount = 10
const together = 200
const images = Array.from({ length: imageCount }, (_, i) => ({ pool: 'images', image: `image-${i}` }))

const quiet = {
  stderr: (text: string) => console.error(text),
  stdoutBytes: async () => {},
  stdin: (async function* () {})(),
  env: {},
  cwd: '/',
  clock: new SystemClock(),
}

const [, , part, place = ''] = process.argv
if (part === 'fold') await fold(place)
else if (part === 'open') await open(place)
else await main()

async function main(): Promise<void> {
  console.log(`${machine()}\n`)
  const directory = mkdtempSync(join(tmpdir(), 'rbd-scale-'))
  try {
    await create(directory)
    for (const next of ['fold', 'open']) {
      const flags = ['--expose-gc', ...process.execArgv]
      spawnSync(process.execPath, [...flags, import.meta.filename, next, directory], { stdio: 'inherit' })
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function create(directory: string): Promise<void> {
  const { cluster, rbd } = await start(directory)
  for (let quarter = 0; quarter < 4; quarter++) {
    const part = images.slice((quarter * imageCount) / 4, ((quarter + 1) * imageCount) / 4)
    const started = realNow()
    for (let i = 0; i < part.length; i += together) {
      await Promise.all(part.slice(i, i + together).map((image) => createOne(rbd, image)))
    }
    console.log(`making ${part.length} images with their snapshots`.padEnd(50), `${seconds(started)} s`)
  }
  await cluster.stop()
}

async function createOne(rbd: ClusterClient, image: { pool: string; image: string }): Promise<void> {
  await rbd.createImage(image, { sizeBytes: 10 * GiB })
  for (let i = 0; i < snapshotCount; i++) await rbd.createSnapshot({ ...image, snapshot: `snapshot-${i}` })
}

/** Opening a long journal folds it into the checkpoint. */
async function fold(directory: string): Promise<void> {
  const { cluster } = await start(directory)
  await cluster.stop()
  console.log('plain records read from JSON lines'.padEnd(50), plainRecords())
}

async function open(directory: string): Promise<void> {
  const before = heapBytes()
  const started = realNow()
  const { cluster, rbd } = await start(directory)
  console.log('opening them'.padEnd(50), `${seconds(started)} s`)
  console.log('memory: heap, and whole process'.padEnd(50), `${mebibytes(heapBytes() - before)}, ${residentBytes()}`)
  const listing = realNow()
  const printed: string[] = []
  const io = { ...quiet, stdout: (text: string) => void printed.push(text) }
  await runRbd(['ls', '-l', 'images'], io, { names: () => ['dcn0'], open: async () => rbd })
  console.log(`rbd ls -l, ${printed.join('').split('\n').length - 2} rows`.padEnd(50), `${seconds(listing)} s`)
  await cluster.stop()
}

function residentBytes(): string {
  return mebibytes(process.memoryUsage().rss)
}

function plainRecords(): string {
  const lines = images.flatMap(({ image }) =>
    Array.from({ length: snapshotCount + 1 }, (_, i) =>
      JSON.stringify({ kind: 'snapshot', image, name: `snapshot-${i}`, id: i, sizeBytes: 10 * GiB }),
    ),
  )
  const started = realNow()
  const records = lines.map((line) => JSON.parse(line) as object)
  return `${records.length} in ${seconds(started)} s`
}

async function start(directory: string): Promise<{ cluster: Cluster; rbd: ClusterClient }> {
  const cluster = createCluster({
    clock: new SystemClock(),
    random: new SeededRandom('bench'),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store: { kind: 'directory', directory: join(directory, 'cluster') },
    capacity: { osds: 100, osdSizeBytes: 1024 * GiB, replicas: 1 },
  })
  await cluster.start()
  return { cluster, rbd: connectAdmin(cluster) }
}

function heapBytes(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function seconds(started: number): string {
  return ((realNow() - started) / 1000).toFixed(2)
}

function mebibytes(bytes: number): string {
  return `${(bytes / MiB).toFixed(0)} MiB`
}
