import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CommandIo } from '../../command-io.ts'
import { connectionChoice, openSession } from '../rbd/cluster-connection.ts'
import type { ClusterDirectory, ClusterSession } from '../rbd/cluster-directory.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import { CommandArguments, readWords } from '../rbd/command-line.ts'
import { errnoOf } from '../rbd/errno.ts'
import { helpText } from '../rbd/help-text.ts'
import { globalOptionTable, type OptionSpec } from '../rbd/option-table.ts'
import { environmentArguments } from '../rbd/rbd-command.ts'
import {
  get,
  getOmapValue,
  list,
  listOmapKeys,
  listOmapValues,
  listSnaps,
  listXattrs,
  put,
  remove,
  stat,
} from './object-commands.ts'
import { df, listPools } from './pool-commands.ts'
import type { RadosCommand, RadosContext } from './rados-context.ts'

const commands: readonly RadosCommand[] = [
  df,
  get,
  getOmapValue,
  list,
  listOmapKeys,
  listOmapValues,
  listPools,
  listSnaps,
  listXattrs,
  put,
  remove,
  stat,
]

const table: Readonly<Record<string, OptionSpec>> = {
  ...globalOptionTable,
  all: { flag: true },
  format: { short: 'f', accepts: (value) => ['plain', 'json'].includes(value) },
  namespace: { short: 'N' },
  pool: { short: 'p' },
}

/**
 * The `rados` command, as far as scripts look at what images are made of: objects, their bytes, keys and clones. Output
 * as Ceph 16.2's; every failure has exit code 1.
 *
 * @param argv - without the program's name
 * @returns the exit code; everything printed has gone to `io`
 */
export async function runRados(argv: readonly string[], io: CommandIo, clusters: ClusterDirectory): Promise<number> {
  let session: ClusterSession | undefined
  try {
    const words = readWords([...environmentArguments(io), ...argv], table)
    if (argv.length === 0 || words.some((word) => word.kind === 'option' && word.name === 'help')) {
      io.stdout(helpText('rados [--cluster NAME] [-p POOL] [-N NAMESPACE] <command> ...', commands))
      return 0
    }
    const args = new CommandArguments(words, new Set(Object.keys(table)), Number.POSITIVE_INFINITY)
    const { command, parameters } = findCommand(args.positionals)
    const context: RadosContext = {
      io,
      args,
      cluster: async () => {
        session ??= await openSession(connectionChoice(words, io), clusters, io).catch((thrown) => {
          throw new CommandFailure(1, `couldn't connect to cluster: ${errnoOf(thrown).text}`)
        })
        return session
      },
    }
    await command.run(context, parameters)
    return 0
  } catch (thrown) {
    io.stderr(`${thrown instanceof CommandFailure ? thrown.message : `rados: ${asDomainError(thrown).message}`}\n`)
    return 1
  } finally {
    session?.close?.()
  }
}

function findCommand([name = '', ...parameters]: readonly string[]): {
  command: RadosCommand
  parameters: readonly string[]
} {
  const command = commands.find(({ names }) => names.includes(name))
  if (!command) throw new CommandFailure(1, `rados: '${name}' is not simulated`)
  const most = command.parameters.length
  if (parameters.length > most || parameters.length < most - (command.optional ?? 0)) {
    throw new CommandFailure(1, `usage: rados -p POOL ${name} ${command.parameters.join(' ')}`)
  }
  return { command, parameters }
}
