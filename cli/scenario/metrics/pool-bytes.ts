import { z } from 'zod'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { MetricKind } from './metric.ts'

const where = z.strictObject({ site: z.string(), pool: z.string() })

/** What a pool stores, before replication. */
export const poolStoredBytes: MetricKind = poolMetric('storedBytes')
/** What it takes of the cluster's raw space: stored times replicas. */
export const poolRawBytes: MetricKind = poolMetric('usedBytes')

function poolMetric(field: 'storedBytes' | 'usedBytes'): MetricKind {
  return (args) => {
    const input = args.read(where)
    if (!input || !args.areSites({ site: input.site })) return undefined
    return {
      unit: 'bytes',
      measure: async ({ world }) => {
        const pool = (await world.clusterUsage(input.site)).pools.find(({ name }) => name === input.pool)
        if (!pool) throw new NotFoundError(`${input.site} has no pool "${input.pool}"`)
        return pool[field]
      },
    }
  }
}
