import type { ConfigEntry, RbdOption } from '#ceph-sim/port/configuration.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import { errnoOf } from './errno.ts'
import { headOf, imageTarget, poolFailure } from './image-target.ts'
import { operands } from './metadata-commands.ts'
import { formatOptions, imageOptions, type RbdCommand, type RbdContext, tableUnlessEmpty } from './rbd-context.ts'

/** How an image keeps what it overrides: among its metadata. */
const overridePrefix = 'conf_'

export const getGlobalConfig: RbdCommand = {
  names: ['config global get'],
  options: [],
  maxPositionals: 2,
  run: async (context) => {
    const entity = entityOf(context)
    const name = await optionName(context, context.args.positionals[1])
    const entry = (await globalEntries(context, entity)).find((each) => each.name === name)
    if (entry?.section !== entity) throw notSet(name)
    context.io.stdout(`${entry.value}\n`)
  },
}

export const setGlobalConfig: RbdCommand = {
  names: ['config global set'],
  options: [],
  maxPositionals: 3,
  run: async (context) => {
    const entity = entityOf(context)
    const name = await optionName(context, context.args.positionals[1])
    const rbd = await context.cluster()
    try {
      await rbd.config.set(entity, { name, value: context.args.positionals[2] ?? '' }, context.call)
    } catch (thrown) {
      throw monitorSays(`rbd: error setting ${name}`, thrown)
    }
  },
}

export const removeGlobalConfig: RbdCommand = {
  names: ['config global remove', 'config global rm'],
  options: [],
  maxPositionals: 2,
  run: async (context) => {
    const entity = entityOf(context)
    const name = await optionName(context, context.args.positionals[1])
    const rbd = await context.cluster()
    try {
      await rbd.config.remove(entity, name, context.call)
    } catch (thrown) {
      throw monitorSays(`rbd: error removing ${name}`, thrown)
    }
  },
}

export const listGlobalConfig: RbdCommand = {
  names: ['config global list', 'config global ls'],
  options: formatOptions,
  maxPositionals: 1,
  run: async (context) => {
    const entries = await globalEntries(context, entityOf(context))
    const columns = [{ heading: 'Name' }, { heading: 'Value' }, { heading: 'Section' }]
    const rows = entries.map(({ name, value, section }) => [name, value, section])
    context.print(() => tableUnlessEmpty(columns, rows), {
      name: 'config',
      value: entries.map(({ name, value, section }) => ({ name, value, section })),
      items: { config: 'option' },
    })
  },
}

export const getPoolConfig: RbdCommand = {
  names: ['config pool get'],
  options: [],
  maxPositionals: 2,
  run: (context) =>
    inPool(context, 'get', async (pool, name) => {
      const rbd = await context.cluster()
      context.io.stdout(`${await rbd.config.getForPool(pool, name, context.call)}\n`)
    }),
}

export const setPoolConfig: RbdCommand = {
  names: ['config pool set'],
  options: [],
  maxPositionals: 3,
  run: (context) =>
    inPool(context, 'set', async (pool, name) => {
      const rbd = await context.cluster()
      await rbd.config.setForPool(pool, { name, value: context.args.positionals[2] ?? '' }, context.call)
    }),
}

export const removePoolConfig: RbdCommand = {
  names: ['config pool remove', 'config pool rm'],
  options: [],
  maxPositionals: 2,
  run: (context) =>
    inPool(context, 'remove', async (pool, name) => {
      await (await context.cluster()).config.removeForPool(pool, name, context.call)
    }),
}

export const listPoolConfig: RbdCommand = {
  names: ['config pool list', 'config pool ls'],
  options: formatOptions,
  maxPositionals: 1,
  run: async (context) => {
    const pool = poolName(context)
    const rbd = await context.cluster()
    try {
      printOptions(context, await rbd.config.listForPool(pool, context.call))
    } catch (thrown) {
      throw poolFailure(thrown, { pool, poolIsDefault: false }) ?? failedWith('failed to list config', errnoOf(thrown))
    }
  },
}

export const getImageConfig: RbdCommand = {
  names: ['config image get'],
  options: imageOptions,
  maxPositionals: 2,
  run: async (context) => {
    const target = imageTarget(context.args)
    const name = await optionName(context, operands(context.args)[0])
    const { rbd } = await context.open(target)
    try {
      context.io.stdout(`${await rbd.metadata.get(headOf(target), overridePrefix + name, context.call)}\n`)
    } catch (thrown) {
      throw overrideFailure('get', name, thrown)
    }
  },
}

export const setImageConfig: RbdCommand = {
  names: ['config image set'],
  options: imageOptions,
  maxPositionals: 3,
  run: async (context) => {
    const target = imageTarget(context.args)
    const [key, value] = operands(context.args)
    const name = await optionName(context, key)
    if (!value) throw misused('image config value was not specified')
    await context.change(
      target,
      (rbd) => rbd.metadata.set(headOf(target), { key: overridePrefix + name, value }, context.call),
      (thrown) => overrideFailure('set', name, thrown),
    )
  },
}

export const removeImageConfig: RbdCommand = {
  names: ['config image remove', 'config image rm'],
  options: imageOptions,
  maxPositionals: 2,
  run: async (context) => {
    const target = imageTarget(context.args)
    const name = await optionName(context, operands(context.args)[0])
    await context.change(
      target,
      (rbd) => rbd.metadata.remove(headOf(target), overridePrefix + name, context.call),
      (thrown) => overrideFailure('remove', name, thrown),
    )
  },
}

export const listImageConfig: RbdCommand = {
  names: ['config image list', 'config image ls'],
  options: [...imageOptions, ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const { rbd } = await context.open(target)
    const options = await rbd.config.listForImage(headOf(target), context.call)
    const values = options.length === 1 ? 'is 1 value' : `are ${options.length} values`
    printOptions(context, options, `There ${values}:\n`)
  },
}

/** What the `rbd` command sets for itself, whatever it is told: it writes back at once. */
const setByCommand: Readonly<Record<string, string>> = { rbd_cache_writethrough_until_flush: 'false' }

function printOptions(context: RbdContext, found: readonly RbdOption[], headline = ''): void {
  const options = found.map((option) => {
    const value = option.source === 'config' ? setByCommand[option.name] : undefined
    return value === undefined ? option : { ...option, value }
  })
  const columns = [{ heading: 'Name' }, { heading: 'Value' }, { heading: 'Source' }]
  const rows = options.map(({ name, value, source }) => [name, value, source])
  context.print(() => headline + tableUnlessEmpty(columns, rows), {
    name: 'config',
    value: options.map(({ name, value, source }) => ({ name, value, source })),
    items: { config: 'option' },
  })
}

/** What the cluster says of an entity, or of everybody for `global`; the most special section counts. */
async function globalEntries(context: RbdContext, entity: string): Promise<readonly ConfigEntry[]> {
  const { config } = await context.cluster()
  const entries =
    entity === 'global'
      ? (await config.dump(context.call)).filter(({ section }) => section === 'global')
      : await config.listFor(entity, context.call)
  return entries.filter(({ name }) => name.startsWith('rbd_'))
}

function entityOf({ args }: RbdContext): string {
  const entity = args.positionals[0] ?? ''
  if (entity === 'global' || entity === 'client' || entity.startsWith('client.')) return entity
  throw misused(`invalid config entity: ${entity} (must be global, client or client.<id>)`)
}

function poolName({ args }: RbdContext): string {
  const pool = args.positionals[0]
  if (!pool) throw misused('pool name was not specified')
  return pool
}

async function optionName(context: RbdContext, name: string | undefined): Promise<string> {
  if (!name) throw misused('config key was not specified')
  if (!name.startsWith('rbd_')) throw misused(`not rbd option: ${name}`)
  const { config } = await context.cluster()
  const isKnown = await config.get('client', name, context.call).then(
    () => true,
    (thrown) => {
      if (errnoOf(thrown).name !== 'ENOENT') throw thrown
      return false
    },
  )
  if (!isKnown) throw misused(`invalid config key: ${name}`)
  return name
}

async function inPool(
  context: RbdContext,
  verb: string,
  act: (pool: string, name: string) => Promise<void>,
): Promise<void> {
  const pool = poolName(context)
  const name = await optionName(context, context.args.positionals[1])
  try {
    await act(pool, name)
  } catch (thrown) {
    throw poolFailure(thrown, { pool, poolIsDefault: false }) ?? overrideFailure(verb, name, thrown)
  }
}

function overrideFailure(verb: string, name: string, thrown: unknown): CommandFailure {
  const code = errnoOf(thrown)
  return verb === 'get' && code.name === 'ENOENT' ? notSet(name) : failedWith(`failed to ${verb} ${name}`, code)
}

function notSet(name: string): CommandFailure {
  return new CommandFailure(2, `rbd: ${name} is not set`)
}

function monitorSays(what: string, thrown: unknown): CommandFailure {
  return new CommandFailure(errnoOf(thrown).number, `${what}: ${asDomainError(thrown).message}`)
}
