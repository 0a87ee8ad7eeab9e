import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Cloud } from '#cli/commands/cloud.ts'
import type { ClusterDirectory } from '#cli/commands/rbd/cluster-directory.ts'
import { clusterFiles } from '#cli/live/cluster-files.ts'
import { connectCloud } from '#cli/live/grpc-cloud.ts'
import { hubAddress } from '#cli/live/live-world.ts'
import type { Role } from '#cli/live/processes.ts'
import { StateDirectory, type WorldRecord } from '#cli/live/state-directory.ts'
import { loadTopology } from '#cli/topology/load-topology.ts'
import { hubOf, type Topology } from '#cli/topology/topology.ts'
import { InternalError, NotFoundError, UnavailableError } from '#kernel/errors/domain-error.ts'
import { packageRoot } from '#kernel/process/package-root.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'

/** A world that runs, or ran, in a state directory. */
export interface OpenWorld {
  readonly state: StateDirectory
  readonly world: WorldRecord
  readonly topology: Topology
}

/** `--state DIR`, else DCNSIM_STATE, else `.dcnsim`. */
export function stateOf(command: Command): StateDirectory {
  const { state } = command.optsWithGlobals<{ state?: string }>()
  return new StateDirectory(state ?? StateDirectory.default(process.env))
}

/** @throws NotFoundError when there is no world in the directory */
export function openWorld(state: StateDirectory): OpenWorld {
  const world = state.world()
  return { state, world, topology: loadTopology(readFileSync(state.topologyFile, 'utf8'), state.topologyFile) }
}

/** @throws UnavailableError when the world does not run */
export function openCloud({ state, world, topology }: OpenWorld): Cloud & { close(): void } {
  const address = hubAddress(state, topology)
  if (!address) {
    throw new UnavailableError(`the world in ${state.path} is down. Start it with 'dcnsim up'.`, { path: state.path })
  }
  const { OS_USERNAME: user, OS_PROJECT_NAME: project = user ?? '', DCNSIM_ROLES: roles = 'member' } = process.env
  return connectCloud({
    address,
    clock: new SystemClock(world.clock),
    allowFailureByDefault: topology.profile.copyAllowFailureDefault,
    actor: user && user !== 'admin' ? { user, project, roles: roles.split(',') } : undefined,
  })
}

export function openClusters({ state, topology }: OpenWorld): ClusterDirectory {
  const first = hubOf(topology).id
  return { ...clusterFiles([state.etc], { first }), devices: devicesIn(state, first) }
}

/** Loaded when it is asked for: few commands map images. @param first - the cluster that is meant when none is named */
export function devicesIn(state: StateDirectory, first: string): NonNullable<ClusterDirectory['devices']> {
  return async (cluster = first, user) => {
    const { nbdDevices } = await import('./nbd-devices.ts')
    return nbdDevices(state, { cluster, user })
  }
}

/** The program of a role: its bundle. */
export function entryOf(role: Role): string {
  const path = join(packageRoot(), 'dist', `${role}.mjs`)
  if (!existsSync(path)) throw new InternalError(`${path} is not built: run 'npm run build'`, { role })
  return path
}

/** Reads a file that the user named. @throws NotFoundError */
export function readUserFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new NotFoundError(`${path} cannot be read: ${(cause as Error).message}`, { path }, { cause })
  }
}
