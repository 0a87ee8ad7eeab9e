import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CommandIo } from '../../command-io.ts'
import { bench, benchWrite } from './bench-command.ts'
import { connectionChoice, openSession } from './cluster-connection.ts'
import type { ClusterDirectory, ClusterSession } from './cluster-directory.ts'
import { CommandFailure } from './command-failure.ts'
import { CommandArguments, readWords, type Word } from './command-line.ts'
import * as config from './config-commands.ts'
import { copy, deepCopy, sparsify } from './copy-commands.ts'
import { listDevices, listNbd, mapDevice, mapNbd, unmapDevice, unmapNbd } from './device-commands.ts'
import { type Errno, errnoOf } from './errno.ts'
import { exportDiff, exportImage } from './export-commands.ts'
import { checkObjectMap, disableFeatures, enableFeatures, rebuildObjectMap } from './feature-commands.ts'
import { groupCommands } from './group-commands.ts'
import { helpText } from './help-text.ts'
import { create, remove, rename, resize, status } from './image-commands.ts'
import { importDiff, importImage } from './import-commands.ts'
import { info } from './info-command.ts'
import { children, list } from './list-commands.ts'
import { addLock, listLocks, removeLock } from './lock-commands.ts'
import { mergeDiff } from './merge-diff-command.ts'
import { getMetadata, listMetadata, removeMetadata, setMetadata } from './metadata-commands.ts'
import { migrationCommands } from './migration-commands.ts'
import { mirrorCommands } from './mirror-commands.ts'
import { createNamespace, listNamespaces, removeNamespace } from './namespace-commands.ts'
import { globalOptionTable, optionTable } from './option-table.ts'
import { initPool, poolStats } from './pool-commands.ts'
import { type RbdCommand, RbdContext } from './rbd-context.ts'
import {
  clone,
  createSnapshot,
  flatten,
  listSnapshots,
  protectSnapshot,
  purgeSnapshots,
  rollback,
  unprotectSnapshot,
} from './snapshot-commands.ts'
import { removeSnapshot } from './snapshot-removal.ts'
import { clearSnapshotLimit, renameSnapshot, setSnapshotLimit } from './snapshot-settings-commands.ts'
import { trashCommands } from './trash-commands.ts'
import { diff, diskUsage } from './usage-commands.ts'
import { cephVersion } from './version.ts'

const commands: readonly RbdCommand[] = [
  ...groupCommands,
  ...migrationCommands,
  ...mirrorCommands,
  ...trashCommands,
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
  deepCopy,
  diff,
  disableFeatures,
  diskUsage,
  enableFeatures,
  exportDiff,
  exportImage,
  flatten,
  getMetadata,
  importDiff,
  importImage,
  info,
  initPool,
  poolStats,
  list,
  listDevices,
  listLocks,
  listMetadata,
  listNamespaces,
  listNbd,
  listSnapshots,
  mapDevice,
  mapNbd,
  mergeDiff,
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
  sparsify,
  status,
  unmapDevice,
  unmapNbd,
  unprotectSnapshot,
]

/** Groups of commands of the real `rbd` that have no counterpart here: named, so that they are refused by name. */
const notSimulated = new Set(
  `diff-iterate encryption group image-cache info-diff
  journal migration mirror perf trash watch
  pool`.split(/\s+/),
)

const table = { ...globalOptionTable, ...optionTable }
const usage = 'rbd [--cluster NAME] [--id ID] <command> ...'

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
    const devices = async () => {
      const { cluster, user } = connectionChoice(words, io)
      return clusters.devices?.(cluster, user)
    }
    await command.run(new RbdContext(args, io, connect, devices))
    return 0
  } catch (thrown) {
    const failure = thrown instanceof CommandFailure ? thrown : unforeseen(thrown)
    if (failure.message !== '') io.stderr(`${failure.message}\n`)
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
  if (asks('version')) io.stdout(`${cephVersion}\n`)
  else if (positionals.length === 0 || positionals[0] === 'help' || asks('help')) io.stdout(helpText(usage, commands))
  else return { ...commandNamed(positionals, words, io) }
  return { command: undefined, rest: [] }
}

function commandNamed(
  positionals: readonly string[],
  words: readonly Word[],
  io: CommandIo,
): { command: RbdCommand; rest: Word[] } {
  for (const length of [4, 3, 2, 1]) {
    const name = positionals.slice(0, length).join(' ')
    const command = commands.find(({ names }) => names.includes(name))
    if (!command) continue
    let left = length
    return { command, rest: words.filter((word) => word.kind !== 'positional' || left-- <= 0) }
  }
  const [first = '', second] = positionals
  if (!notSimulated.has(first)) {
    io.stdout(helpText(usage, commands))
    throw new CommandFailure(1, `error: unknown option '${positionals.join(' ')}'\n`)
  }
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
