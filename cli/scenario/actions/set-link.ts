import { z } from 'zod'
import { bitsPerSecondQuantity, durationMsQuantity } from '#kernel/config/quantities.ts'
import type { LinkChange } from '#kernel/wan/wan.ts'
import type { ActionKind } from './action.ts'

const schema = z.strictObject({
  site: z.string(),
  rate: bitsPerSecondQuantity.optional(),
  down: bitsPerSecondQuantity.optional(),
  up: bitsPerSecondQuantity.optional(),
  rtt: durationMsQuantity.optional(),
})

/** Changes a link's rate or round trip while traffic flows. */
export const setLink: ActionKind = (args) => {
  const input = args.read(schema)
  if (!input || !args.areSites({ site: input.site })) return undefined
  const { site, rate, down, up, rtt } = input
  const change: LinkChange = {
    ...(rate !== undefined && { bandwidthBitsPerSecond: rate }),
    ...(down !== undefined && { downBitsPerSecond: down }),
    ...(up !== undefined && { upBitsPerSecond: up }),
    ...(rtt !== undefined && { rttMs: rtt }),
  }
  if (Object.keys(change).length === 0) return args.complain('site', 'nothing is changed: give rate, down, up or rtt')
  const words = Object.entries({ rate, down, up, rtt }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${name === 'rtt' ? `${value} ms` : `${value / 1e6} Mbps`}`],
  )
  return { text: `the link of ${site} is set to ${words.join(', ')}`, perform: (world) => world.setLink(site, change) }
}
