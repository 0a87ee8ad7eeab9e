import type { ConfigEntry } from '#ceph-sim/port/configuration.ts'
import { type DocumentValue, formatJson } from '../../format/document.ts'
import { formatTextTable } from '../../format/text-table.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import { errno } from '../rbd/errno.ts'
import type { CephCommand, CephContext } from './ceph-context.ts'

const setConfig: CephCommand = {
  names: ['config set'],
  run: async ({ cluster, io }, parameters) => {
    const usage = 'config set <who> <name> <value> [--force] :  Set a configuration option for one or more entities'
    const [who = '', name = '', value = ''] = parametersOf(parameters, ['who', 'name', 'value'], usage)
    await (await cluster()).config.set(who, { name, value }, { signal: io.signal })
  },
}

const removeConfig: CephCommand = {
  names: ['config rm'],
  run: async ({ cluster, io }, parameters) => {
    const usage = 'config rm <who> <name> :  Clear a configuration option for one or more entities'
    const [who = '', name = ''] = parametersOf(parameters, ['who', 'name'], usage)
    await (await cluster()).config.remove(who, name, { signal: io.signal })
  },
}

const getConfig: CephCommand = {
  names: ['config get'],
  run: async (context, parameters) => {
    const usage = 'config get <who> [<key>] :  Show configuration option(s) for an entity'
    const [who = '', name] = parametersOf(parameters, ['who'], usage, 1)
    const call = { signal: context.io.signal }
    const { config } = await context.cluster()
    if (name === undefined) printEntries(context, await config.listFor(who, call), { byName: true })
    else {
      const value = await config.get(who, name, call)
      context.io.stdout(context.format === 'plain' ? `${value}\n` : `\n${value}\n`)
    }
  },
}

const dumpConfig: CephCommand = {
  names: ['config dump'],
  run: async (context, parameters) => {
    parametersOf(parameters, [], 'config dump :  Show all configuration option(s)')
    printEntries(context, await (await context.cluster()).config.dump({ signal: context.io.signal }), { byName: false })
  },
}

export const configCommands: readonly CephCommand[] = [dumpConfig, getConfig, removeConfig, setConfig]

function printEntries(context: CephContext, entries: readonly ConfigEntry[], { byName }: { byName: boolean }): void {
  if (context.format !== 'plain') {
    printDocument(context, byName ? Object.fromEntries(entries.map(byItsName)) : entries.map(inDump))
    return
  }
  const columns = ['WHO', 'MASK', 'LEVEL', 'OPTION', 'VALUE', 'RO'].map((heading) => ({ heading }))
  const rows = entries.map(({ section, name, value, level, canUpdateAtRuntime }) => [
    byName ? section : inset(section),
    '',
    level,
    name,
    value,
    canUpdateAtRuntime ? '' : '*',
  ])
  context.io.stdout(formatTextTable(columns, rows))
}

/** Unlike most of its documents, Ceph ends these without a new line, unless they are pretty. */
function printDocument({ io, format }: CephContext, value: DocumentValue): void {
  const isPretty = format === 'json-pretty'
  io.stdout(`\n${formatJson(value, isPretty)}${isPretty ? '\n' : ''}`)
}

function inDump({ section, name, value, level, canUpdateAtRuntime }: ConfigEntry) {
  return { section, name, value, level, can_update_at_runtime: canUpdateAtRuntime, mask: '' }
}

function byItsName({ section, name, value, canUpdateAtRuntime }: ConfigEntry): [string, DocumentValue] {
  return [name, { value, section, mask: {}, can_update_at_runtime: canUpdateAtRuntime }]
}

/** Two columns for a type of entity, four for an entity. */
function inset(section: string): string {
  if (section === 'global') return section
  return `${section.includes('.') ? '    ' : '  '}${section}`
}

/** @throws CommandFailure in the words of the `ceph` command for too few and too many */
function parametersOf(
  parameters: readonly string[],
  names: readonly string[],
  usage: string,
  optional = 0,
): readonly string[] {
  const given = parameters.slice(0, names.length + optional)
  const missing = names[given.length]
  const surplus = parameters.slice(given.length).map((word) => `'${word}'`)
  if (missing !== undefined) throw invalidCommand(`missing required parameter ${missing}(<string>)`, usage)
  if (surplus.length > 0) throw invalidCommand(`unused arguments: [${surplus.join(', ')}]`, usage)
  return given
}

function invalidCommand(why: string, usage: string): CommandFailure {
  return new CommandFailure(errno('EINVAL').number, `Invalid command: ${why}\n${usage}\nError EINVAL: invalid command`)
}
