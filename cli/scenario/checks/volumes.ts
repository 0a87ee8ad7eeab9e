import { z } from 'zod'
import { storeSites } from '#cli/topology/topology.ts'
import { bytesQuantity } from '#kernel/config/quantities.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import type { RunContext } from '../run-context.ts'
import { defineCheck, equal, findServer, findSnapshot, findVolume } from './check.ts'

export const volumeStatus = defineCheck(
  z.strictObject({ volume: z.string(), status: z.string() }),
  async (context, input) => equal((await findVolume(context, input.volume)).status, input.status),
)

export const snapshotStatus = defineCheck(
  z.strictObject({
    snapshot: z.string(),
    status: z.string(),
    consistency: z.enum(['clean', 'crash-consistent']).optional(),
  }),
  async (context, input) => {
    const { status, consistency } = await findSnapshot(context, input.snapshot)
    const wanted = input.consistency === undefined ? [input.status] : [input.status, input.consistency]
    return equal(input.consistency === undefined ? [status] : [status, consistency ?? 'unknown'], wanted)
  },
)

/** The volume's bytes are in its site's cluster and in no other, with the volume's size. */
export const volumeAt = defineCheck(
  z.strictObject({ volume: z.string(), site: z.string(), size: bytesQuantity.optional() }),
  async (context, input) => {
    const record = await findVolume(context, input.volume)
    const holders: string[] = []
    for (const { id } of storeSites(context.scenario.topology)) {
      const entry = (await context.world.listRbd(id, 'volumes')).find(
        ({ image, snapshot }) => image === `volume-${record.id}` && snapshot === undefined,
      )
      if (entry) holders.push(`${id} ${formatBytes(entry.sizeBytes)}`)
    }
    return equal(
      [...holders, `zone ${record.zone}`],
      [`${input.site} ${formatBytes(input.size ?? record.sizeBytes)}`, `zone ${input.site}`],
    )
  },
)

export const attached = defineCheck(
  z.strictObject({ volume: z.string(), server: z.string() }),
  async (context, input) => {
    const volume = await findVolume(context, input.volume)
    const server = await findServer(context, input.server)
    const passed = volume.attachedTo.includes(server.id) && server.volumes.includes(volume.id)
    return {
      passed,
      measured: `${volume.name} attached to ${volume.attachedTo.length} servers`,
      expected: `attached to ${server.name}`,
    }
  },
)

/**
 * Where RBD disks come from: every head in a pool that has a parent is a copy-on-write child, one without is a flat
 * copy. `of` picks one disk; otherwise counts are compared.
 */
export const lineage = defineCheck(
  z.strictObject({
    site: z.string(),
    pool: z.string(),
    of: z
      .strictObject({ volume: z.string() })
      .or(z.strictObject({ server: z.string() }))
      .optional(),
    /** `images/<image:cirros>@snap`, or `none`. */
    parent: z.string().optional(),
    withParent: z.int().min(0).optional(),
    withoutParent: z.int().min(0).optional(),
  }),
  async (context, input) => {
    const disk = input.of && (await diskName(context, input.of))
    const heads = (await context.world.listRbd(input.site, input.pool)).filter(
      ({ image, snapshot }) => snapshot === undefined && (disk === undefined || image === disk),
    )
    const parents = heads.map(({ parent }) => (parent ? `${parent.pool}/${parent.image}@${parent.snapshot}` : 'none'))
    const withParent = parents.filter((parent) => parent !== 'none').length
    const expected: string[] = []
    const measured: string[] = []
    const compare = (what: string, found: string, wanted: string | number | undefined) => {
      if (wanted === undefined) return
      measured.push(`${what} ${found}`)
      expected.push(`${what} ${wanted}`)
    }
    const parent = input.parent === undefined ? undefined : await parentSpec(context, input.parent)
    compare('parent', [...new Set(parents)].join(' and ') || 'of no disk', parent)
    compare('with parent', String(withParent), input.withParent)
    compare('without parent', String(parents.length - withParent), input.withoutParent)
    return equal(measured, expected)
  },
)

async function diskName(context: RunContext, of: { volume: string } | { server: string }): Promise<string> {
  return 'volume' in of
    ? `volume-${(await findVolume(context, of.volume)).id}`
    : `${(await findServer(context, of.server)).id}_disk`
}

/** `image:NAME` is the protected snapshot of that image's copy in the same cluster. */
async function parentSpec(context: RunContext, parent: string): Promise<string> {
  if (!parent.startsWith('image:')) return parent
  const name = parent.slice('image:'.length)
  return `images/${(await context.world.image(name))?.id ?? name}@snap`
}
