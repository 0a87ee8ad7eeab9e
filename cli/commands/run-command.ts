import type { CommandIo } from '#cli/command-io.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { Cloud } from './cloud.ts'
import type { ClusterDirectory } from './rbd/cluster-directory.ts'
import type { Hypervisors } from './virsh/hypervisors.ts'

/** What the operator's commands work on; asked for only by commands that need it. */
export interface CommandTargets {
  cloud(): Cloud
  clusters(): ClusterDirectory
  /** Absent where there are none, as in a world without processes. */
  hypervisors?(): Hypervisors
}

type Run = (argv: readonly string[], io: CommandIo, targets: CommandTargets) => Promise<number>

/** Each program is loaded when it is called: `rbd ls` must not wait for the code of `openstack`. */
const programs: Readonly<Record<string, () => Promise<Run>>> = {
  glance: async () => {
    const { runGlance } = await import('./glance/run-glance.ts')
    return (argv, io, targets) => runGlance(argv, io, targets.cloud())
  },
  openstack: async () => {
    const { runOpenstack } = await import('./openstack/run-openstack.ts')
    return (argv, io, targets) => runOpenstack(argv, io, targets.cloud())
  },
  rbd: async () => {
    const { runRbd } = await import('./rbd/rbd-command.ts')
    return (argv, io, targets) => runRbd(argv, io, targets.clusters())
  },
  ceph: async () => {
    const { runCeph } = await import('./ceph/ceph-command.ts')
    return (argv, io, targets) => runCeph(argv, io, targets.clusters())
  },
  rados: async () => {
    const { runRados } = await import('./rados/rados-command.ts')
    return (argv, io, targets) => runRados(argv, io, targets.clusters())
  },
  virsh: async () => {
    const { runVirsh } = await import('./virsh/virsh-command.ts')
    return (argv, io, { hypervisors }) => {
      if (hypervisors) return runVirsh(argv, io, hypervisors())
      io.stderr('error: failed to connect to the hypervisor\n')
      return Promise.resolve(1)
    }
  },
  'qemu-img': async () => (await import('./qemu-img.ts')).runQemuImg,
  file: async () => (await import('./file.ts')).runFile,
}

export const programNames = Object.keys(programs)

/** Runs one command of the seeds' spelling, e.g. `['glance', 'stores-info']`. @returns its exit status */
export async function runCommand(
  [name = '', ...argv]: readonly string[],
  io: CommandIo,
  targets: CommandTargets,
): Promise<number> {
  const load = programs[name]
  if (!load) {
    io.stderr(`dcnsim: ${name}: not simulated (there are ${programNames.join(', ')})\n`)
    return 127
  }
  try {
    return await (await load())(argv, io, targets)
  } catch (thrown) {
    io.stderr(`${name}: ${asDomainError(thrown).message}\n`)
    return 1
  }
}
