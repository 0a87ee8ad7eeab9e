import { z } from 'zod'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { findImage } from '../checks/check.ts'
import type { RunContext } from '../run-context.ts'
import type { CopyRecord } from '../world.ts'
import type { MetricKind } from './metric.ts'

const where = z.strictObject({
  image: z.string(),
  store: z.string().optional(),
  kind: z.enum(['upload', 'import', 'copy']).default('copy'),
  /** `span`: first start to last end. `sum`: of the single writes, without what lies between them. */
  stat: z.enum(['span', 'sum']).default('span'),
})

/** How long an image's finished copies took, all of them or the one into `store`. */
export const copyDuration: MetricKind = (args) => {
  const input = args.read(where)
  if (!input || !args.areSites({ store: input.store })) return undefined
  return {
    unit: 'ms',
    measure: async (context) => {
      const copies = await finishedCopies(context, input)
      const sum = copies.reduce((total, copy) => total + copy.endedMs - copy.startedMs, 0)
      if (input.stat === 'sum') return sum
      return Math.max(...copies.map(({ endedMs }) => endedMs)) - Math.min(...copies.map(({ startedMs }) => startedMs))
    },
    model: async (context) => {
      const copies = await finishedCopies(context, input)
      const { sizeBytes = 0 } = await findImage(context, input.image)
      const links = await context.world.links()
      return copies.reduce((total, { store }) => {
        const link = links.find(({ site }) => site === store)
        return link ? total + stopAndWaitMs(sizeBytes, link.downBitsPerSecond, link.rttMs) : total
      }, 0)
    },
  }
}

/**
 * Latency-bound copy of a dense image into a remote RBD store: sequential synchronous writes of Glance's chunk, each
 * paying a round trip and the storage term. T = size x 8 / rate + chunks x (RTT + t_osd).
 * Leaves out TCP's slow start and other traffic on the link.
 */
export function stopAndWaitMs(sizeBytes: number, bitsPerSecond: number, rttMs: number): number {
  const chunks = Math.ceil(sizeBytes / glanceChunkBytes)
  return (sizeBytes * 8 * 1000) / bitsPerSecond + chunks * (rttMs + storageTermMs)
}
/** `rbd_store_chunk_size`. */
const glanceChunkBytes = 8 * MiB
const storageTermMs = 5

async function finishedCopies(
  context: RunContext,
  input: z.output<typeof where>,
): Promise<readonly (CopyRecord & { readonly endedMs: number })[]> {
  const { id } = await findImage(context, input.image)
  const copies = (await context.world.copies()).flatMap((copy) =>
    copy.image === id &&
    copy.kind === input.kind &&
    copy.status === 'done' &&
    copy.endedMs !== undefined &&
    (input.store === undefined || copy.store === input.store)
      ? [{ ...copy, endedMs: copy.endedMs }]
      : [],
  )
  if (copies.length === 0) throw new NotFoundError(`no finished ${input.kind} of ${input.image}`)
  return copies
}
