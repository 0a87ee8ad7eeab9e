import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CommandIo } from '../../command-io.ts'
import { connectionChoice, openSession } from '../rbd/cluster-connection.ts'
import type { ClusterDirectory, ClusterSession } from '../rbd/cluster-directory.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import { readWords, type Word } from '../rbd/command-line.ts'
import { helpText } from '../rbd/help-text.ts'
import { globalOptionTable, type OptionSpec } from '../rbd/option-table.ts'
import { environmentArguments } from '../rbd/rbd-command.ts'
import { cephVersion } from '../rbd/version.ts'
import { applicationCommands } from './application-commands.ts'
import { authCommands } from './auth-commands.ts'
import { addToBlocklist, clearBlocklist, listBlocklist, removeFromBlocklist } from './blocklist-commands.ts'
import { type CephCommand, type CephContext, monitorError } from './ceph-context.ts'
import { configCommands } from './config-commands.ts'
import { df } from './df-command.ts'
import { unknownCommand } from './invalid-command.ts'
import { getMinCompatClient, setMinCompatClient } from './min-compat-commands.ts'
import { osdCommands } from './osd-commands.ts'
import { osdTables } from './osd-tables.ts'
import { poolCommands } from './pool-commands.ts'
import { fsid, health, status, statusCommands } from './status-commands.ts'
import { taskCommands } from './task-commands.ts'

const commands: readonly CephCommand[] = [
  getMinCompatClient,
  setMinCompatClient,
  ...taskCommands,
  addToBlocklist,
  clearBlocklist,
  listBlocklist,
  removeFromBlocklist,
  ...authCommands,
  ...configCommands,
  df,
  fsid,
  health,
  status,
  ...statusCommands,
  ...poolCommands,
  ...applicationCommands,
  ...osdCommands,
  ...osdTables,
]

const table: Readonly<Record<string, OptionSpec>> = {
  ...globalOptionTable,
  format: { short: 'f' },
  id: {},
  'in-file': { short: 'i' },
  'out-file': { short: 'o' },
  status: { short: 's', flag: true },
  'yes-i-really-mean-it': { flag: true },
  'yes-i-really-really-mean-it': { flag: true },
}

/**
 * The `ceph` command: the cluster's status, its pools, osds, users and settings. Commands named `osd sim-...` are the
 * simulator's own.
 *
 * @param argv - without the program's name
 * @returns the exit code; everything printed has gone to `io`
 */
export async function runCeph(argv: readonly string[], io: CommandIo, clusters: ClusterDirectory): Promise<number> {
  let session: ClusterSession | undefined
  try {
    const words = readWords([...environmentArguments(io), ...argv], table)
    if (asksForHelp(words)) {
      const usage = 'ceph [--cluster NAME] [--id ID] [--format plain|json|json-pretty] <command> ...'
      io.stdout(`${helpText(usage, commands)}Commands with "sim-" are the simulator's own: Ceph has none of them.\n`)
      return 0
    }
    if (words.some((word) => word.kind === 'option' && word.name === 'version')) {
      io.stdout(`${cephVersion}\n`)
      return 0
    }
    const choice = connectionChoice(words, io)
    const { command, parameters } = findCommand(words)
    const output = outputOf(words, io)
    const context: CephContext = {
      io: output.io,
      format: formatOf(words),
      inputFile: optionValue(words, 'in-file'),
      sure: sureness(words),
      cluster: async () => {
        session ??= await openSession(choice, clusters, io).catch((thrown) => {
          throw connectFailure(thrown)
        })
        return session
      },
    }
    await command.run(context, parameters)
    await output.finish()
    return 0
  } catch (thrown) {
    const failure = monitorError(thrown)
    io.stderr(`${failure.message}\n`)
    return failure.exitCode
  } finally {
    session?.close?.()
  }
}

/** As the real command does, also when it is given nothing. */
function asksForHelp(words: readonly Word[]): boolean {
  return words.length === 0 || words.some((word) => word.kind === 'option' && word.name === 'help')
}

function findCommand(words: readonly Word[]): { command: CephCommand; parameters: readonly string[] } {
  const positionals = words.flatMap((word) => (word.kind === 'positional' ? [word.text] : []))
  if (words.some((word) => word.kind === 'option' && word.name === 'status')) return { command: status, parameters: [] }
  for (const length of [4, 3, 2, 1]) {
    const name = positionals.slice(0, length).join(' ')
    const command = commands.find(({ names }) => names.includes(name))
    if (command) return { command, parameters: positionals.slice(length) }
  }
  throw unknownCommand(
    positionals,
    commands.flatMap(({ names }) => names),
  )
}

/** With `-o FILE`, what a command prints goes into a file, which is written when the command has ended well. */
function outputOf(words: readonly Word[], io: CommandIo): { io: CommandIo; finish(): Promise<void> } {
  const file = optionValue(words, 'out-file')
  if (file === undefined) return { io, finish: async () => {} }
  const printed: string[] = []
  return {
    io: { ...io, stdout: (text) => void printed.push(text) },
    finish: () => writeFile(path.resolve(io.cwd, file), printed.join('')),
  }
}

function sureness(words: readonly Word[]): CephContext['sure'] {
  const has = (name: string) => words.some((word) => word.kind === 'option' && word.name === name)
  if (has('yes-i-really-really-mean-it')) return 'really'
  return has('yes-i-really-mean-it') ? 'yes' : 'no'
}

function optionValue(words: readonly Word[], name: string): string | undefined {
  const word = words.findLast((each) => each.kind === 'option' && each.name === name)
  return word?.kind === 'option' ? word.value : undefined
}

function formatOf(words: readonly Word[]): CephContext['format'] {
  const format = optionValue(words, 'format') ?? 'plain'
  if (format === 'plain' || format === 'json' || format === 'json-pretty') return format
  throw new CommandFailure(22, `ceph: --format ${format} is not simulated`)
}

function connectFailure(thrown: unknown): CommandFailure {
  const error = asDomainError(thrown)
  if (error.code === 'unavailable') return new CommandFailure(1, 'timed out')
  if (error.code === 'unauthenticated') {
    return new CommandFailure(1, '[errno 13] RADOS permission denied (error connecting to the cluster)')
  }
  return new CommandFailure(1, `Error connecting to cluster: ${error.message}`)
}
