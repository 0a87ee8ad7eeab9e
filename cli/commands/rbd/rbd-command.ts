import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CommandIo } from '../../command-io.ts'
import { bench, benchWrite } from './bench-command.ts'
import { connectionChoice, openSession } from './cluster-connection.ts'
import * as config from './config-commands.ts'
import type { ClusterDirectory, ClusterSession } from './cluster-directory.ts'
import { CommandFailure } from './command-failure.ts'
import { CommandArguments, readWords, type Word } from './command-line.ts'
import { type Errno, errnoOf } from './errno.ts'
import { checkObjectMap, disableFeatures, enableFeatures, rebuildObjectMap } from './feature-commands.ts'
import { helpText } from './help-text.ts'
import { create, remove, rename, resize, status } from './image-commands.ts'
import { info } from './info-command.ts'
import { children, list } from './list-commands.ts'
import { addLock, listLocks, removeLock } from './lock-commands.ts'
import { getMetadata, listMetadata, removeMetadata, setMetadata } from './metadata-commands.ts'
import { createNamespace, listNamespaces, removeNamespace } from './namespace-commands.ts'
import { globalOptionTable, optionTable } from './option-table.ts'
import { initPool } from './pool-commands.ts'
import { type RbdCommand, RbdContext } from './rbd-context.ts'
import {
  clone,
  createSnapshot,
  flatten,
  listSnapshots,
  protectSnapshot,
  purgeSnapshots,
  removeSnapshot,
  rollback,
  unprotectSnapshot,
} from './snapshot-commands.ts'
import { clearSnapshotLimit, renameSnapshot, setSnapshotLimit } from './snapshot-settings-commands.ts'
import { copy, exportImage, importImage } from './transfer-commands.ts'
import { diff, diskUsage } from './usage-commands.ts'

const commands: readonly RbdCommand[] = [
  addLock,
  bench,
  benchWrite,
  checkObjectMap,
  children,
  clearSnapshotLimit,
  clone,
  ...Object.values(config),
  copy,
  create,
  createNamespace,
  createSnapshot,
  diff,
  disableFeatures,
  diskUsage,
  enableFeatures,
  exportImage,
  flatten,
  getMetadata,
  importImage,
  info,
  initPool,
  list,
  listLocks,
  listMetadata,
  listNamespaces,
  listSnapshots,
  protectSnapshot,
  purgeSnapshots,
  rebuildObjectMap,
  remove,
  removeLock,
  removeMetadata,
  removeNamespace,
  removeSnapshot,
  rename,
  renameSnapshot,
  resize,
  rollback,
  setMetadata,
  setSnapshotLimit,
  status,
  unprotectSnapshot,
]

/** Groups of commands of the real `rbd` that have no counterpart here: named, so that they are refused by name. */
const notSimulated = new Set(
  `deep device diff-iterate encryption export-diff group image-cache import-diff info-diff
  journal map merge-diff migration mirror nbd perf showmapped snap sparsify trash unmap watch
  pool`.split(/\s+/),
)

const table = { ...globalOptionTable, ...optionTable }

/**
 * The `rbd` command: the same command lines, output and exit codes (an errno; 1 for what the option parser refuses) as
 * Ceph 16.2's. librbd's log lines are not imitated.
 *
 * @param argv - without the program's name
 * @returns the exit code; everything printed has gone to `io`
 */
export async function runRbd(argv: readonly string[], io: CommandIo, clusters: ClusterDirectory): Promise<number> {
  let session: ClusterSession | undefined
  try {
    const words = readWords([...environmentArguments(io), ...argv], table)
    const { command, rest } = findCommand(words, io)
    if (!command) return 0
    const allowed = new Set<string>([...command.options, ...Object.keys(globalOptionTable)])
    const args = new CommandArguments(rest, allowed, command.maxPositionals)
    const connect = async (): Promise<ClusterClient> => {
      session ??= await connectOrFail(words, io, clusters)
      return session
    }
    await command.run(new RbdContext(args, io, connect))
    return 0
  } catch (thrown) {
    const failure = thrown instanceof CommandFailure ? thrown : unforeseen(thrown)
    io.stderr(`${failure.message}\n`)
    return failure.exitCode
  } finally {
    session?.close?.()
  }
}

export function environmentArguments(io: CommandIo): string[] {
  return (io.env.CEPH_ARGS ?? '').split(/\s+/).filter((word) => word !== '')
}

/** The longest run of leading arguments that names a command; undefined when help was asked for and given. */
function findCommand(words: readonly Word[], io: CommandIo): { command: RbdCommand | undefined; rest: Word[] } {
  const positionals = words.flatMap((word) => (word.kind === 'positional' ? [word.text] : []))
  const asks = (name: string) => words.some((word) => word.kind === 'option' && word.name === name)
  if (asks('version')) io.stdout('ceph version 16.2.15 (simulated) pacific (stable)\n')
  else if (positionals.length === 0 || positionals[0] === 'help' || asks('help'))
    io.stdout(helpText('rbd [--cluster NAME] [--id ID] <command> ...', commands))
  else return { ...commandNamed(positionals, words) }
  return { command: undefined, rest: [] }
}

function commandNamed(positionals: readonly string[], words: readonly Word[]): { command: RbdCommand; rest: Word[] } {
  for (const length of [3, 2, 1]) {
    const name = positionals.slice(0, length).join(' ')
    const command = commands.find(({ names }) => names.includes(name))
    if (!command) continue
    let left = length
    return { command, rest: words.filter((word) => word.kind !== 'positional' || left-- <= 0) }
  }
  const [first = '', second] = positionals
  if (!notSimulated.has(first)) throw new CommandFailure(1, `error: unknown option '${positionals.join(' ')}'`)
  throw new CommandFailure(38, `rbd: '${second === undefined ? first : `${first} ${second}`}' is not simulated`)
}

async function connectOrFail(
  words: readonly Word[],
  io: CommandIo,
  clusters: ClusterDirectory,
): Promise<ClusterSession> {
  const choice = connectionChoice(words, io)
  try {
    return await openSession(choice, clusters, io)
  } catch (thrown) {
    const known = clusters.names()
    const notFound = asDomainError(thrown).code === 'not_found' || errnoOf(thrown).name === 'ENOENT'
    const unknownName = notFound && choice.cluster !== undefined && !known.includes(choice.cluster)
    const hint = unknownName ? ` No cluster is called '${choice.cluster}': there are ${known.join(', ')}.` : ''
    throw new ConnectFailure(errnoOf(thrown), `rbd: couldn't connect to the cluster!${hint}`)
  }
}

/** Keeps the errno of what went wrong, for the commands that have more to say. */
class ConnectFailure extends CommandFailure {
  readonly code: string

  constructor(code: Errno, message: string) {
    super(code.number, message)
    this.code = code.name
  }
}

function unforeseen(thrown: unknown): CommandFailure {
  const code = errnoOf(thrown)
  return new CommandFailure(code.number, `rbd: ${asDomainError(thrown).message}: ${code.text}`)
}
