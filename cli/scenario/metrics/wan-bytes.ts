import { z } from 'zod'
import { hubOf } from '#cli/topology/topology.ts'
import { stepOf } from '../checks/check.ts'
import { sumTraffic, trafficBetween } from '../traffic.ts'
import type { MetricKind } from './metric.ts'

const where = z
  .strictObject({
    step: z.string().optional(),
    site: z.string().optional(),
    direction: z.enum(['down', 'up']).optional(),
    class: z.enum(['image', 'volume', 'backup', 'control']).optional(),
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .default({})

/** Bytes that crossed the WAN during a step, or so far. */
export const wanBytes: MetricKind = (args) => {
  const input = args.read(where)
  if (!input) return undefined
  const known = [args.areSites({ site: input.site, from: input.from, to: input.to }), args.isStep('step', input.step)]
  if (!known.every(Boolean)) return undefined
  return {
    unit: 'bytes',
    measure: async (context) => {
      const counts =
        input.step === undefined
          ? trafficBetween(context.startTraffic, await context.world.traffic())
          : stepOf(context, input.step).traffic
      return sumTraffic(counts, input, hubOf(context.scenario.topology).id)
    },
  }
}
