import type { Command } from 'commander'
import { bringDown, bringUp } from '#cli/live/live-world.ts'
import { loadTopology } from '#cli/topology/load-topology.ts'
import { hubOf } from '#cli/topology/topology.ts'
import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { SeededRandom, systemRandom } from '#kernel/random/random.ts'
import { entryOf, openWorld, readUserFile, stateOf } from './context.ts'
import { unmapAll } from './nbd-devices.ts'

interface UpFlags {
  readonly speed?: number
  readonly split?: true
  readonly seed?: string
  readonly port?: number
}

export function addUpCommand(program: Command): void {
  program
    .command('up')
    .argument('[topology]', 'a topology file; may be left out when the world was up before')
    .description('start a cloud: one process for the hub and one for each edge site, in the background')
    .option('--speed <factor>', 'how many simulated seconds pass in a second', positive)
    .option('--split', 'run each Ceph cluster in a process of its own')
    .option('--seed <text>', 'draw ids from this seed instead of by chance')
    .option('--port <number>', 'port of the hub on 127.0.0.1 (default: any free one)', port)
    .addHelpText('after', '\nWhat is down is started again; what runs is left alone.\n')
    .action(async (file: string | undefined, flags: UpFlags, command: Command) => {
      const state = stateOf(command)
      const path = file ?? openWorld(state).state.topologyFile
      const topologyText = readUserFile(path)
      const topology = loadTopology(topologyText, path)
      await bringUp(state, {
        topology,
        topologyText,
        random: flags.seed === undefined ? systemRandom() : new SeededRandom(flags.seed),
        speed: flags.speed,
        split: flags.split,
        port: flags.port,
        entryOf,
        onStarted: ({ name, pid, address }) => process.stdout.write(`${name.padEnd(16)} pid ${pid}  ${address}\n`),
      })
      const { id } = hubOf(topology)
      process.stdout.write(
        `${topology.name} is up in ${state.path}: hub ${id}, ${topology.sites.length - 1} edge sites\n`,
      )
    })
}

export function addDownCommand(program: Command): void {
  program
    .command('down')
    .description('stop every process of the cloud; what it stored stays in the state directory')
    .action(async (_flags: object, command: Command) => {
      const { state, topology } = openWorld(stateOf(command))
      await unmapAll(state)
      const killed = await bringDown(state, topology)
      for (const name of killed) process.stderr.write(`${name} did not stop in time and was killed\n`)
      process.stdout.write(`${topology.name} is down\n`)
    })
}

function positive(text: string): number {
  const value = Number(text)
  if (!(value > 0 && Number.isFinite(value)))
    throw new InvalidArgumentError(`--speed takes a positive number, not '${text}'`)
  return value
}

function port(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError(`--port takes a port number from 0 to 65535, not '${text}'`)
  }
  return value
}
