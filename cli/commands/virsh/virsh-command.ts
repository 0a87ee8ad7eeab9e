import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CommandIo } from '../../command-io.ts'
import type { Hypervisors } from './hypervisors.ts'
import * as secrets from './secret-commands.ts'
import { type VirshCommand, type VirshContext, VirshFailure } from './virsh-context.ts'

const commands: readonly VirshCommand[] = Object.values(secrets)

/**
 * The `virsh` command, as far as a Ceph client's host needs it: its secrets. `-c qemu+ssh://dcn0-compute-0/system` speaks
 * to the hypervisors of dcn0; without, to those of the first site.
 *
 * @param argv - without the program's name
 * @returns 0, or 1 when something was refused; everything printed has gone to `io`
 */
export async function runVirsh(argv: readonly string[], io: CommandIo, hypervisors: Hypervisors): Promise<number> {
  try {
    const { site, words } = connection(argv, hypervisors)
    const [name, ...rest] = words
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      io.stdout(
        `virsh [-c URI] <command> [options]\n\nSimulated commands:\n${commands.map((each) => `    ${each.name}\n`).join('')}`,
      )
      return 0
    }
    const command = commands.find((each) => each.name === name)
    if (!command) throw new VirshFailure(`unknown command: '${name}'`)
    const options = parseOptions(command, rest)
    const context: VirshContext = {
      io,
      hypervisors,
      site,
      get: (option) => options.get(option),
      readFile: (file) => readText(file, io.cwd),
    }
    io.stdout(`${await command.run(context)}\n`)
    return 0
  } catch (thrown) {
    const lines = thrown instanceof VirshFailure ? thrown.lines : [asDomainError(thrown).message]
    for (const line of lines) io.stderr(`error: ${line}\n`)
    return 1
  }
}

/** `-c URI`, `--connect URI` or `--connect=URI` before the command's name. */
function connection(
  argv: readonly string[],
  { first, sites }: Hypervisors,
): { site: string; words: readonly string[] } {
  const [option = '', value] = argv
  const attached = /^--connect=(.*)$/.exec(option)?.[1]
  const uri = attached ?? (option === '-c' || option === '--connect' ? value : undefined)
  if (uri === undefined) return { site: first, words: argv }
  const host = /^[a-z+]+:\/\/(?:[^@/]+@)?([^:/]*)/.exec(uri)?.[1]
  const words = argv.slice(attached === undefined ? 2 : 1)
  if (host === '') return { site: first, words }
  const site = sites.find((each) => host === each || host?.startsWith(`${each}-`))
  if (!site) throw new VirshFailure('failed to connect to the hypervisor', `no hypervisor answers at ${uri}`)
  return { site, words }
}

function parseOptions(command: VirshCommand, words: readonly string[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>()
  const unnamed = [...command.options]
  for (let at = 0; at < words.length; at++) {
    const [, name, attached] = /^--([\w-]+)(?:=(.*))?$/s.exec(words[at]!) ?? []
    if (name === undefined) {
      const next = unnamed.find((option) => !options.has(option))
      if (next === undefined) throw new VirshFailure(`unexpected data '${words[at]}'`)
      options.set(next, words[at]!)
    } else if (command.flags.includes(name)) options.set(name, '')
    else if (!command.options.includes(name)) {
      throw new VirshFailure(`command '${command.name}' doesn't support option --${name}`)
    } else {
      const value = attached ?? words[++at]
      if (value === undefined) throw new VirshFailure(`expected syntax: --${name} <string>`)
      options.set(name, value)
    }
  }
  const missing = command.required.find((option) => !options.has(option))
  if (missing) throw new VirshFailure(`command '${command.name}' requires <${missing}> option`)
  return options
}

async function readText(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(path.resolve(cwd, file), 'utf8')
  } catch {
    throw new VirshFailure(`Failed to open file '${file}': No such file or directory`)
  }
}
