import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Identity, IdentityCaps } from '#ceph-sim/app.ts'
import { daemonTypes, type NewIdentity } from '#ceph-sim/auth/identity.ts'
import { formatKeyring, parseKeyring } from '#ceph-sim/auth/keyring.ts'
import type { Auth } from '#ceph-sim/port/auth.ts'
import { formatJson } from '../../format/document.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import { errnoOf } from '../rbd/errno.ts'
import { type CephCommand, type CephContext, cephError } from './ceph-context.ts'

/** What the monitors say of a command that lacks a parameter: its signature and what it does. */
interface Usage {
  readonly name: string
  readonly parameters: string
  readonly summary: string
}

const addSummary = (given: string) =>
  `add auth info for <entity> from input file, or random key if no input ${given}, and/or any caps specified in the command`

const usages = {
  add: { name: 'auth add', parameters: '<entity> [<caps>...]', summary: addSummary('is given') },
  getOrCreate: { name: 'auth get-or-create', parameters: '<entity> [<caps>...]', summary: addSummary('given') },
  getOrCreateKey: {
    name: 'auth get-or-create-key',
    parameters: '<entity> [<caps>...]',
    summary:
      'get, or add, key for <name> from system/caps pairs specified in the command.  If key already exists, any given ' +
      'caps must match the existing caps for that key.',
  },
  get: { name: 'auth get', parameters: '<entity>', summary: 'write keyring file with requested key' },
  getKey: { name: 'auth get-key', parameters: '<entity>', summary: 'display requested key' },
  caps: {
    name: 'auth caps',
    parameters: '<entity> <caps>...',
    summary: 'update caps for <name> from caps specified in the command',
  },
  remove: { name: 'auth rm', parameters: '<entity>', summary: 'remove all caps for <name>' },
} satisfies Readonly<Record<string, Usage>>

function missing(parameter: string, { name, parameters, summary }: Usage): CommandFailure {
  const lines = [
    `Invalid command: missing required parameter ${parameter}(<string>)`,
    `${name} ${parameters} :  ${summary}`,
    'Error EINVAL: invalid command',
  ]
  return new CommandFailure(22, lines.join('\n'))
}

/** @throws CommandFailure (EINVAL) without one, or for what cannot be one */
function entityOf(word: string | undefined, usage: Usage): string {
  if (word === undefined) throw missing('entity', usage)
  if (!/^(mon|mds|osd|client|mgr|auth)\../.test(word)) throw cephError('EINVAL', 'bad entity name')
  return word
}

/** `mon 'profile rbd' osd '...'` as pairs. @throws CommandFailure (EINVAL) */
function capsOf(words: readonly string[]): IdentityCaps {
  const caps: Partial<Record<keyof IdentityCaps, string>> = {}
  if (words.length % 2 === 1) throw cephError('EINVAL', `bad capabilities request; odd number of arguments`)
  for (let at = 0; at < words.length; at += 2) {
    const daemon = daemonTypes.find((name) => name === words[at])
    if (!daemon) throw cephError('EINVAL', `unknown cap type '${words[at]}'`)
    caps[daemon] = words[at + 1]!
  }
  return caps
}

async function authOf(context: CephContext): Promise<Auth> {
  return (await context.cluster()).auth
}

async function find(context: CephContext, entity: string, missing: string): Promise<Identity> {
  try {
    return await (await authOf(context)).get(entity, { signal: context.io.signal })
  } catch (thrown) {
    throw errnoOf(thrown).name === 'ENOENT' ? cephError('ENOENT', missing) : thrown
  }
}

/** The users of `-i FILE`. @throws CommandFailure (EINVAL) when it is no keyring */
async function keyringOf({ io, inputFile }: CephContext): Promise<readonly NewIdentity[] | undefined> {
  if (inputFile === undefined) return undefined
  const text = await readFile(path.resolve(io.cwd, inputFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(
      1,
      `Can't open input file ${inputFile}: [Errno ${errnoOf(error).text.replace(/^\((\d+)\) /, '$1] ')}: '${inputFile}'`,
    )
  })
  const keyring = parseKeyring(text)
  if (!keyring) throw cephError('EINVAL', 'error decoding keyring')
  return keyring
}

function document({ entity, key, caps }: Identity) {
  const given = daemonTypes.filter((daemon) => caps[daemon] !== undefined)
  return { entity, key, caps: Object.fromEntries(given.map((daemon) => [daemon, caps[daemon]!])) }
}

/** The monitors' dumps of users end without a line feed. */
function dump({ io, format }: CephContext, value: Parameters<typeof formatJson>[0]): void {
  const pretty = format === 'json-pretty'
  io.stdout(`\n${formatJson(value, pretty)}${pretty ? '\n' : ''}`)
}

function printKeyring(context: CephContext, identities: readonly Identity[], { withCaps = true } = {}): void {
  if (context.format !== 'plain') dump(context, identities.map(document))
  else context.io.stdout(identities.map((each) => formatKeyring(withCaps ? each : { ...each, caps: {} })).join(''))
}

export const getOrCreate: CephCommand = {
  names: ['auth get-or-create'],
  run: async (context, [name, ...words]) => {
    const entity = entityOf(name, usages.getOrCreate)
    const call = { signal: context.io.signal }
    const identity = await (await authOf(context)).getOrCreate(entity, capsOf(words), call)
    printKeyring(context, [identity], { withCaps: false })
  },
}

export const getOrCreateKey: CephCommand = {
  names: ['auth get-or-create-key'],
  run: async (context, [name, ...words]) => {
    const entity = entityOf(name, usages.getOrCreateKey)
    const call = { signal: context.io.signal }
    const { key } = await (await authOf(context)).getOrCreate(entity, capsOf(words), call)
    if (context.format !== 'plain') dump(context, { key })
    else context.io.stdout(`${key}\n`)
  },
}

export const add: CephCommand = {
  names: ['auth add'],
  run: async (context, [name, ...words]) => {
    const entity = entityOf(name, usages.add)
    const asked = capsOf(words)
    const keyring = await keyringOf(context)
    const given = keyring?.find((each) => each.entity === entity)
    if (keyring && !given) throw cephError('EINVAL', `key for ${entity} not found in provided keyring`)
    const fromKeyring = given?.caps ?? {}
    if (Object.keys(asked).length > 0 && Object.keys(fromKeyring).length > 0) {
      throw cephError('EINVAL', 'caps cannot be specified both in keyring and in command')
    }
    const identity = { entity, key: given?.key, caps: { ...fromKeyring, ...asked } }
    const created = await (await authOf(context)).add(identity, { signal: context.io.signal })
    if (created) context.io.stderr(`added key for ${entity}\n`)
  },
}

export const importKeyring: CephCommand = {
  names: ['auth import'],
  run: async (context) => {
    const keyring = await keyringOf(context)
    if (!keyring) throw cephError('EINVAL', 'auth import: no input file')
    await (await authOf(context)).import(keyring, { signal: context.io.signal })
    context.io.stderr('imported keyring\n')
  },
}

export const get: CephCommand = {
  names: ['auth get'],
  run: async (context, [name]) => {
    const entity = entityOf(name, usages.get)
    printKeyring(context, [await find(context, entity, `failed to find ${entity} in keyring`)])
    context.io.stderr(`exported keyring for ${entity}\n`)
  },
}

export const exportKeyring: CephCommand = {
  names: ['auth export'],
  run: async (context, [name]) => {
    if (name === undefined) {
      printKeyring(context, await (await authOf(context)).list({ signal: context.io.signal }))
      context.io.stderr('exported master keyring\n')
      return
    }
    const entity = entityOf(name, usages.get)
    const identity = await find(context, entity, `no key for ${entity}`)
    printKeyring(context, [identity])
    context.io.stderr(`export auth(key=${identity.key})\n`)
  },
}

export const getKey: CephCommand = {
  names: ['auth get-key', 'auth print-key', 'auth print_key'],
  run: async (context, [name]) => {
    const entity = entityOf(name, usages.getKey)
    const { key } = await find(context, entity, `don't have ${entity}`)
    if (context.format !== 'plain') dump(context, { key })
    else context.io.stdout(key)
  },
}

export const list: CephCommand = {
  names: ['auth ls', 'auth list'],
  run: async (context) => {
    const identities = await (await authOf(context)).list({ signal: context.io.signal })
    if (context.format !== 'plain') return dump(context, { auth_dump: identities.map(document) })
    for (const identity of identities) {
      const caps = Object.entries(document(identity).caps).map(([daemon, cap]) => `\tcaps: [${daemon}] ${cap}\n`)
      context.io.stdout(`${identity.entity}\n\tkey: ${identity.key}\n${caps.join('')}`)
    }
    context.io.stderr('installed auth entries:\n\n')
  },
}

export const caps: CephCommand = {
  names: ['auth caps'],
  run: async (context, [name, ...words]) => {
    const entity = entityOf(name, usages.caps)
    if (words.length === 0) throw missing('caps', usages.caps)
    try {
      await (await authOf(context)).setCaps(entity, capsOf(words), { signal: context.io.signal })
    } catch (thrown) {
      throw errnoOf(thrown).name === 'ENOENT' ? cephError('ENOENT', `couldn't find entry ${entity}`) : thrown
    }
    context.io.stderr(`updated caps for ${entity}\n`)
  },
}

export const remove: CephCommand = {
  names: ['auth rm', 'auth del'],
  run: async (context, [name]) => {
    const entity = entityOf(name, usages.remove)
    const existed = await (await authOf(context)).remove(entity, { signal: context.io.signal })
    context.io.stderr(existed ? 'updated\n' : `entity ${entity} does not exist\n`)
  },
}

/** Every `ceph auth` command. */
export const authCommands: readonly CephCommand[] = [
  add,
  caps,
  exportKeyring,
  get,
  getKey,
  getOrCreate,
  getOrCreateKey,
  importKeyring,
  list,
  remove,
]
