import Table from 'cli-table3'
import type { Command } from 'commander'
import type { CloudLink, CloudLinkChange } from '#cli/commands/cloud.ts'
import { nearestHint } from '#kernel/config/nearest.ts'
import { type Parsed, parseBitRate, parseDuration } from '#kernel/config/units.ts'
import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { openCloud, openWorld, stateOf } from './context.ts'

interface SetFlags {
  readonly bandwidth?: string
  readonly down?: string
  readonly up?: string
  readonly rtt?: string
}

export function addLinkCommand(program: Command): void {
  const link = program.command('link').description('see and change the WAN links of a running cloud')
  link
    .command('list', { isDefault: true })
    .description('show every link')
    .option('--json', 'as JSON')
    .allowExcessArguments()
    .action(async ({ json }: { json?: true }, command: Command) => {
      const [unknown] = command.args
      if (unknown !== undefined) refuse(link, unknown)
      const links = await withCloud(command, (cloud) => cloud.sites.listLinks())
      process.stdout.write(json ? `${JSON.stringify(links, undefined, 2)}\n` : render(links))
    })
  link
    .command('set')
    .argument('<site>')
    .description('change bandwidth or round trip while traffic flows')
    .option('--bandwidth <rate>', 'both directions, e.g. 100Mbps, or unlimited')
    .option('--down <rate>', 'hub to site')
    .option('--up <rate>', 'site to hub')
    .option('--rtt <duration>', 'round trip, e.g. 40ms')
    .action(async (site: string, flags: SetFlags, command: Command) => change(command, site, changeOf(flags)))
  link
    .command('down')
    .argument('<site>')
    .description('cut a link: it swallows everything until it is up again')
    .action((site: string, _flags: object, command: Command) => change(command, site, { state: 'down' }))
  link
    .command('up')
    .argument('<site>')
    .description('heal a link')
    .action((site: string, _flags: object, command: Command) => change(command, site, { state: 'up' }))
  link
    .command('traffic')
    .description('what has crossed which link, in which direction, for which operation')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }, command: Command) => {
      const traffic = await withCloud(command, (cloud) => cloud.sites.listTraffic())
      if (json) process.stdout.write(`${JSON.stringify(traffic, undefined, 2)}\n`)
      else {
        const table = plainTable(['site', 'direction', 'class', 'operation', 'bytes', 'messages'])
        for (const row of traffic)
          table.push([row.site, row.direction, row.class, row.operation, row.bytes, row.messages])
        process.stdout.write(`${table.toString()}\n`)
      }
    })
}

/** `list` is what `link` alone means, so a misspelt command arrives there. */
function refuse(link: Command, name: string): never {
  const hint = nearestHint(
    name,
    link.commands.map((command) => command.name()),
  )
  throw new InvalidArgumentError(`link has no command '${name}'${hint}`, { name })
}

async function change(command: Command, site: string, wanted: CloudLinkChange): Promise<void> {
  process.stdout.write(render([await withCloud(command, (cloud) => cloud.sites.setLink(site, wanted))]))
}

async function withCloud<T>(command: Command, use: (cloud: ReturnType<typeof openCloud>) => Promise<T>): Promise<T> {
  const cloud = openCloud(openWorld(stateOf(command)))
  try {
    return await use(cloud)
  } finally {
    cloud.close()
  }
}

function changeOf({ bandwidth, down, up, rtt }: SetFlags): CloudLinkChange {
  const downRate = down ?? bandwidth
  const upRate = up ?? bandwidth
  if (!downRate && !upRate && !rtt) {
    throw new InvalidArgumentError('nothing to change: give --bandwidth, --down, --up or --rtt')
  }
  return {
    ...(downRate ? { downBitsPerSecond: rate(downRate) } : {}),
    ...(upRate ? { upBitsPerSecond: rate(upRate) } : {}),
    ...(rtt ? { rttMs: quantity('--rtt', parseDuration(rtt)) } : {}),
  }
}

function rate(text: string): number {
  return text === 'unlimited' ? Number.POSITIVE_INFINITY : quantity('a rate', parseBitRate(text))
}

function quantity(what: string, parsed: Parsed<number>): number {
  if (parsed.ok) return parsed.value
  throw new InvalidArgumentError(`${what}: ${parsed.problem}`)
}

function render(links: readonly CloudLink[]): string {
  const table = plainTable(['site', 'state', 'to site', 'to hub', 'round trip'])
  for (const { site, state, downBitsPerSecond, upBitsPerSecond, rttMs } of links) {
    table.push([site, state, mbps(downBitsPerSecond), mbps(upBitsPerSecond), `${rttMs} ms`])
  }
  return `${table.toString()}\n`
}

const mbps = (bitsPerSecond: number): string =>
  Number.isFinite(bitsPerSecond) ? `${bitsPerSecond / 1e6} Mbps` : 'unlimited'

const plainTable = (head: string[]) => new Table({ head, style: { head: [], border: [] } })
