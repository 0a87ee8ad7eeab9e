import { writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import PQueue from 'p-queue'
import lockfile from 'proper-lockfile'
import { hubOf, type SiteSpec, type Topology } from '#cli/topology/topology.ts'
import { ConflictError, DeadlineError, InvalidArgumentError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import { type ClockAnchor, realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { connectCloud } from './grpc-cloud.ts'
import { awaitProcess, isRunning, type ProcessPlan, type Role, startProcess, stopProcess } from './processes.ts'
import { clusterSettings, edgeSettings, hubSettings, type SettingsContext } from './settings.ts'
import type { ProcessRecord, StateDirectory, WorldRecord } from './state-directory.ts'

export interface UpOptions {
  readonly topology: Topology
  /** The file's text, kept in the state directory. */
  readonly topologyText: string
  readonly random: Random
  /** Simulated seconds a second; as before, or 1, when absent. */
  readonly speed?: number | undefined
  /** Each cluster in a process of its own; as before, or not, when absent. */
  readonly split?: boolean | undefined
  /** Port of the hub; as before, or any, when absent. */
  readonly port?: number | undefined
  readonly entryOf: (role: Role) => string
  readonly onStarted?: (record: ProcessRecord) => void
}

/** How many processes start at the same time. */
const parallelStarts = 4
const registerLimitMs = 30_000

/**
 * Starts every process of a world that does not run, hub first, and resolves when all sites whose link is up have
 * registered. On a directory that has a world already, it goes on with that one; a process whose settings have changed
 * starts again.
 */
export async function bringUp(state: StateDirectory, options: UpOptions): Promise<void> {
  state.create()
  await exclusively(state, async () => {
    const world = nextWorld(state, options)
    state.saveWorld(world)
    writeFileSync(state.topologyFile, options.topologyText)
    await new Starter(state, world, options).run()
  })
}

/** Ends every process, edges first. @returns the names of those that had to be killed */
export async function bringDown(state: StateDirectory, topology: Topology): Promise<readonly string[]> {
  return exclusively(state, async () => {
    const killed: string[] = []
    const hub = hubOf(topology).id
    const names = possibleProcesses(topology)
    const ranks = [
      names.filter((name) => name !== hub && !name.endsWith('-ceph')),
      [hub],
      names.filter((name) => name.endsWith('-ceph')),
    ]
    for (const rank of ranks) {
      const records = rank.map((name) => state.process(name)).filter((record) => record !== undefined)
      const clean = await Promise.all(records.map((record) => stopProcess(record)))
      killed.push(...records.filter((_, i) => !clean[i]).map(({ name }) => name))
    }
    return killed
  })
}

/** The address of the hub, if it runs. */
export function hubAddress(state: StateDirectory, topology: Topology): string | undefined {
  const record = state.process(hubOf(topology).id)
  return record && isRunning(record) && !record.starting ? record.address : undefined
}

function possibleProcesses({ sites }: Topology): readonly string[] {
  return sites.flatMap(({ id }) => [id, `${id}-ceph`])
}

function somethingRuns(state: StateDirectory, topology: Topology): boolean {
  return possibleProcesses(topology).some((name) => {
    const record = state.process(name)
    return record !== undefined && isRunning(record)
  })
}

class Starter {
  readonly #state: StateDirectory
  readonly #world: WorldRecord
  readonly #options: UpOptions
  readonly #context: SettingsContext

  constructor(state: StateDirectory, world: WorldRecord, options: UpOptions) {
    this.#state = state
    this.#world = world
    this.#options = options
    this.#context = { state, world, topology: options.topology, listen: (name) => this.#listen(name) }
  }

  async run(): Promise<void> {
    const { sites } = this.#options.topology
    const hub = hubOf(this.#options.topology)
    if (this.#world.split) await this.#each(sites, (site) => this.#cluster(site))
    const { address } = await this.#ensure({ name: hub.id, role: 'central', site: hub.id }, hubSettings(this.#context))
    const edges = sites.filter(({ role }) => role === 'edge')
    await this.#each(edges, (site) =>
      this.#ensure({ name: site.id, role: 'edge', site: site.id }, edgeSettings(this.#context, site, address)),
    )
    await this.#registered(address)
  }

  async #each(sites: readonly SiteSpec[], start: (site: SiteSpec) => Promise<unknown>): Promise<void> {
    const queue = new PQueue({ concurrency: parallelStarts })
    await queue.addAll(sites.map((site) => () => start(site)))
  }

  #cluster(site: SiteSpec): Promise<ProcessRecord> {
    const plan = { name: `${site.id}-ceph`, role: 'ceph-sim', site: site.id } as const
    return this.#ensure(plan, clusterSettings(this.#context, site))
  }

  async #ensure(plan: ProcessPlan, settings: object): Promise<ProcessRecord> {
    const running = this.#state.process(plan.name)
    if (running && isRunning(running)) {
      if (sameSettings(this.#state.readSettings(plan.name), settings)) {
        return running.starting ? awaitProcess(this.#state, running) : running
      }
      // The topology has changed: as a real service does, it takes its new settings in by starting again (D62).
      await stopProcess(running)
    }
    writeFileSync(this.#state.settings(plan.name), `${JSON.stringify(settings, undefined, 2)}\n`)
    const record = await startProcess(this.#state, plan, this.#options.entryOf)
    this.#options.onStarted?.(record)
    return record
  }

  /** A process that was here before keeps its address, so that those who know it find it again. */
  #listen(name: string): string {
    const isHub = name === hubOf(this.#options.topology).id
    if (isHub && this.#options.port !== undefined) return `127.0.0.1:${this.#options.port}`
    return this.#state.process(name)?.address || '127.0.0.1:0'
  }

  async #registered(address: string): Promise<void> {
    const real = new SystemClock()
    const cloud = connectCloud({ address, clock: real })
    try {
      const limit = real.now() + registerLimitMs
      for (;;) {
        const cut = (await cloud.sites.listLinks()).filter(({ state }) => state === 'down').map(({ site }) => site)
        const missing = (await cloud.sites.list())
          .filter(({ id, state }) => state !== 'up' && !cut.includes(id))
          .map(({ id }) => id)
        if (missing.length === 0) return
        if (real.now() > limit) {
          throw new DeadlineError(
            `${missing.join(', ')} did not register with the hub in ${registerLimitMs / 1000} s; ` +
              `see the logs ('dcnsim logs ${missing[0]}').`,
            { missing },
          )
        }
        await real.sleep(20)
      }
    } finally {
      cloud.close()
    }
  }
}

/** Where a process listens is found when it starts; everything else must be as it was. */
function sameSettings(old: object | undefined, wanted: object): boolean {
  return isDeepStrictEqual({ ...old, listen: '' }, { ...JSON.parse(JSON.stringify(wanted)), listen: '' })
}

function nextWorld(state: StateDirectory, { topology, random, speed, split }: UpOptions): WorldRecord {
  const old = state.findWorld()
  if (old && old.name !== topology.name) {
    throw new ConflictError(
      `${state.path} holds the world '${old.name}', not '${topology.name}'. Choose another directory with --state.`,
      { found: old.name, wanted: topology.name },
    )
  }
  if (old && split !== undefined && split !== old.split) {
    throw new InvalidArgumentError(
      `the world in ${state.path} was started ${old.split ? 'with' : 'without'} --split and stays so`,
    )
  }
  const lost = Object.keys(old?.fsids ?? {}).filter((id) => !topology.sites.some((site) => site.id === id))
  if (lost.length > 0) {
    throw new UnsupportedError(
      `the world in ${state.path} has ${lost.join(', ')}, which the topology has no more: taking a site away is not simulated`,
      { sites: lost },
    )
  }
  const fsids = Object.fromEntries(
    topology.sites.map(({ id, ceph }) => [id, old?.fsids[id] ?? ceph?.fsid ?? random.stream(`fsid/${id}`).uuid()]),
  )
  return {
    name: topology.name,
    seed: old?.seed ?? random.stream('world').uuid(),
    clock: nextAnchor(state, old, topology, speed),
    split: split ?? old?.split ?? false,
    fsids,
  }
}

/** Simulated time never goes back, and is the same in all processes: a new speed starts where the old clock stands. */
function nextAnchor(
  state: StateDirectory,
  old: WorldRecord | undefined,
  topology: Topology,
  speed: number | undefined,
): ClockAnchor {
  const realMs = realNow()
  if (!old) return { realMs, simMs: realMs, speed: speed ?? 1 }
  if (speed === undefined || speed === old.clock.speed) return old.clock
  if (somethingRuns(state, topology)) {
    throw new ConflictError(
      `the world in ${state.path} runs at speed ${old.clock.speed}. Take it down first: 'dcnsim down'.`,
      { speed: old.clock.speed },
    )
  }
  return { realMs, simMs: new SystemClock(old.clock).now(), speed }
}

/** What a command that was killed has locked is free again after this; others wait a little longer than that. */
const lockStaleMs = 5_000

/** Only one command at a time may start or stop the processes of a world. */
async function exclusively<T>(state: StateDirectory, action: () => Promise<T>): Promise<T> {
  const release = await lockfile
    .lock(state.path, { stale: lockStaleMs, retries: { retries: 25, factor: 1, minTimeout: 300 } })
    .catch((cause: unknown) => {
      throw new ConflictError(
        `another dcnsim command is starting or stopping the world in ${state.path}`,
        { path: state.path },
        { cause },
      )
    })
  try {
    return await action()
  } finally {
    await release()
  }
}
