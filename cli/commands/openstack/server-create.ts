import { Command } from 'commander'
import type { CommandIo } from '#cli/command-io.ts'
import type { Cloud, CloudServer, NewServer } from '../cloud.ts'
import { CommandFailure, usageFailure } from '../command-failure.ts'
import { viaNova } from './errors.ts'
import { findFlavor, findImage, findNetwork, findSecurityGroup, findVolume } from './find.ts'
import { exclusive, repeated } from './options.ts'
import { addShowOptions, type OutputOptions, printOne } from './output.ts'
import type { OpenstackContext } from './run-openstack.ts'
import { bootedFromVolume, serverCells } from './server-cells.ts'
import { waitForStatus } from './wait.ts'

interface CreateOptions extends OutputOptions {
  readonly image?: string
  readonly volume?: string
  readonly flavor?: string
  readonly keyName?: string
  readonly nic?: readonly Nic[]
  readonly securityGroup?: readonly string[]
  readonly availabilityZone?: string
  readonly wait?: boolean
}
/** A network by name or id, or the words `auto` and `none`. */
type Nic = { readonly network: string } | 'auto' | 'none'

const name = 'openstack server create'

export function serverCreate(context: OpenstackContext): Command {
  const { io, cloud } = context
  const nics: Nic[] = []
  const command = new Command('server create')
    .summary('boot a server at a site, from an image or a volume')
    .description(
      "Create a new server. From an image that the zone's own cluster lacks, the boot is refused or streams, as the site is set.",
    )
    .argument('<server-name>', 'new server name')
    .option('--flavor <flavor>', 'create server with this flavor (name or ID)')
    .option('--image <image>', 'create server boot disk from this image (name or ID)')
    .option('--volume <volume>', 'use this volume as boot disk (name or ID)')
    .option('--key-name <key-name>', 'keypair to inject into this server')
    .option('--network <network>', 'network to connect to (name or ID); may be used more than once', (text) => {
      nics.push({ network: text })
      return nics
    })
    .option('--nic <net-id=NETWORK|auto|none>', 'network to connect to; may be used more than once', (text) => {
      nics.push(parseNic(text))
      return nics
    })
    .option('--security-group <security-group>', 'security group (name or ID); may be used more than once', repeated)
    .option('--availability-zone <zone-name>', "the site to boot at; the hub's zone when absent")
    .option('--wait', 'wait for build to complete')
  return addShowOptions(command, io).action(async (server: string, options: CreateOptions) => {
    exclusive(name, { '--image': options.image, '--volume': options.volume })
    if (options.flavor === undefined) {
      throw usageFailure(`${name}: error: the following arguments are required: --flavor`)
    }
    if (options.image === undefined && options.volume === undefined) {
      throw usageFailure(`${name}: error: one of the arguments --image --volume is required`)
    }
    const request = await lookUp(context, server, options.flavor, options, nics)
    const created = await viaNova(cloud.servers.create(request, { signal: io.signal }))
    const shown = options.wait ? await built(context, server, created.id) : created
    if (shown) printOne(io, serverCells(shown, await imageText(cloud, io, shown)), options)
  })
}

/** In the order of the real client, so that the first missing thing is the one that is named (requirements A53). */
async function lookUp(
  { io, cloud }: OpenstackContext,
  server: string,
  flavor: string,
  options: CreateOptions,
  nics: readonly Nic[],
): Promise<NewServer> {
  const imageId = options.image === undefined ? undefined : (await findImage(cloud, io, options.image)).id
  const volumeId = options.volume === undefined ? undefined : (await findVolume(cloud, io, options.volume)).id
  const flavorId = (await findFlavor(cloud, io, flavor)).id
  const networkIds = await networkList(cloud, io, nics)
  const securityGroupIds: string[] = []
  for (const group of options.securityGroup ?? []) {
    securityGroupIds.push((await findSecurityGroup(cloud, io, group)).id)
  }
  return {
    name: server,
    flavorId,
    imageId,
    volumeId,
    keyName: options.keyName,
    networkIds,
    securityGroupIds,
    availabilityZone: options.availabilityZone,
  }
}

async function networkList(cloud: Cloud, io: CommandIo, nics: readonly Nic[]): Promise<readonly string[]> {
  const words = nics.filter((nic) => nic === 'auto' || nic === 'none')
  if (words.length > 0 && nics.length > 1) {
    throw new CommandFailure(
      'Specifying a --nic of auto or none cannot be used with any other --nic, --network or --port value.',
    )
  }
  const ids: string[] = []
  for (const nic of nics) {
    if (typeof nic === 'object') ids.push((await findNetwork(cloud, io, nic.network)).id)
  }
  return ids
}

function parseNic(text: string): Nic {
  if (text === 'auto' || text === 'none') return text
  const parts = text.split(',').map((part) => part.split('='))
  const given = Object.fromEntries(parts.map(([key = '', value = '']) => [key, value]))
  const network = given['net-id'] ?? given['net-name']
  const unknown = Object.keys(given).find((key) => key !== 'net-id' && key !== 'net-name')
  if (network && unknown === undefined) return { network }
  throw usageFailure(`${name}: error: --nic ${text}: simulated are net-id=NETWORK, auto and none`)
}

/** The server once it is built; a build that fails is told, and the command still ends with status 0, as recorded. */
async function built({ io, cloud }: OpenstackContext, server: string, id: string): Promise<CloudServer | undefined> {
  const status = async () => (await viaNova(cloud.servers.get(id, { signal: io.signal }))).status
  if (await waitForStatus(cloud, io, status, 'active')) {
    io.stdout('\n')
    return viaNova(cloud.servers.get(id, { signal: io.signal }))
  }
  io.stderr(`Error creating server: ${server}\n`)
  io.stdout('Error creating server\n')
  return undefined
}

/** `cirros (a18a0f83-...)`; the id alone when the image is gone. */
export async function imageText(cloud: Cloud, io: CommandIo, server: CloudServer): Promise<string> {
  if (!server.imageId) return bootedFromVolume
  try {
    return `${(await cloud.images.get(server.imageId, { signal: io.signal })).name} (${server.imageId})`
  } catch {
    return server.imageId
  }
}
