import type { CommandIo } from '#cli/command-io.ts'
import type {
  Cloud,
  CloudFlavor,
  CloudImage,
  CloudNetwork,
  CloudSecurityGroup,
  CloudServer,
  CloudVolume,
  CloudVolumeSnapshot,
} from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'
import { isMiss, viaCinder, viaGlance, viaNova } from './errors.ts'

/** The clients' two ways of looking something up by id or name, which differ in their words for a miss. */
type Wording = 'osc' | 'sdk'

/** By id first, then by exact name. @throws CommandFailure when there is none, or more than one of the name */
async function find<T extends { readonly id: string; readonly name: string }>(
  kind: string,
  idOrName: string,
  wording: Wording,
  lookup: { get?(id: string): Promise<T>; list(name: string): Promise<readonly T[]> },
): Promise<T> {
  if (lookup.get) {
    try {
      return await lookup.get(idOrName)
    } catch (thrown) {
      if (!isMiss(thrown)) throw thrown
    }
  }
  const all = await lookup.list(idOrName)
  const matches = all.filter(({ id }) => id === idOrName)
  const named = matches.length > 0 ? matches : all.filter(({ name }) => name === idOrName)
  const first = named[0]
  if (first && named.length === 1) return first
  const more = named.length > 1
  if (more) throw new CommandFailure(`More than one ${kind} exists with the name '${idOrName}'.`)
  throw new CommandFailure(
    wording === 'osc' ? `No ${kind} with a name or ID of '${idOrName}' exists.` : `No ${kind} found for ${idOrName}`,
  )
}

export async function findImage(cloud: Cloud, io: CommandIo, idOrName: string): Promise<CloudImage> {
  const { signal } = io
  return find('Image', idOrName, 'sdk', {
    get: (id) => cloud.images.get(id, { signal }),
    list: (name) => viaGlance(cloud, `/v2/images?name=${name}`, cloud.images.list({ name }, { signal })),
  })
}

export async function findVolume(cloud: Cloud, io: CommandIo, idOrName: string): Promise<CloudVolume> {
  const { signal } = io
  return find('volume', idOrName, 'osc', {
    get: (id) => cloud.volumes.get(id, { signal }),
    list: (name) => viaCinder(cloud.volumes.list({ name }, { signal })),
  })
}

export async function findSnapshot(cloud: Cloud, io: CommandIo, idOrName: string): Promise<CloudVolumeSnapshot> {
  const { signal } = io
  return find('snapshot', idOrName, 'osc', {
    get: (id) => cloud.volumes.getSnapshot(id, { signal }),
    list: (name) => viaCinder(cloud.volumes.listSnapshots({ name }, { signal })),
  })
}

/** `server image create` looks servers up through the SDK, the other server commands do not. */
export async function findServer(
  cloud: Cloud,
  io: CommandIo,
  idOrName: string,
  wording: Wording = 'osc',
): Promise<CloudServer> {
  const { signal } = io
  return find(wording === 'osc' ? 'server' : 'Server', idOrName, wording, {
    get: (id) => cloud.servers.get(id, { signal }),
    list: (name) => viaNova(cloud.servers.list({ name }, { signal })),
  })
}

export async function findFlavor(cloud: Cloud, io: CommandIo, idOrName: string): Promise<CloudFlavor> {
  return find('flavor', idOrName, 'osc', { list: () => viaNova(cloud.servers.listFlavors({ signal: io.signal })) })
}

export async function findNetwork(cloud: Cloud, io: CommandIo, idOrName: string): Promise<CloudNetwork> {
  return find('Network', idOrName, 'sdk', { list: () => viaNova(cloud.servers.listNetworks({ signal: io.signal })) })
}

export async function findSecurityGroup(cloud: Cloud, io: CommandIo, idOrName: string): Promise<CloudSecurityGroup> {
  return find('SecurityGroup', idOrName, 'sdk', {
    list: () => viaNova(cloud.servers.listSecurityGroups({ signal: io.signal })),
  })
}
