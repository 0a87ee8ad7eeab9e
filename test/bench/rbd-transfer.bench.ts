/**
 * What `rbd` moves in and out of a cluster in another process, beside real Ceph 16.2 on memstore: each command a process
 * of its own, so that its start counts.
 *
 *     npm run build && node test/bench/rbd-transfer.bench.ts [MiB]
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { entryOf } from '#cli/commands/world/context.ts'
import { bringDown, bringUp } from '#cli/live/live-world.ts'
import { StateDirectory } from '#cli/live/state-directory.ts'
import { loadTopology } from '#cli/topology/load-topology.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { realNow } from '#kernel/time/system-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { diskRate, machine, pseudoRandom } from './baselines.ts'

const sizeBytes = Number(process.argv[2] ?? 1024) * MiB
/** MiB/s of 512 MiB of random bytes, measured once on 2 cores: the bars of this bench. */
const realCeph: Readonly<Record<string, number>> = { import: 354, export: 835, cp: 199 }
const text = `apiVersion: dcnsim/v1
kind: Topology
metadata: {name: bench}
defaults: {ceph: {replicas: 1, osds: 1, osdSize: 100GiB, pools: [images, volumes, vms, backups]}}
sites:
  - {id: central, role: hub, store: {type: rbd, default: true}}
`
const state = new StateDirectory(mkdtempSync(path.join(tmpdir(), 'dcnsim-bench-')))
const topology = loadTopology(text, 'bench.yaml')
const program = path.resolve(import.meta.dirname, '../../dist/rbd.mjs')
const source = path.join(state.path, 'in.raw')
const target = path.join(state.path, 'out.raw')

try {
  await bringUp(state, { topology, topologyText: text, random: new SeededRandom('bench'), entryOf })
  writeSource()
  console.log(`rbd in a process of its own, ${sizeBytes / MiB} MiB of random bytes, the cluster's store on a disk`)
  console.log(`  machine         ${machine()}`)
  report('import FILE', 'import', ['import', source, 'images/a'])
  report('export FILE', 'export', ['export', 'images/a', target])
  report('export to pipe', 'export', ['export', 'images/a', '-'])
  report('cp', 'cp', ['cp', 'images/a', 'volumes/b'])
  report('export-diff', undefined, ['export-diff', 'images/a', `${target}.diff`])
  report('deep cp', undefined, ['deep', 'cp', 'images/a', 'volumes/c'])
  console.log(
    `  baseline disk   ${rate(sizeBytes / diskRate(state.path, sizeBytes))} by plain file writes, one fdatasync`,
  )
} finally {
  await bringDown(state, topology)
  rmSync(state.path, { recursive: true, force: true })
}

function writeSource(): void {
  const file = openSync(source, 'w')
  const block = pseudoRandom(MiB)
  for (let done = 0; done < sizeBytes; done += block.byteLength) {
    block.writeUInt32LE(done / MiB, 0)
    writeSync(file, block)
  }
  closeSync(file)
}

function report(title: string, bar: string | undefined, argv: readonly string[]): void {
  const before = serverSeconds()
  const started = realNow()
  const run = spawnSync(process.execPath, [program, ...argv, '--no-progress'], {
    env: { ...process.env, DCNSIM_STATE: state.path },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const seconds = (realNow() - started) / 1000
  if (run.status !== 0) throw new RangeError(`rbd ${argv.join(' ')} exits with ${run.status}`)
  const real = bar === undefined ? undefined : realCeph[bar]
  const beside =
    real === undefined ? '' : `, real Ceph ${real} MiB/s: ratio ${(sizeBytes / MiB / seconds / real).toFixed(2)}`
  const cpu = `${(serverSeconds() - before).toFixed(2)} s of the cluster's CPU`
  console.log(`  ${title.padEnd(15)} ${rate(seconds)}, ${cpu}${beside}`)
}

function rate(seconds: number): string {
  return `${(sizeBytes / MiB / seconds).toFixed(0)} MiB/s`
}

/** User and system time of the cluster's process so far. */
function serverSeconds(): number {
  const stat = readFileSync(`/proc/${state.process('central')!.pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
