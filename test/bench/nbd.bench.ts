/**
 * Images over NBD from the process of their cluster, beside the real qemu-nbd on a qcow2 with a backing file: the same
 * fio jobs, one after the other, on a clone and on an overlay of the same bytes. Needs qemu-utils and fio.
 *
 *     npm run build && node test/bench/nbd.bench.ts [MiB] [seconds a job]
 */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { connectNbd } from '#ceph-sim/rpc/nbd-rpc.ts'
import { entryOf } from '#cli/commands/world/context.ts'
import { type ClusterAccess, clusterFiles } from '#cli/live/cluster-files.ts'
import { bringDown, bringUp } from '#cli/live/live-world.ts'
import { StateDirectory } from '#cli/live/state-directory.ts'
import { loadTopology } from '#cli/topology/load-topology.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { machine, pseudoRandom } from './baselines.ts'

const sizeBytes = Number(process.argv[2] ?? 512) * MiB
const seconds = Number(process.argv[3] ?? 3)
const text = `apiVersion: dcnsim/v1
kind: Topology
metadata: {name: bench}
defaults: {ceph: {replicas: 1, osds: 3, osdSize: 100GiB, pools: [images, volumes, vms, backups]}}
sites:
  - {id: central, role: hub, store: {type: rbd, default: true}}
`
const jobs = [
  { name: 'read 1 MiB, depth 4', words: ['--rw=read', '--bs=1M', '--iodepth=4'] },
  { name: 'write 1 MiB, depth 4', words: ['--rw=write', '--bs=1M', '--iodepth=4'] },
  { name: 'randread 4 KiB, depth 16', words: ['--rw=randread', '--bs=4k', '--iodepth=16'] },
  { name: 'randwrite 4 KiB, depth 16', words: ['--rw=randwrite', '--bs=4k', '--iodepth=16'] },
  { name: 'randread 4 KiB, depth 1', words: ['--rw=randread', '--bs=4k', '--iodepth=1'] },
]

interface Server {
  readonly uri: string
  readonly pid: number
}
interface Result {
  readonly operations: number
  readonly operationsPerSecond: number
  readonly bytesPerSecond: number
  readonly cpuMicrosPerOperation: number
}

const clock = new SystemClock()
const directory = mkdtempSync(join(tmpdir(), 'dcnsim-nbd-bench-'))
const state = new StateDirectory(join(directory, 'state'))
const topology = loadTopology(text, 'bench.yaml')
let baseline: ChildProcess | undefined
try {
  await bringUp(state, { topology, topologyText: text, random: new SeededRandom('bench'), entryOf })
  const access = await accessTo('central')
  await fillCluster(access)
  const nbd = connectNbd(access)
  const exports = [{ pool: 'vms', image: 'disk' }]
  const where = { kind: 'unix', path: join(directory, 'ours.sock') } as const
  const served = await nbd.open({ exports, address: where, isReadOnly: false, tls: undefined })
  const renewing = new AbortController()
  const renewed = keepRenewed(() => nbd.renew(served.lease), renewing.signal)
  const ours = { uri: served.uris[0]!, pid: state.process('central')!.pid }
  const theirs = await startBaseline()

  console.log(`fio over a unix socket, ${sizeBytes / MiB} MiB, ${seconds} s a job: a clone here, a qcow2 overlay there`)
  console.log(
    `  machine         ${machine()}, ${execFileSync('qemu-nbd', ['--version'], { encoding: 'utf8' }).split('\n')[0]}`,
  )
  for (const { name, words } of jobs) {
    const here = await measure(ours, words)
    const there = await measure(theirs, words)
    console.log(`  ${name}`)
    console.log(`    dcnsim        ${figures(here)}`)
    console.log(`    baseline      ${figures(there)} by qemu-nbd`)
    const cpu = here.cpuMicrosPerOperation / there.cpuMicrosPerOperation
    const ratio = here.operationsPerSecond / there.operationsPerSecond
    console.log(`    ratio         ${ratio.toFixed(2)} in speed (aim: 1.00), ${cpu.toFixed(2)} in CPU`)
  }
  renewing.abort()
  await renewed
  await nbd.close(served.lease)
  nbd.disconnect()
} finally {
  baseline?.kill()
  if (state.exists()) await bringDown(state, topology)
  rmSync(directory, { recursive: true, force: true })
}

async function accessTo(cluster: string): Promise<ClusterAccess> {
  let found: ClusterAccess | undefined
  const connect = (access: ClusterAccess) => {
    found = access
    return connectCluster(access)
  }
  const session = await clusterFiles([state.etc], { connect }).open(cluster, {})
  session.close?.()
  if (!found) throw new RangeError(`there is no cluster ${cluster}`)
  return found
}

async function fillCluster(access: ClusterAccess): Promise<void> {
  const rbd = connectCluster(access)
  const base = { pool: 'images', image: 'base' }
  const snapshot = { ...base, snapshot: 'snap' }
  await rbd.createImage(base, { sizeBytes })
  await rbd.write(base, pieces())
  await rbd.createSnapshot(snapshot)
  await rbd.protectSnapshot(snapshot)
  await rbd.clone(snapshot, { pool: 'vms', image: 'disk' })
  rbd.close()
}

function* pieces() {
  const bytes = pseudoRandom(MiB)
  for (let offset = 0; offset < sizeBytes; offset += MiB) {
    bytes.writeUInt32LE(offset / MiB, 0)
    yield { kind: 'data' as const, offset, bytes }
  }
}

async function startBaseline(): Promise<Server> {
  const at = (name: string) => join(directory, name)
  const raw = openSync(at('base.raw'), 'w')
  for (const { bytes } of pieces()) writeSync(raw, bytes)
  closeSync(raw)
  execFileSync('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', at('base.raw'), at('base.qcow2')])
  execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', at('base.qcow2'), '-F', 'qcow2', at('disk.qcow2')])
  baseline = spawn('qemu-nbd', ['-f', 'qcow2', '-k', at('theirs.sock'), '-t', '-x', 'disk', at('disk.qcow2')])
  while (!existsSync(at('theirs.sock'))) await clock.sleep(20)
  return { uri: `nbd+unix:///disk?socket=${at('theirs.sock')}`, pid: baseline.pid! }
}

async function measure({ uri, pid }: Server, words: readonly string[]): Promise<Result> {
  const always = ['--ioengine=nbd', `--uri=${uri}`, `--size=${sizeBytes}`, '--time_based', `--runtime=${seconds}`]
  const before = cpuSeconds(pid)
  const { stdout } = await promisify(execFile)('fio', ['--name=job', '--output-format=json', ...always, ...words])
  const cpu = cpuSeconds(pid) - before
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { jobs: [Record<'read' | 'write', FioFigures>] }
  const { read, write } = report.jobs[0]
  const { total_ios: operations, iops, bw_bytes } = read.total_ios > write.total_ios ? read : write
  return {
    operations,
    operationsPerSecond: iops,
    bytesPerSecond: bw_bytes,
    cpuMicrosPerOperation: (cpu / operations) * 1e6,
  }
}

interface FioFigures {
  readonly total_ios: number
  readonly iops: number
  readonly bw_bytes: number
}

function figures({ operationsPerSecond, bytesPerSecond, cpuMicrosPerOperation }: Result): string {
  const rate = `${(bytesPerSecond / 1e6).toFixed(0)} MB/s`.padStart(9)
  return `${rate}, ${operationsPerSecond.toFixed(0).padStart(7)} IOPS, ${cpuMicrosPerOperation.toFixed(1)} us of CPU an operation`
}

/** User and system time of a process so far. */
function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function keepRenewed(renew: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await renew()
    await clock.sleep(1000, { signal }).catch(() => {})
  }
}
