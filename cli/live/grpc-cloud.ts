import { messageDataBytes } from '#ceph-sim/rpc/rbd-messages.ts'
import type { Cloud, CloudImages, CloudLink, CloudServers, CloudSites, CloudVolumes } from '#cli/commands/cloud.ts'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import { createRpcClient, type RpcClient } from '#kernel/rpc/rpc-client.ts'
import type { RpcTls } from '#kernel/rpc/tls.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { Link__Output } from '#proto/dcnsim/v1/Link.ts'
import type { UploadImageRequest } from '#proto/dcnsim/v1/UploadImageRequest.ts'

export interface GrpcCloudOptions {
  /** host:port of the hub. */
  readonly address: string
  readonly clock: Clock
  /** Whose calls they are; the operator's when absent. */
  readonly actor?: { readonly user: string; readonly project: string; readonly roles: readonly string[] } | undefined
  readonly allowFailureByDefault?: boolean
  readonly tls?: RpcTls
}

/** A cloud whose hub runs in another process. Connects at the first call. */
export function connectCloud(options: GrpcCloudOptions): Cloud & { close(): void } {
  const { address, clock, actor, tls, allowFailureByDefault } = options
  const metadata: Record<string, string> = actor
    ? { 'x-dcnsim-user': actor.user, 'x-dcnsim-project': actor.project, 'x-dcnsim-roles': actor.roles.join(',') }
    : {}
  const shared = { metadata, ...(tls ? { tls } : {}) }
  const images = createRpcClient('dcnsim.v1.Images', address, shared)
  const volumes = createRpcClient('dcnsim.v1.Volumes', address, shared)
  const servers = createRpcClient('dcnsim.v1.Servers', address, shared)
  const sites = createRpcClient('dcnsim.v1.Sites', address, shared)
  const cloudSites = sitesOf(sites)
  return {
    clock,
    images: imagesOf(images),
    volumes: volumesOf(volumes),
    servers: serversOf(servers, cloudSites, tls),
    sites: cloudSites,
    ...(allowFailureByDefault === undefined ? {} : { allowFailureByDefault }),
    close: () => {
      for (const client of [images, volumes, servers, sites]) client.close()
    },
  }
}

function imagesOf(client: RpcClient<'dcnsim.v1.Images'>): CloudImages {
  return {
    listStores: async (options) => {
      const { stores } = await client.unary('ListStores', {}, options)
      return stores.map(({ default: isDefault, ...store }) => ({ ...store, isDefault }))
    },
    importMethods: async (options) => (await client.unary('GetImportInfo', {}, options)).methods,
    create: async ({ properties, tags, ...request }, options) =>
      known(
        await client.unary(
          'CreateImage',
          { ...request, tags: [...(tags ?? [])], properties: properties ?? {} },
          options,
        ),
      ),
    upload: async (id, store, data, options) =>
      known(await client.clientStream('UploadImage', uploadMessages({ imageId: id, store, data }), options)),
    stage: async (id, data, options) =>
      known(await client.clientStream('StageImage', uploadMessages({ imageId: id, data }), options)),
    import: async ({ stores, ...request }, options) =>
      known(await client.unary('ImportImage', { ...request, stores: [...(stores ?? [])] }, options)),
    get: async (imageId, options) => known(await client.unary('GetImage', { imageId }, options)),
    list: async (filter = {}, options) => (await client.unary('ListImages', filter, options)).images.map(known),
    update: async (imageId, { unsetProperties, setProperties, ...change }, options) => {
      const properties = { setProperties: setProperties ?? {}, unsetProperties: [...(unsetProperties ?? [])] }
      return known(await client.unary('UpdateImage', { imageId, ...change, ...properties }, options))
    },
    delete: async (imageId, options) => void (await client.unary('DeleteImage', { imageId }, options)),
    deleteFromStore: async (imageId, store, options) =>
      void (await client.unary('DeleteImageFromStore', { imageId, store }, options)),
    listTasks: async (imageId, options) =>
      (await client.unary('ListImageTasks', { imageId }, options)).tasks.map(known),
    download: async function* (imageId, options) {
      for await (const { data, zeroBytes } of client.serverStream('DownloadImage', { imageId }, options)) {
        yield zeroBytes > 0 ? Buffer.alloc(zeroBytes) : data
      }
    },
    listCopies: async (options) => (await client.unary('ListCopies', {}, options)).copies.map(known),
  }
}

async function* uploadMessages(upload: {
  readonly imageId: string
  readonly store?: string | undefined
  readonly data: AsyncIterable<Uint8Array>
}): AsyncGenerator<UploadImageRequest> {
  const { data, ...head } = upload
  yield head
  for await (const bytes of data) {
    for (let at = 0; at < bytes.byteLength; at += messageDataBytes) {
      yield { data: bytes.subarray(at, at + messageDataBytes) }
    }
  }
}

function volumesOf(client: RpcClient<'dcnsim.v1.Volumes'>): CloudVolumes {
  return {
    create: async (request, options) => known(await client.unary('CreateVolume', request, options)),
    get: async (volumeId, options) => known(await client.unary('GetVolume', { volumeId }, options)),
    list: async (filter = {}, options) => (await client.unary('ListVolumes', filter, options)).volumes.map(known),
    delete: async (volumeId, options) => void (await client.unary('DeleteVolume', { volumeId }, options)),
    createSnapshot: async (request, options) => known(await client.unary('CreateVolumeSnapshot', request, options)),
    getSnapshot: async (snapshotId, options) => known(await client.unary('GetVolumeSnapshot', { snapshotId }, options)),
    listSnapshots: async (filter = {}, options) =>
      (await client.unary('ListVolumeSnapshots', filter, options)).snapshots.map(known),
    deleteSnapshot: async (snapshotId, options) =>
      void (await client.unary('DeleteVolumeSnapshot', { snapshotId }, options)),
  }
}

function serversOf(client: RpcClient<'dcnsim.v1.Servers'>, sites: CloudSites, tls: RpcTls | undefined): CloudServers {
  const server = <T extends { fault: object | null }>({ fault, ...rest }: T) => ({
    ...known(rest),
    ...(fault ? { fault } : {}),
  })
  return {
    create: async ({ networkIds, securityGroupIds, ...request }, options) => {
      const lists = { networkIds: [...(networkIds ?? [])], securityGroupIds: [...(securityGroupIds ?? [])] }
      return server(await client.unary('CreateServer', { ...request, ...lists }, options)) as never
    },
    get: async (serverId, options) => server(await client.unary('GetServer', { serverId }, options)) as never,
    list: async (filter = {}, options) =>
      (await client.unary('ListServers', filter, options)).servers.map(server) as never,
    delete: async (serverId, options) => void (await client.unary('DeleteServer', { serverId }, options)),
    stop: async (serverId, options) => void (await client.unary('StopServer', { serverId }, options)),
    start: async (serverId, options) => void (await client.unary('StartServer', { serverId }, options)),
    createImage: async (serverId, name, options) =>
      (await client.unary('CreateServerImage', { serverId, name }, options)).imageId,
    listFlavors: async (options) => (await client.unary('ListFlavors', {}, options)).flavors,
    createFlavor: (flavor, options) => client.unary('CreateFlavor', flavor, options),
    listKeypairs: async (options) => (await client.unary('ListKeypairs', {}, options)).keypairs,
    createKeypair: (name, options) => client.unary('CreateKeypair', { name }, options),
    listNetworks: async (options) => (await client.unary('ListNetworks', {}, options)).networks.map(known),
    createNetwork: async (network, options) => known(await client.unary('CreateNetwork', network, options)),
    listSecurityGroups: async (options) => (await client.unary('ListSecurityGroups', {}, options)).securityGroups,
    createSecurityGroup: (name, options) => client.unary('CreateSecurityGroup', { name }, options),
    listAvailabilityZones: async (options) => (await client.unary('ListAvailabilityZones', {}, options)).zones,
    // The observer reads a site's log at the site: looking must not cross the WAN that is being watched.
    computeLog: async (site, options) => {
      const found = (await sites.list(options)).find(({ id }) => id === site)
      if (!found?.agentAddress) throw new NotFoundError(`site ${site} has not been seen`, { site })
      const agent = createRpcClient('dcnsim.v1.SiteAgent', found.agentAddress, tls ? { tls } : {})
      try {
        return (await agent.unary('ListComputeLog', {}, options)).lines
      } finally {
        agent.close()
      }
    },
  }
}

function sitesOf(client: RpcClient<'dcnsim.v1.Sites'>): CloudSites {
  return {
    list: async (options) => (await client.unary('ListSites', {}, options)).sites.map(known) as never,
    listLinks: async (options) => (await client.unary('ListLinks', {}, options)).links.map(link),
    setLink: async (site, change, options) => {
      const { downBitsPerSecond, upBitsPerSecond } = change
      const rates = { downBitsPerSecond: wireRate(downBitsPerSecond), upBitsPerSecond: wireRate(upBitsPerSecond) }
      return link(await client.unary('SetLink', { site, ...change, ...rates }, options))
    },
    listTraffic: async (options) =>
      (await client.unary('ListTraffic', {}, options)).traffic.map((count) => ({
        ...count,
        direction: count.direction as 'down' | 'up',
      })),
  }
}

/** On the wire an unlimited rate is 0. */
function link(message: Link__Output): CloudLink {
  const rate = (bitsPerSecond: number) => (bitsPerSecond === 0 ? Number.POSITIVE_INFINITY : bitsPerSecond)
  return {
    ...message,
    downBitsPerSecond: rate(message.downBitsPerSecond),
    upBitsPerSecond: rate(message.upBitsPerSecond),
    state: message.state as CloudLink['state'],
  }
}

function wireRate(bitsPerSecond: number | undefined): number | undefined {
  return bitsPerSecond === Number.POSITIVE_INFINITY ? 0 : bitsPerSecond
}

/** Fields of which the name alone says that an empty string stands for "none". */
const optionalTexts = new Set([
  'description',
  'diskFormat',
  'containerFormat',
  'snapshotId',
  'sourceVolumeId',
  'host',
  'hostName',
  'imageId',
  'keyName',
  'taskState',
  'taskId',
  'resultJson',
  'site',
])

/** Protobuf has no "absent" for plain strings: drops empty optional texts and undefined values. */
function known<T extends object>(message: T): Present<T> {
  const entries = Object.entries(message).filter(
    ([name, value]) => value !== undefined && !name.startsWith('_') && !(value === '' && optionalTexts.has(name)),
  )
  return Object.fromEntries(entries) as Present<T>
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }
