import type { CommandIo } from '#cli/command-io.ts'
import type { ClusterDirectory, ClusterUser } from '#cli/commands/rbd/cluster-directory.ts'
import type { DeviceDirectory } from '#cli/commands/rbd/device-directory.ts'
import { clusterFiles } from '#cli/live/cluster-files.ts'
import { etcDirectories } from '#cli/live/etc-directories.ts'
import { commandIo } from '#cli/process-io.ts'

/** One of Ceph's programs. @returns its exit code */
type Run = (argv: readonly string[], io: CommandIo, clusters: ClusterDirectory) => Promise<number>

/** What a shell says of a program that Ctrl-C has ended. */
const interruptedStatus = 130

/**
 * Runs a program of Ceph's in this process, on the clusters whose files are found in the usual places, and ends the
 * process: what it has printed is out, and no connection is waited for.
 */
export async function runProgram(run: Run): Promise<never> {
  const io = commandIo()
  const { directories, first } = etcDirectories(process.env, process.cwd())
  const clusters: ClusterDirectory = {
    ...clusterFiles(directories, { first }),
    devices: async (cluster = first ?? 'ceph', user) => devicesOfWorld(cluster, user),
  }
  const exitCode = await run(process.argv.slice(2), io, clusters)
  await Promise.all([process.stdout, process.stderr].map(flushed))
  return process.exit(io.signal?.aborted ? interruptedStatus : exitCode)
}

/** Images mapped as devices, if there is a live world to keep a record of them. Loaded for the commands that map. */
async function devicesOfWorld(cluster: string, user: ClusterUser): Promise<DeviceDirectory | undefined> {
  const [{ StateDirectory }, { nbdDevices }] = await Promise.all([
    import('#cli/live/state-directory.ts'),
    import('#cli/commands/world/nbd-devices.ts'),
  ])
  const state = new StateDirectory(StateDirectory.default(process.env))
  return state.exists() ? nbdDevices(state, { cluster, user }) : undefined
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => void stream.write('', () => resolve()))
}
