import { z } from 'zod'
import { durationMsQuantity, notSimulated } from '#kernel/config/quantities.ts'
import type { ActionKind } from './action.ts'

const schema = z.strictObject({ for: durationMsQuantity, until: notSimulated('until'), limit: notSimulated('limit') })

/** Lets simulated time go by. */
export const wait: ActionKind = (args) => {
  const input = args.read(schema)
  if (!input) return undefined
  return {
    text: `wait ${input.for / 1000} s`,
    perform: (world, options) => world.clock.sleep(input.for, options),
  }
}
