import path from 'node:path'
import { type Command, Option } from 'commander'
import { type ShellName, shellExports, shellNames } from '#cli/format/shell-exports.ts'
import { hubOf } from '#cli/topology/topology.ts'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import { packageRoot } from '#kernel/process/package-root.ts'
import { openWorld, stateOf } from './context.ts'

interface EnvFlags {
  readonly cluster?: string
  readonly shell?: ShellName
}

/** `eval "$(dcnsim env)"`: a shell in which `rbd`, `ceph` and their like are those of a world. */
export function addEnvCommand(program: Command): void {
  program
    .command('env')
    .description('print what makes rbd, ceph, rados and virsh in a shell those of this cloud: eval "$(dcnsim env)"')
    .option('--cluster <name>', 'the cluster that they mean where none is named (default: the hub)')
    .addOption(new Option('--shell <name>', 'the shell that is to read it (default: by $SHELL)').choices(shellNames))
    .action((flags: EnvFlags, command: Command) => {
      const { state, topology } = openWorld(stateOf(command))
      const cluster = flags.cluster ?? hubOf(topology).id
      const known = topology.sites.filter(({ ceph }) => ceph !== undefined).map(({ id }) => id)
      if (!known.includes(cluster)) {
        throw new NotFoundError(`no cluster is called '${cluster}': there are ${known.join(', ')}`, { cluster })
      }
      const text = shellExports(flags.shell ?? shellOf(process.env.SHELL), {
        path: path.join(packageRoot(), 'bin'),
        variables: {
          DCNSIM_STATE: state.path,
          CEPH_CONF: path.join(state.etc, '$cluster.conf'),
          CEPH_ARGS: `--cluster ${cluster}`,
        },
      })
      process.stdout.write(text)
    })
}

function shellOf(program: string | undefined): ShellName {
  const name = path.basename(program ?? '')
  return shellNames.find((each) => each === name) ?? 'sh'
}
