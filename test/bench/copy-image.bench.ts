/**
 * The main job: an image at the hub is copied to two edges over links without a limit, hashes and all.
 *
 *     npm run build && node test/bench/copy-image.bench.ts [MiB]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entryOf } from '#cli/commands/world/context.ts'
import { connectCloud } from '#cli/live/grpc-cloud.ts'
import { bringDown, bringUp } from '#cli/live/live-world.ts'
import { StateDirectory } from '#cli/live/state-directory.ts'
import { loadTopology } from '#cli/topology/load-topology.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { diskRate, machine, pseudoRandom, sha512Rate, tcpRate } from './baselines.ts'

const sizeBytes = Number(process.argv[2] ?? 1024) * MiB
const text = `apiVersion: dcnsim/v1
kind: Topology
metadata: {name: bench}
defaults: {ceph: {replicas: 1, osds: 3, osdSize: 100GiB, pools: [images, volumes, vms, backups]}}
sites:
  - {id: central, role: hub, store: {type: rbd, default: true}}
  - {id: dcn0, role: edge, link: {to: central, rate: unlimited, rtt: 0ms}}
  - {id: dcn1, role: edge, link: {to: central, rate: unlimited, rtt: 0ms}}
`
const megabytes = (bytesPerSecond: number) => `${(bytesPerSecond / 1e6).toFixed(0)} MB/s`

const state = new StateDirectory(mkdtempSync(join(tmpdir(), 'dcnsim-bench-')))
const topology = loadTopology(text, 'bench.yaml')
try {
  await bringUp(state, { topology, topologyText: text, random: new SeededRandom('bench'), entryOf })
  const clock = new SystemClock(state.world().clock)
  const cloud = connectCloud({ address: state.process('central')!.address, clock })
  const { id } = await cloud.images.create({ name: 'bench', diskFormat: 'raw', containerFormat: 'bare' })
  const uploadStarted = realNow()
  await cloud.images.upload(id, 'central', content())
  const uploadMs = realNow() - uploadStarted

  const cpuBefore = cpuSeconds()
  const started = realNow()
  await cloud.images.import({ imageId: id, method: 'copy-image', stores: ['dcn0', 'dcn1'] })
  while ((await cloud.images.get(id)).properties.some(({ name }) => name === 'os_glance_import_task'))
    await clock.sleep(100)
  const copyMs = realNow() - started
  const cpu = cpuSeconds() - cpuBefore
  const { locations } = await cloud.images.get(id)
  if (locations.length !== 3) throw new RangeError(`the image has ${locations.length} locations, not 3`)
  const peaks = ['central', 'dcn0', 'dcn1'].map((name) => `${name} ${peakMiB(state.process(name)!.pid)} MiB`)
  cloud.close()

  const tcp = await tcpRate(sizeBytes)
  const sha512 = sha512Rate(sizeBytes)
  // While what was copied still lies in memory, so that both had to find new memory for their bytes.
  const disk = diskRate(state.path, 2 * sizeBytes)
  const copied = ((2 * sizeBytes) / copyMs) * 1000
  console.log(`copy-image of ${sizeBytes / MiB} MiB from central to dcn0 and dcn1, unlimited links`)
  console.log(`  machine         ${machine()}`)
  console.log(`  upload          ${megabytes((sizeBytes / uploadMs) * 1000)}`)
  console.log(`  copy            ${megabytes(copied)} written to the two stores, ${(copyMs / 1000).toFixed(2)} s`)
  console.log(`  CPU             ${(cpu / ((2 * sizeBytes) / 1e9)).toFixed(2)} s per GB copied, all processes`)
  console.log(`  baseline TCP    ${megabytes(tcp)} between two Node processes`)
  console.log(`  baseline sha512 ${megabytes(sha512)} on one core`)
  console.log(`  ratio           ${(copied / Math.min(tcp, sha512)).toFixed(2)} of the slower one (aim: 0.50)`)
  console.log(`  baseline disk   ${megabytes(disk)} by plain file writes of the same bytes, one fdatasync`)
  console.log(`  ratio           ${(copied / disk).toFixed(2)} of the disk`)
  console.log(`  peak memory     ${peaks.join(', ')}`)
} finally {
  await bringDown(state, topology)
  rmSync(state.path, { recursive: true, force: true })
}

async function* content(): AsyncGenerator<Uint8Array> {
  const block = pseudoRandom(MiB)
  for (let sent = 0; sent < sizeBytes; sent += block.byteLength) {
    block.writeUInt32LE(sent / MiB, 0)
    yield block
  }
}

/** User and system time of the cloud's processes so far. */
function cpuSeconds(): number {
  const ticks = ['central', 'dcn0', 'dcn1'].map((name) => {
    const stat = readFileSync(`/proc/${state.process(name)!.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11]) + Number(fields[12])
  })
  return ticks.reduce((sum, count) => sum + count, 0) / 100
}

function peakMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
