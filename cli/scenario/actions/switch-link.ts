import { z } from 'zod'
import type { ActionKind } from './action.ts'

const schema = z.strictObject({ site: z.string() })

/** Cuts a site off: its link swallows everything until `linkUp`. */
export const linkDown: ActionKind = switchLink('down')
/** Heals what `linkDown` cut. */
export const linkUp: ActionKind = switchLink('up')

function switchLink(state: 'up' | 'down'): ActionKind {
  return (args) => {
    const input = args.read(schema)
    if (!input || !args.areSites({ site: input.site })) return undefined
    return {
      text: `the link of ${input.site} goes ${state}`,
      perform: (world) => world.setLink(input.site, { state }),
    }
  }
}
