import { formatBytes } from '#kernel/units/bytes.ts'
import { formatTextTable } from '../../format/text-table.ts'
import type { RadosCommand } from './rados-context.ts'

export const listPools: RadosCommand = {
  names: ['lspools'],
  parameters: [],
  run: async (context) => {
    const pools = await (await context.cluster()).listPools({ signal: context.io.signal })
    context.io.stdout(pools.map(({ name }) => `${name}\n`).join(''))
  },
}

/** `rados df`: what can be known of it here; there are no counters of operations. */
export const df: RadosCommand = {
  names: ['df'],
  parameters: [],
  run: async (context) => {
    const only = context.args.get('pool')
    const cluster = await context.cluster()
    const usage = await cluster.df({ signal: context.io.signal })
    const replicas = new Map(
      (await cluster.listPools({ signal: context.io.signal })).map((pool) => [pool.name, pool.replicas]),
    )
    const pools = usage.pools.filter(({ name }) => only === undefined || name === only)
    const rows = pools.map(({ name, usedBytes, objects }) => {
      const copies = objects * (replicas.get(name) ?? 1)
      return [name, formatBytes(usedBytes), String(objects), String(copies)]
    })
    const right = (heading: string) => ({ heading, heads: 'right', values: 'right' }) as const
    const columns = [{ heading: 'POOL_NAME' }, right('USED'), right('OBJECTS'), right('COPIES')]
    const objects = pools.reduce((sum, pool) => sum + pool.objects, 0)
    const totals = [
      `total_objects    ${objects}`,
      `total_used       ${formatBytes(usage.usedBytes)}`,
      `total_avail      ${formatBytes(usage.availBytes)}`,
      `total_space      ${formatBytes(usage.totalBytes)}`,
    ]
    context.io.stdout(`${formatTextTable(columns, rows)}\n${totals.join('\n')}\n`)
  },
}
