import { createRpcClient, type RpcClient } from '#kernel/rpc/rpc-client.ts'
import type { RpcTls } from '#kernel/rpc/tls.ts'
import type {
  AgentImage,
  ComputeLogLine,
  CreateVolumeRequest,
  PowerServerRequest,
  SiteAgent,
  SpawnServerRequest,
} from '#openstack/site-agent.ts'
import type { AgentCreateVolumeRequest } from '#proto/dcnsim/v1/AgentCreateVolumeRequest.ts'
import type { AgentImage as AgentImageMessage } from '#proto/dcnsim/v1/AgentImage.ts'
import type { SpawnServerRequest as SpawnServerMessage } from '#proto/dcnsim/v1/SpawnServerRequest.ts'

/** A site's agent in another process. */
export function connectAgent(address: string, tls?: RpcTls): SiteAgent & { close(): void } {
  const client: RpcClient<'dcnsim.v1.SiteAgent'> = createRpcClient('dcnsim.v1.SiteAgent', address, tls ? { tls } : {})
  return {
    close: () => client.close(),
    createVolume: (request, options) => client.unary('CreateVolume', volumeMessage(request), options),
    deleteVolume: async (volumeId, options) => void (await client.unary('DeleteVolume', { volumeId }, options)),
    createVolumeSnapshot: async (request, options) =>
      void (await client.unary('CreateVolumeSnapshot', request, options)),
    deleteVolumeSnapshot: async (request, options) =>
      void (await client.unary('DeleteVolumeSnapshot', request, options)),
    spawnServer: async (request, options) => void (await client.unary('SpawnServer', spawnMessage(request), options)),
    powerOffServer: async (request, options) =>
      void (await client.unary('PowerOffServer', powerMessage(request), options)),
    powerOnServer: async (request, options) =>
      void (await client.unary('PowerOnServer', powerMessage(request), options)),
    destroyServer: async (request, options) =>
      void (await client.unary('DestroyServer', powerMessage(request), options)),
    snapshotDisk: (request, options) => client.unary('SnapshotDisk', request, options),
    computeLog: async (options) => {
      const { lines } = await client.unary('ListComputeLog', {}, options)
      return lines.map((line) => ({ ...line, level: line.level as ComputeLogLine['level'] }))
    },
  }
}

function imageMessage(image: AgentImage): AgentImageMessage {
  return { ...image, locations: [...image.locations] }
}

function volumeMessage({ volumeId, sizeBytes, source }: CreateVolumeRequest): AgentCreateVolumeRequest {
  const common = { volumeId, sizeBytes }
  switch (source?.kind) {
    case undefined:
      return common
    case 'image':
      return { ...common, image: imageMessage(source.image) }
    case 'snapshot':
      return { ...common, snapshotId: source.snapshotId, sourceVolumeId: source.volumeId }
    case 'volume':
      return { ...common, sourceVolumeId: source.volumeId }
  }
}

function spawnMessage({ serverId, host, root }: SpawnServerRequest): SpawnServerMessage {
  return root.kind === 'volume'
    ? { serverId, host, rootVolumeId: root.volumeId }
    : { serverId, host, image: imageMessage(root.image), rootDiskBytes: root.diskBytes }
}

const powerMessage = ({ serverId, host, rootVolumeId }: PowerServerRequest) => ({ serverId, host, rootVolumeId })
