import { z } from 'zod'
import { storeSites } from '#cli/topology/topology.ts'
import { literalPattern, resolvePlaceholders } from '../placeholders.ts'
import { defineCheck, equal, findServer } from './check.ts'
import { brief, matchWhole } from './output.ts'

export const serverStatus = defineCheck(
  z.strictObject({ server: z.string(), status: z.string(), zone: z.string().optional() }),
  async (context, input) => {
    const { status, zone } = await findServer(context, input.server)
    return equal(
      input.zone === undefined ? [status] : [status, zone],
      input.zone === undefined ? [input.status] : [input.status, input.zone],
    )
  },
)

/** A server's fault is this text exactly; without `server`, as many servers' faults contain it. */
export const faultMatches = defineCheck(
  z.strictObject({
    server: z.string().optional(),
    text: z.string(),
    count: z.int().optional(),
    minCount: z.int().optional(),
  }),
  async (context, input) => {
    if (input.server !== undefined) {
      return matchWhole(context, (await findServer(context, input.server)).fault ?? '', input.text)
    }
    const pattern = new RegExp(literalPattern(input.text, await resolvePlaceholders(input.text, context)))
    const count = (await context.world.servers()).filter(
      ({ fault }) => fault !== undefined && pattern.test(fault),
    ).length
    const least = input.minCount ?? input.count ?? 1
    const most = input.count ?? Number.POSITIVE_INFINITY
    return {
      passed: count >= least && count <= most,
      measured: `${count} servers`,
      expected: `${input.count ?? `>= ${least}`} servers`,
    }
  },
)

/** The site's compute log has the line, as often as asked (at least once otherwise). */
export const logContains = defineCheck(
  z.strictObject({
    site: z.string(),
    text: z.string(),
    level: z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR']).optional(),
    count: z.int().min(0).optional(),
  }),
  async (context, input) => {
    const pattern = new RegExp(literalPattern(input.text, await resolvePlaceholders(input.text, context)))
    const lines = (await context.world.computeLog(input.site)).filter(
      ({ level, text }) => (input.level === undefined || level === input.level) && pattern.test(text),
    )
    const passed = input.count === undefined ? lines.length > 0 : lines.length === input.count
    const [first] = lines
    return {
      passed,
      measured: first ? `${lines.length} x ${first.level} ${brief(first.text)}` : 'no such line',
      expected: `${input.count ?? 'some'} x ${brief(input.text)}`,
    }
  },
)

/** A refused boot left nothing: no disk in any cluster, no volume, no network port. */
export const nothingLeft = defineCheck(z.strictObject({ server: z.string() }), async (context, input) => {
  const server = await findServer(context, input.server)
  const left: string[] = []
  for (const { id, ceph } of storeSites(context.scenario.topology)) {
    if (!ceph?.pools.includes('vms')) continue
    const disks = await context.world.listRbd(id, 'vms')
    left.push(...disks.filter(({ image }) => image.startsWith(server.id)).map(({ image }) => `${id} vms/${image}`))
  }
  left.push(...server.volumes.map((volume) => `volume ${volume}`))
  left.push(
    ...(await context.world.volumes())
      .filter((volume) => volume.attachedTo.includes(server.id))
      .map(({ name }) => `volume ${name}`),
  )
  if (server.ports > 0) left.push(`${server.ports} ports`)
  return equal(left, [])
})
