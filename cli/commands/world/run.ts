import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { openFileSource } from '#cli/image-file.ts'
import { bringDown, bringUp } from '#cli/live/live-world.ts'
import { ScenarioWorld } from '#cli/live/scenario-world.ts'
import { StateDirectory } from '#cli/live/state-directory.ts'
import { createProgress, type Progress } from '#cli/progress.ts'
import { renderHtml } from '#cli/report/html.ts'
import { renderJson } from '#cli/report/json.ts'
import { renderJunit } from '#cli/report/junit.ts'
import { buildReport, hubName, type Report } from '#cli/report/report.ts'
import { renderTerminal, wantsColor } from '#cli/report/terminal.ts'
import { describeDiskFile, withOwnImage } from '#cli/scenario/disk-file.ts'
import { loadScenario } from '#cli/scenario/load-scenario.ts'
import { runScenario } from '#cli/scenario/run-scenario.ts'
import type { Scenario } from '#cli/scenario/scenario.ts'
import { transcript } from '#cli/scenario/transcript.ts'
import type { SiteSpec } from '#cli/topology/topology.ts'
import { asDomainError, CancelledError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { packageRoot } from '#kernel/process/package-root.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { checkSafety } from '#openstack/formats/safety.ts'
import { entryOf, openCloud, openClusters, readUserFile } from './context.ts'

interface RunFlags {
  readonly speed: string
  readonly image?: string
  readonly split?: true
  readonly keep?: true
  readonly junit?: string
  readonly json?: string
  readonly html?: string
}

/** 128 and the number of SIGINT: what shells make of a command that Ctrl-C has ended. */
const exitInterrupted = 130
const demoScenario = 'scenarios/a1-edge-storage-validation.yaml'

export function addRunCommands(program: Command): void {
  withRunOptions(program.command('run').argument('<scenario>', 'a scenario file'), '1')
    .description('run a scenario: start its cloud, play its steps, check its assertions, stop the cloud')
    .action((file: string, flags: RunFlags, command: Command) => run(file, flags, command))
  withRunOptions(program.command('demo'), '10')
    .description('validate edge storage on a hub and two edges: the procedure of the DCN guide, appendix A.1')
    .action((flags: RunFlags, command: Command) => run(join(packageRoot(), demoScenario), flags, command))
}

function withRunOptions(command: Command, speed: string): Command {
  return command
    .option('--speed <factor>', 'how many simulated seconds pass in a second', speed)
    .option('--image <file>', 'use your own disk image (qcow2 or raw) in place of the generated ones of its format')
    .option('--split', 'run each Ceph cluster in a process of its own')
    .option('--keep', 'leave the state directory behind (its path is printed)')
    .option('--junit <file>', 'write the assertions as JUnit XML')
    .option('--json <file>', 'write the report as JSON')
    .option('--html <file>', 'write the report as one HTML page')
}

async function run(file: string, flags: RunFlags, command: Command): Promise<void> {
  const scenario = await scenarioOf(file, flags)
  const speed = Number(flags.speed)
  if (!(speed > 0)) throw new InvalidArgumentError(`--speed takes a positive number, not '${flags.speed}'`)
  const { state: named } = command.optsWithGlobals<{ state?: string }>()
  const directory = named ?? mkdtempSync(join(tmpdir(), 'dcnsim-'))
  const state = new StateDirectory(directory)
  const progress = createProgress(process.stdout, { total: scenario.steps.length })
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort(new CancelledError('interrupted'))
  // Once is enough: a second Ctrl-C must not keep the first from taking the processes down.
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    const report = await play(scenario, {
      file,
      state,
      speed,
      split: flags.split,
      progress,
      signal: interrupted.signal,
    })
    progress.stop()
    const hub = hubName(scenario)
    const terminal = { color: wantsColor(process.stdout, process.env), columns: process.stdout.columns ?? 120, hub }
    process.stdout.write(`\n${renderTerminal(report, terminal)}`)
    if (flags.junit) writeReport(flags.junit, renderJunit(report))
    if (flags.json) writeReport(flags.json, renderJson(report))
    if (flags.html) writeReport(flags.html, renderHtml(report, { hub }))
    if (!report.passed) process.exitCode = 1
  } catch (error) {
    if (!interrupted.signal.aborted) throw error
    process.stderr.write('dcnsim: interrupted\n')
  } finally {
    progress.stop()
    if (flags.keep || named) process.stdout.write(`the state is in ${directory}\n`)
    else rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
  }
  // What was cut off in this process must not keep it.
  if (interrupted.signal.aborted) process.exit(exitInterrupted)
}

interface Play {
  readonly file: string
  readonly state: StateDirectory
  readonly speed: number
  readonly split: true | undefined
  readonly progress: Progress
  readonly signal: AbortSignal
}

async function play(scenario: Scenario, { file, state, speed, split, progress, signal }: Play): Promise<Report> {
  const { topology } = scenario
  progress.log(
    `${scenario.title}\nstarting ${topology.sites.map(({ id }) => id).join(', ')} at ${speed} times real time\n`,
  )
  try {
    await bringUp(state, {
      topology,
      topologyText: readUserFile(file),
      random: new SeededRandom(scenario.seed),
      speed,
      split,
      entryOf,
      onStarted: ({ name, role, pid, address }) =>
        progress.log(`  ${name.padEnd(14)} ${role.padEnd(9)} pid ${String(pid).padEnd(8)} ${address}\n`),
    })
    const world = { state, world: state.world(), topology }
    const cloud = openCloud(world)
    const workDirectory = join(state.path, 'work')
    mkdirSync(workDirectory, { recursive: true })
    const clusters = openClusters(world)
    const live = new ScenarioWorld({ clock: cloud.clock, cloud, clusters, topology, workDirectory, env: process.env })
    try {
      const observer = transcript(progress, { color: wantsColor(process.stdout, process.env) })
      return buildReport(scenario, await unlessAborted(runScenario(scenario, live, observer, { signal }), signal))
    } finally {
      await live.close()
      cloud.close()
    }
  } finally {
    await bringDown(state, topology)
  }
}

/** The work's result, or the signal's reason at once: what goes on in the background then ends with the cloud. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {})
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => aborted.reject(signal.reason), { once: true })
  return Promise.race([work, aborted.promise])
}

/** @throws InvalidArgumentError for an own image that cannot be what the scenario needs */
async function scenarioOf(file: string, { image }: RunFlags): Promise<Scenario> {
  const scenario = loadScenario(readUserFile(file), file)
  if (!image) return scenario
  const path = resolve(image)
  const described = describeDiskFile(path)
  if (!described.ok) throw new InvalidArgumentError(`${image}: ${described.problem}`, { image })
  const { format, virtualSizeBytes } = described.disk
  const roomBytes = Math.min(...scenario.topology.sites.map(({ ceph }) => usableBytes(ceph)))
  if (virtualSizeBytes > roomBytes) {
    throw new InvalidArgumentError(
      `${image} is a disk of ${virtualSizeBytes} bytes, more than the clusters hold (${roomBytes} bytes)`,
      { image, virtualSizeBytes, roomBytes },
    )
  }
  await using source = await openFileSource(path)
  await checkSafety(source, format).catch((error: unknown) => {
    const { message, details } = asDomainError(error)
    throw new InvalidArgumentError(`${image}: ${message}`, details)
  })
  return withOwnImage(scenario, { ...described.disk, path })
}

function usableBytes(ceph: SiteSpec['ceph']): number {
  return ceph ? (ceph.osds * ceph.osdSizeBytes) / ceph.replicas : Number.POSITIVE_INFINITY
}

function writeReport(path: string, text: string): void {
  mkdirSync(dirname(resolve(path)), { recursive: true })
  writeFileSync(path, text)
}
