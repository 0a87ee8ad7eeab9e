import { z } from 'zod'
import { expandText } from '../command-line.ts'
import type { CopyRecord } from '../world.ts'
import { defineCheck, equal, findImage, stepOf } from './check.ts'

const step = z.string().optional()

/**
 * The states seen while a step waited are on this path, in this order, and end at its end. States that pass faster
 * than anybody looks may be missing.
 */
export const statusPath = defineCheck(z.strictObject({ step, path: z.array(z.string()).min(1) }), (context, input) => {
  const seen = distinct(stepOf(context, input.step).observed.map(({ status }) => status))
  const positions = seen.map((status) => input.path.indexOf(status))
  const inOrder = positions.every((position, i) => position > (positions[i - 1] ?? -1))
  const passed = seen.length > 0 && inOrder && seen.at(-1) === input.path.at(-1)
  return { passed, measured: seen.join(' > ') || 'nothing seen', expected: input.path.join(' > ') }
})

/** `os_glance_importing_to_stores` as seen while the step waited: exactly these values, one after the other. */
export const importingShrinks = defineCheck(
  z.strictObject({ step, values: z.array(z.array(z.string())).min(1) }),
  (context, input) => {
    const quote = (stores: readonly string[]) => `'${stores.join(',')}'`
    const seen = distinct(stepOf(context, input.step).observed.map(({ importingTo }) => quote(importingTo)))
    const wanted = input.values.map(quote)
    // Before the task begins the property is still empty.
    const from = seen[0] === "''" && seen.length > wanted.length ? 1 : 0
    return equal(seen.slice(from).join(' > '), wanted.join(' > '))
  },
)

/** The web server was asked for a file this often: once per import, however many stores it goes to. */
export const fetchCount = defineCheck(
  z.strictObject({ path: z.string(), count: z.int().min(0) }),
  async ({ world }, input) => {
    const fetches = (await world.fetches()).filter(({ path }) => path === input.path)
    return equal(`${fetches.length} fetches`, `${input.count} fetches`)
  },
)

/** Download, then conversion, then one store after the other: what is written is raw, after the whole file has come. */
export const importOrder = defineCheck(
  z.strictObject({ image: z.string(), path: z.string(), stores: z.array(z.string()).min(1) }),
  async (context, input) => {
    const record = await findImage(context, input.image)
    const path = expandText(input.path, context.variables)
    const fetched = (await context.world.fetches()).findLast((fetch) => fetch.path === path)
    const writes = (await context.world.copies()).filter(({ image, kind }) => image === record.id && kind === 'import')
    const fetchedFirst = writes.every(({ startedMs }) => fetched?.endedMs !== undefined && fetched.endedMs <= startedMs)
    const seen = [
      fetchedFirst ? 'download' : 'no download first',
      record.diskFormat ?? '?',
      ...writes.map(({ store }) => store),
    ]
    const wanted = ['download', 'raw', ...input.stores]
    const passed = seen.join() === wanted.join() && areSerial(writes)
    return { passed, measured: seen.join(' > '), expected: wanted.join(' > ') }
  },
)

/** The stores were written one after the other, never two at a time. */
export const copiesSerial = defineCheck(
  z.strictObject({ image: z.string(), stores: z.array(z.string()).min(1) }),
  async (context, input) => {
    const { id } = await findImage(context, input.image)
    const writes = (await context.world.copies()).filter(
      (copy) => copy.image === id && copy.kind === 'copy' && input.stores.includes(copy.store),
    )
    const order = writes.map(({ store }) => store).join(' then ')
    const wanted = input.stores.join(' then ')
    return {
      passed: order === wanted && areSerial(writes),
      measured: areSerial(writes) ? order : `${order}, overlapping`,
      expected: wanted,
    }
  },
)

function areSerial(writes: readonly CopyRecord[]): boolean {
  return writes.every((write, i) => {
    const next = writes[i + 1]
    return next === undefined || (write.endedMs !== undefined && write.endedMs <= next.startedMs)
  })
}

function distinct(values: readonly string[]): string[] {
  return values.filter((value, i) => value !== values[i - 1])
}
