import { Command } from 'commander'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CloudImage } from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'
import { type Cell, mapCell } from './cells.ts'
import { viaGlance, viaNova } from './errors.ts'
import { findServer } from './find.ts'
import { imageCells } from './image-cells.ts'
import { integer } from './options.ts'
import { addListOptions, addShowOptions, type OutputOptions, printList, printOne } from './output.ts'
import type { OpenstackContext } from './run-openstack.ts'
import { bootedFromVolume, networks, powerState, serverCells } from './server-cells.ts'
import { imageText, serverCreate } from './server-create.ts'
import { waitForDelete, waitForStatus } from './wait.ts'

export function serverCommands(context: OpenstackContext): readonly Command[] {
  const { servers } = context.cloud
  return [
    serverCreate(context),
    serverDelete(context),
    serverImageCreate(context),
    serverList(context),
    serverShow(context),
    serverAction(context, 'start', 'start servers', (id, options) => servers.start(id, options)),
    serverAction(context, 'stop', 'stop servers; their volumes stay in-use', (id, options) =>
      servers.stop(id, options),
    ),
  ]
}

function serverAction(
  { io, cloud }: OpenstackContext,
  verb: string,
  summary: string,
  act: (id: string, options: { signal: AbortSignal | undefined }) => Promise<void>,
): Command {
  return new Command(`server ${verb}`)
    .summary(summary)
    .description(`Ask Nova to ${verb} server(s). It answers at once: watch server show for the end.`)
    .argument('<server...>', `server(s) to ${verb} (name or ID)`)
    .action(async (names: readonly string[]) => {
      for (const name of names) {
        const { id } = await findServer(cloud, io, name)
        await viaNova(act(id, { signal: io.signal }))
      }
    })
}

function serverDelete({ io, cloud }: OpenstackContext): Command {
  return new Command('server delete')
    .summary('delete servers')
    .description('Delete server(s).')
    .argument('<server...>', 'server(s) to delete (name or ID)')
    .option('--wait', 'wait for delete to complete')
    .action(async (names: readonly string[], options: { wait?: boolean }) => {
      for (const name of names) {
        const { id } = await findServer(cloud, io, name)
        await viaNova(cloud.servers.delete(id, { signal: io.signal }))
        if (!options.wait || (await waitForDelete(cloud, io, () => status(id)))) continue
        io.stderr(`Error deleting server: ${id}\n`)
        io.stdout('Error deleting server\n')
        return
      }
    })

  async function status(id: string): Promise<string | undefined> {
    try {
      return (await cloud.servers.get(id, { signal: io.signal })).status
    } catch (thrown) {
      if (asDomainError(thrown).code === 'not_found') return undefined
      throw thrown
    }
  }
}

interface ImageOptions extends OutputOptions {
  readonly name?: string
  readonly wait?: boolean
}

function serverImageCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('server image create')
    .summary("create an image of a server's disk, at the server's site")
    .description('Create a new server disk image from an existing server. Stop the server first for a clean one.')
    .argument('<server>', 'server to create image from (name or ID)')
    .option('--name <image-name>', 'name of new disk image; the server name when absent')
    .option('--wait', 'wait for operation to complete')
  return addShowOptions(command, io).action(async (name: string, options: ImageOptions) => {
    const server = await findServer(cloud, io, name, 'sdk')
    const made = cloud.servers.createImage(server.id, options.name ?? server.name, { signal: io.signal })
    const id = await viaNova(made)
    const image = () => viaGlance(cloud, `/v2/images/${id}`, cloud.images.get(id, { signal: io.signal }))
    if (options.wait) {
      const active = await waitForStatus(cloud, io, async () => (await image()).status, 'active', 'killed')
      if (!active) throw new CommandFailure(`Error creating server image: ${name}`)
      io.stdout('\n')
    }
    printOne(io, imageCells(await image()), options)
  })
}

interface ListOptions extends OutputOptions {
  readonly name?: string
  readonly status?: string
  readonly long?: boolean
  /** Commander's name for `--no-name-lookup`, turned around. */
  readonly nameLookup: boolean
  readonly limit?: number
}

function serverList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('server list')
    .summary('list servers')
    .description('List servers.')
    .option('--name <name-regex>', 'regular expression to match names')
    .option('--status <status>', 'only servers in this status')
    .option('--all-projects', 'include all projects')
    .option('--long', 'list additional fields')
    .option('-n, --no-name-lookup', 'skip image name lookup: show ids')
    .option('--limit <num-servers>', 'maximum number of servers to display', integer)
  return addListOptions(command, io).action(async (options: ListOptions) => {
    const { signal } = io
    const all = await viaNova(cloud.servers.list({}, { signal }))
    const pattern = options.name === undefined ? undefined : namePattern(options.name)
    const servers = all
      .filter(({ name }) => pattern === undefined || pattern.test(name))
      .filter(({ status }) => options.status === undefined || status === options.status.toUpperCase())
      .slice(0, options.limit)
    const lookUp = servers.some(({ imageId }) => imageId) && options.nameLookup
    const images = lookUp ? await cloud.images.list({}, { signal }).catch((): readonly CloudImage[] => []) : []
    const imageName = (id: string) => images.find((image) => image.id === id)?.name ?? ''
    const short = ['ID', 'Name', 'Status', 'Networks', 'Image', 'Flavor']
    const rows = servers.map((server): readonly Cell[] => {
      const { imageId } = server
      const image = imageId ? imageName(imageId) : bootedFromVolume
      const head = [server.id, server.name, server.status]
      if (!options.long) {
        const names = [image, server.flavorName]
        return [
          ...head,
          networks(server),
          ...(options.nameLookup ? names : [imageId ?? bootedFromVolume, server.flavorId]),
        ]
      }
      const placed = [server.availabilityZone, server.host || null, mapCell({})]
      const flavor = [options.nameLookup ? server.flavorName : '', server.flavorId]
      const state = [server.taskState || null, powerState(server), networks(server)]
      return [...head, ...state, image, imageId ?? bootedFromVolume, ...flavor, ...placed]
    })
    printList(io, options.long ? longColumns : short, rows, options)
  })
}

const longColumns = [
  'ID',
  'Name',
  'Status',
  'Task State',
  'Power State',
  'Networks',
  'Image Name',
  'Image ID',
  'Flavor Name',
  'Flavor ID',
  'Availability Zone',
  'Host',
  'Properties',
]

function namePattern(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch {
    throw new CommandFailure(`invalid --name '${text}': not a regular expression`)
  }
}

function serverShow({ io, cloud }: OpenstackContext): Command {
  const command = new Command('server show')
    .summary('show a server; a failed build names its fault')
    .description('Show server details.')
    .argument('<server>', 'server to show (name or ID)')
  return addShowOptions(command, io).action(async (name: string, options: OutputOptions) => {
    const server = await findServer(cloud, io, name)
    printOne(io, serverCells(server, await imageText(cloud, io, server)), options)
  })
}
