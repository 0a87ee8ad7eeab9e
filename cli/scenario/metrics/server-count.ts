import { z } from 'zod'
import type { MetricKind } from './metric.ts'

const where = z.strictObject({ status: z.string().optional(), site: z.string().optional() }).default({})

export const serverCount: MetricKind = (args) => {
  const input = args.read(where)
  if (!input || !args.areSites({ site: input.site })) return undefined
  return {
    unit: 'count',
    measure: async ({ world }) =>
      (await world.servers()).filter(
        ({ status, zone }) =>
          (input.status === undefined || status === input.status) && (input.site === undefined || zone === input.site),
      ).length,
  }
}

/** Hosts of a site that run at least one server. */
export const hostCount: MetricKind = (args) => {
  const input = args.read(where)
  if (!input || !args.areSites({ site: input.site })) return undefined
  return {
    unit: 'count',
    measure: async ({ world }) => {
      const here = (await world.servers()).filter(
        ({ status, zone }) =>
          (input.status === undefined || status === input.status) && (input.site === undefined || zone === input.site),
      )
      return new Set(here.flatMap(({ host }) => (host === undefined ? [] : [host]))).size
    },
  }
}
