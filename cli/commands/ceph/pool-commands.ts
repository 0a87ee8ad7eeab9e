import { formatBytes } from '#kernel/units/bytes.ts'
import { reasonOf } from '../rbd/errno.ts'
import { type CephCommand, cephError, printJson, printJsonUnended } from './ceph-context.ts'
import { invalidCommand } from './invalid-command.ts'
import { change, reportedPool, reportedPools, required } from './pool-context.ts'
import { poolDocument, poolLines } from './pool-documents.ts'
import { settingsOf, variables } from './pool-variables.ts'

const usages = {
  create:
    'osd pool create <pool> [<pg_num:int>] [<pgp_num:int>] [replicated|erasure] [<erasure_code_profile>] [<rule>] [<expected_num_objects:int>] [<size:int>] [<pg_num_min:int>] [<pg_num_max:int>] [on|off|warn] [--bulk] [<target_size_bytes:int>] [<target_size_ratio:float>] :  create pool',
  quota: 'osd pool set-quota <pool> max_objects|max_bytes <val> :  set object or byte limit on pool',
  set: `osd pool set <pool> ${variables.join('|')} <val> [--yes-i-really-mean-it] :  set pool parameter <var> to <val>`,
  get: `osd pool get <pool> ${variables.join('|')}|all :  get pool parameter <var>`,
} as const

const list: CephCommand = {
  names: ['osd pool ls'],
  run: async (context, [detail]) => {
    const pools = await reportedPools(context)
    const isDetailed = detail === 'detail'
    if (context.format !== 'plain') {
      printJsonUnended(context, isDetailed ? pools.map(poolDocument) : pools.map(({ name }) => name))
    } else if (isDetailed) context.io.stdout(`${pools.map(poolLines).join('')}\n`)
    else context.io.stdout(pools.map(({ name }) => `${name}\n`).join(''))
  },
}

const lsPools: CephCommand = {
  names: ['osd lspools'],
  run: async (context) => {
    const pools = await reportedPools(context)
    if (context.format === 'plain') context.io.stdout(pools.map(({ id, name }) => `${id} ${name}\n`).join(''))
    else
      printJsonUnended(
        context,
        pools.map(({ id, name }) => ({ poolnum: id, poolname: name })),
      )
  },
}

const create: CephCommand = {
  names: ['osd pool create'],
  run: async (context, parameters) => {
    const [name = '', ...rest] = required(parameters, ['pool(<poolname>)'], usages.create)
    const numbers: number[] = []
    while (/^\d+$/.test(rest[0] ?? '')) numbers.push(Number(rest.shift()))
    const [type, second] = rest
    if (type !== undefined && type !== 'replicated' && type !== 'erasure') {
      throw invalidCommand(`${type} not in replicated|erasure`, usages.create)
    }
    const { pools } = await context.cluster()
    try {
      await pools.create(name, {
        ...{ pgNum: numbers[0], pgpNum: numbers[1], type, rule: second },
        signal: context.io.signal,
      })
      context.io.stderr(`pool '${name}' created\n`)
    } catch (thrown) {
      if (reasonOf(thrown) !== 'pool_exists') throw thrown
      context.io.stderr(`pool '${name}' already exists\n`)
    }
  },
}

const remove: CephCommand = {
  names: ['osd pool rm', 'osd pool delete'],
  run: async (context, parameters) => {
    const usage = 'osd pool rm <pool> [<pool2>] [--yes-i-really-really-mean-it] :  remove pool'
    const [name = '', again] = required(parameters, ['pool(<poolname>)'], usage)
    const { pools } = await context.cluster()
    const options = { ...(again !== undefined && { again }), sure: context.sure === 'really' }
    try {
      await pools.remove(name, { ...options, signal: context.io.signal })
      context.io.stderr(`pool '${name}' removed\n`)
    } catch (thrown) {
      if (reasonOf(thrown) !== 'pool_missing') throw thrown
      context.io.stderr(`pool '${name}' does not exist\n`)
    }
  },
}

const rename: CephCommand = {
  names: ['osd pool rename'],
  run: async (context, parameters) => {
    const usage = 'osd pool rename <srcpool> <destpool> :  rename <srcpool> to <destpool>'
    const names = ['srcpool(<poolname>)', 'destpool(<poolname>)']
    const [from = '', to = ''] = required(parameters, names, usage)
    const { pools } = await context.cluster()
    const act = () => pools.rename(from, to, { signal: context.io.signal })
    await change(context, from, act, `pool '${from}' renamed to '${to}'`)
  },
}

const set: CephCommand = {
  names: ['osd pool set'],
  run: async (context, parameters) => {
    const names = ['pool(<poolname>)', `var(${variables.join('|')})`, 'val(<string>)']
    const [name = '', variable = '', value = ''] = required(parameters, names, usages.set)
    if (!variables.includes(variable)) {
      throw invalidCommand(`${variable} not in ${variables.join('|')}`, usages.set)
    }
    const { id } = await reportedPool(context, name)
    const { pools } = await context.cluster()
    const options = { sure: context.sure !== 'no', signal: context.io.signal }
    const told = `set pool ${id} ${variable} to ${value}`
    await change(context, name, () => pools.set(name, variable, value, options), told)
  },
}

const get: CephCommand = {
  names: ['osd pool get'],
  run: async (context, parameters) => {
    const names = ['pool(<poolname>)', `var(${variables.join('|')}|all)`]
    const [name = '', variable = ''] = required(parameters, names, usages.get)
    if (variable !== 'all' && !variables.includes(variable)) {
      throw invalidCommand(`${variable} not in ${variables.join('|')}|all`, usages.get)
    }
    const pool = await reportedPool(context, name)
    const settings = settingsOf(pool)
    const shown = settings.filter(([key]) => variable === 'all' || key === variable)
    if (shown.length === 0) throw cephError('ENOENT', `option '${variable}' is not set on pool '${name}'`)
    if (context.format === 'plain') {
      context.io.stdout(shown.map(([key, value]) => `${key}: ${value}\n`).join(''))
    } else printJsonUnended(context, { pool: name, pool_id: pool.id, ...Object.fromEntries(shown) })
  },
}

const setQuota: CephCommand = {
  names: ['osd pool set-quota'],
  run: async (context, parameters) => {
    const names = ['pool(<poolname>)', 'field(max_objects|max_bytes)', 'val(<string>)']
    const [name = '', field = '', text = ''] = required(parameters, names, usages.quota)
    if (field !== 'max_objects' && field !== 'max_bytes') {
      throw invalidCommand(`${field} not in max_objects|max_bytes`, usages.quota)
    }
    const value = parseAmount(text, field === 'max_bytes' ? 1024 : 1000)
    await reportedPool(context, name)
    const { pools } = await context.cluster()
    const quota = field === 'max_bytes' ? { maxBytes: value } : { maxObjects: value }
    const act = () => pools.setQuota(name, { ...quota, signal: context.io.signal })
    await change(context, name, act, `set-quota ${field} = ${value} for pool ${name}`)
  },
}

/** Bytes in binary steps, other things in decimal ones. @throws CommandFailure (EINVAL) in the words of Ceph's parser */
function parseAmount(text: string, step: 1024 | 1000): number {
  const [, digits = '', unit = ''] = /^(-?\d*)(.*)$/.exec(text)!
  const parser = step === 1024 ? 'strict_iecstrtoll' : 'strict_sistrtoll'
  const refuse = (why: string) => cephError('EINVAL', `error parsing value '${text}': ${parser}: ${why}`)
  if (unit.length > 2) throw refuse('illegal prefix (length > 2)')
  const power = ['', 'K', 'M', 'G', 'T', 'P', 'E'].indexOf(unit === 'B' ? '' : unit.slice(0, 1))
  if (power < 0 || (unit.length === 2 && (unit[1] !== 'i' || step === 1000))) throw refuse('unit prefix not recognized')
  if (digits === '' || digits === '-') throw refuse("value '' is not a number")
  const value = Number(digits) * step ** power
  if (value < 0) throw refuse('value should not be negative')
  return value
}

const getQuota: CephCommand = {
  names: ['osd pool get-quota'],
  run: async (context, parameters) => {
    const usage = 'osd pool get-quota <pool> :  obtain object or byte limits for pool'
    const [name = ''] = required(parameters, ['pool(<poolname>)'], usage)
    const { id, quotaMaxBytes, quotaMaxObjects, objects, storedBytes } = await reportedPool(context, name)
    if (context.format !== 'plain') {
      return printJson(context, {
        pool_name: name,
        pool_id: id,
        quota_max_objects: quotaMaxObjects,
        current_num_objects: objects,
        quota_max_bytes: quotaMaxBytes,
        current_num_bytes: storedBytes,
      })
    }
    const objectLimit = `${quotaMaxObjects} objects  (current num objects: ${objects} objects)`
    const byteLimit = `${formatBytes(quotaMaxBytes)}  (current num bytes: ${storedBytes} bytes)`
    context.io.stdout(
      [
        `quotas for pool '${name}':`,
        `  max objects: ${quotaMaxObjects > 0 ? objectLimit : 'N/A'}`,
        `  max bytes  : ${quotaMaxBytes > 0 ? byteLimit : 'N/A'}`,
        '',
      ].join('\n'),
    )
  },
}

const stats: CephCommand = {
  names: ['osd pool stats'],
  run: async (context, [name]) => {
    const report = await (await context.cluster()).status.report({ signal: context.io.signal })
    const pools = name === undefined ? report.pools : [await reportedPool(context, name)]
    if (context.format !== 'plain') {
      const none = { recovery: {}, recovery_rate: {}, client_io_rate: {} }
      return printJsonUnended(
        context,
        pools.map((pool) => ({ pool_name: pool.name, pool_id: pool.id, ...none })),
      )
    }
    const rate = report.recoveryBytesPerSecond
    const doing = rate > 0 ? `recovery io ${formatBytes(Math.round(rate))}/s` : 'nothing is going on'
    context.io.stdout(pools.map((pool) => `pool ${pool.name} id ${pool.id}\n  ${doing}\n\n`).join(''))
  },
}

export const poolCommands: readonly CephCommand[] = [
  create,
  get,
  getQuota,
  list,
  lsPools,
  remove,
  rename,
  set,
  setQuota,
  stats,
]
