import type { Identity, IdentityCaps } from '#ceph-sim/app.ts'
import { errnoOf } from '../rbd/errno.ts'
import { type CephCommand, type CephContext, cephError, printJson } from './ceph-context.ts'

const daemons = ['mgr', 'mon', 'osd', 'mds'] as const

/** `mon 'profile rbd' osd '...'` as pairs. @throws CommandFailure (EINVAL) */
function capsOf(words: readonly string[]): IdentityCaps {
  const caps: Partial<Record<keyof IdentityCaps, string>> = {}
  for (let at = 0; at < words.length; at += 2) {
    const daemon = daemons.find((name) => name === words[at])
    const cap = words[at + 1]
    if (!daemon || cap === undefined) throw cephError('EINVAL', 'invalid command')
    caps[daemon] = cap
  }
  return caps
}

function entityOf(word: string | undefined): string {
  if (word === undefined) throw cephError('EINVAL', 'invalid command')
  if (!word.includes('.')) throw cephError('EINVAL', 'bad entity name')
  return word
}

function document({ entity, key, caps }: Identity) {
  return {
    entity,
    key,
    caps: Object.fromEntries(daemons.flatMap((name) => (caps[name] === undefined ? [] : [[name, caps[name]]]))),
  }
}

export const getOrCreate: CephCommand = {
  names: ['auth get-or-create'],
  run: async (context, [name, ...words]) => {
    const entity = entityOf(name)
    const caps = words.length === 0 ? undefined : capsOf(words)
    const identity = await (await context.identities()).create(entity, caps)
    if (context.format !== 'plain') printJson(context, [document(identity)])
    else context.io.stdout(`[${identity.entity}]\n\tkey = ${identity.key}\n`)
  },
}

async function find(context: CephContext, entity: string): Promise<Identity | undefined> {
  return (await context.identities()).list().find((identity) => identity.entity === entity)
}

export const get: CephCommand = {
  names: ['auth get', 'auth export'],
  run: async (context, [name]) => {
    const entity = entityOf(name)
    const identity = await find(context, entity)
    if (!identity) throw cephError('ENOENT', `failed to find ${entity} in keyring`)
    if (context.format !== 'plain') return printJson(context, [document(identity)])
    const caps = Object.entries(document(identity).caps).map(([daemon, cap]) => `\tcaps ${daemon} = "${cap}"\n`)
    context.io.stdout(`[${entity}]\n\tkey = ${identity.key}\n${caps.join('')}`)
    context.io.stderr(`exported keyring for ${entity}\n`)
  },
}

export const getKey: CephCommand = {
  names: ['auth get-key', 'auth print-key'],
  run: async (context, [name]) => {
    const entity = entityOf(name)
    const identity = await find(context, entity)
    if (!identity) throw cephError('ENOENT', `don't have ${entity}`)
    if (context.format !== 'plain') printJson(context, { key: identity.key })
    else context.io.stdout(identity.key)
  },
}

export const list: CephCommand = {
  names: ['auth ls', 'auth list'],
  run: async (context) => {
    const identities = (await context.identities()).list()
    if (context.format !== 'plain') return printJson(context, { auth_dump: identities.map(document) })
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
    const entity = entityOf(name)
    try {
      await (await context.identities()).setCaps(entity, capsOf(words))
    } catch (thrown) {
      if (errnoOf(thrown).name === 'ENOENT') throw cephError('ENOENT', `couldn't find entry ${entity}`)
      throw thrown
    }
    context.io.stderr(`updated caps for ${entity}\n`)
  },
}

export const remove: CephCommand = {
  names: ['auth rm', 'auth del'],
  run: async (context, [name]) => {
    await (await context.identities()).remove(entityOf(name))
    context.io.stderr('updated\n')
  },
}
