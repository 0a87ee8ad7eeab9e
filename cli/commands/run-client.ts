import type { Command } from 'commander'
import { CommanderError } from 'commander'
import { closest, distance } from 'fastest-levenshtein'
import type { CommandIo } from '#cli/command-io.ts'
import { asDomainError, CancelledError, type DomainError } from '#kernel/errors/domain-error.ts'
import { CommandFailure } from './command-failure.ts'

/** A client like `glance`: commands of one or more words (`volume snapshot create`), each parsed by itself. */
export interface Client {
  /** `glance` or `openstack` */
  readonly name: string
  readonly summary: string
  /** Named by their words alone. */
  readonly commands: readonly Command[]
  /** Options that may stand before the command's words, with what they do. */
  readonly leading?: Readonly<Record<string, () => void>> | undefined
  /** The client's own words for a failed call. */
  readonly describe: (error: DomainError) => string
}

/** Runs one command line of a client and answers its exit status: 0, 1 when the cloud said no, 2 for wrong usage. */
export async function runClient(client: Client, argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const words = takeLeading(client, argv)
    if (words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
      return await help(client, words.slice(1), io)
    }
    const [command, rest] = route(client, words)
    prepare(client, command, io)
    await command.parseAsync([...rest], { from: 'user' })
    return 0
  } catch (thrown) {
    return report(client, thrown, io)
  }
}

function takeLeading(client: Client, argv: readonly string[]): readonly string[] {
  const options = client.leading ?? {}
  let start = 0
  for (; start < argv.length; start++) {
    const act = options[argv[start] ?? '']
    if (!act) break
    act()
  }
  return argv.slice(start)
}

/** The command with the longest name that the line starts with, and what follows it. */
function route(client: Client, argv: readonly string[]): readonly [Command, readonly string[]] {
  const found = client.commands
    .filter((command) =>
      command
        .name()
        .split(' ')
        .every((word, index) => argv[index] === word),
    )
    .sort((a, b) => b.name().length - a.name().length)[0]
  if (found) return [found, argv.slice(found.name().split(' ').length)]
  const option = argv.findIndex((word) => word.startsWith('-'))
  const asked = argv.slice(0, option === -1 ? undefined : Math.max(1, option)).join(' ')
  const names = client.commands.map((command) => command.name())
  const near = closest(asked, names)
  const hint = distance(asked, near) <= 4 ? `Did you mean '${near}'? ` : ''
  throw new CommandFailure(
    `${client.name}: '${asked}' is not simulated. ${hint}Simulated commands: ${names.join(', ')}.`,
    2,
  )
}

function prepare(client: Client, command: Command, io: CommandIo): void {
  command.name(`${client.name} ${command.name()}`)
  command.exitOverride()
  command.showSuggestionAfterError(true)
  command.allowExcessArguments(false)
  command.configureOutput({
    writeOut: (text) => io.stdout(text),
    writeErr: (text) => io.stderr(text),
    outputError: (text, write) => write(`${command.name()}: ${text}`),
  })
}

async function help(client: Client, words: readonly string[], io: CommandIo): Promise<number> {
  if (words.length > 0) {
    const [command] = route(client, words)
    prepare(client, command, io)
    io.stdout(command.helpInformation())
    return 0
  }
  const width = Math.max(...client.commands.map((command) => command.name().length))
  const lines = client.commands.map((command) => `  ${command.name().padEnd(width)}  ${command.summary()}`)
  const head = [`Usage: ${client.name} COMMAND [options]`, '', client.summary, '', 'Simulated commands:']
  io.stdout([...head, ...lines, '', `See '${client.name} COMMAND --help' for one of them.`, ''].join('\n'))
  return 0
}

function report(client: Client, thrown: unknown, io: CommandIo): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
  if (thrown instanceof CommandFailure) {
    if (thrown.message) io.stderr(`${thrown.message}\n`)
    return thrown.exitStatus
  }
  const error = asDomainError(thrown)
  if (error instanceof CancelledError && io.signal?.aborted) {
    io.stderr(`... terminating ${client.name} client\n`)
    return 130
  }
  io.stderr(`${client.describe(error)}\n`)
  return 1
}
