import { createReadStream, existsSync } from 'node:fs'
import Table from 'cli-table3'
import type { Command } from 'commander'
import type { CloudSite } from '#cli/commands/cloud.ts'
import { hubAddress } from '#cli/live/live-world.ts'
import { isRunning } from '#cli/live/processes.ts'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { type OpenWorld, openCloud, openWorld, stateOf } from './context.ts'

export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description('show the processes of the cloud, and whether its sites are up')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }, command: Command) => {
      const open = openWorld(stateOf(command))
      const status = await statusOf(open)
      process.stdout.write(json ? `${JSON.stringify(status, undefined, 2)}\n` : render(status))
      if (status.processes.some(({ running }) => !running)) process.exitCode = 1
    })
}

export function addLogsCommand(program: Command): void {
  program
    .command('logs')
    .argument('[process]', 'a site (or SITE-ceph with --split); the hub when absent')
    .description('print the log of a process')
    .action(async (name: string | undefined, _flags: object, command: Command) => {
      const { state, topology } = openWorld(stateOf(command))
      const wanted = name ?? topology.sites[0]!.id
      const path = state.log(wanted)
      if (!existsSync(path)) {
        const names = topology.sites.map(({ id }) => id).join(', ')
        throw new NotFoundError(`there is no process ${wanted}; there are ${names}`, { process: wanted })
      }
      for await (const bytes of createReadStream(path)) process.stdout.write(bytes as Buffer)
    })
}

interface WorldStatus {
  readonly name: string
  readonly state: string
  readonly speed: number
  /** Simulated time, ISO. */
  readonly now: string
  readonly processes: readonly { name: string; role: string; running: boolean; pid?: number; address?: string }[]
  readonly sites: readonly CloudSite[]
}

async function statusOf(open: OpenWorld): Promise<WorldStatus> {
  const { state, world, topology } = open
  const names = topology.sites.flatMap(({ id }) => (world.split ? [id, `${id}-ceph`] : [id]))
  const processes = names.map((name) => {
    const record = state.process(name)
    const running = record !== undefined && isRunning(record)
    return {
      name,
      role: record?.role ?? '-',
      running,
      ...(record && running ? { pid: record.pid, address: record.address } : {}),
    }
  })
  return {
    name: world.name,
    state: state.path,
    speed: world.clock.speed,
    now: new Date(new SystemClock(world.clock).now()).toISOString(),
    processes,
    sites: hubAddress(state, topology) ? await listSites(open) : [],
  }
}

async function listSites(open: OpenWorld): Promise<readonly CloudSite[]> {
  const cloud = openCloud(open)
  try {
    return await cloud.sites.list()
  } finally {
    cloud.close()
  }
}

function render({ name, state, speed, now, processes, sites }: WorldStatus): string {
  const table = new Table({
    head: ['process', 'role', 'state', 'site', 'pid', 'address', 'fsid'],
    style: { head: [], border: [] },
  })
  for (const { name: process, role, running, pid = '', address = '' } of processes) {
    const site = sites.find(({ id }) => id === process)
    table.push([process, role, running ? 'running' : 'not running', site?.state ?? '', pid, address, site?.fsid ?? ''])
  }
  return `${name} in ${state}, speed ${speed}, simulated time ${now}\n${table.toString()}\n`
}
