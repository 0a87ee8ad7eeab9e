import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { implement } from '#kernel/rpc/rpc-server.ts'
import type { AgentImage, CreateVolumeRequest, SiteAgent, SpawnServerRequest } from '#openstack/site-agent.ts'
import type { AgentCreateVolumeRequest__Output } from '#proto/dcnsim/v1/AgentCreateVolumeRequest.ts'
import type { AgentImage__Output } from '#proto/dcnsim/v1/AgentImage.ts'
import type { PowerServerRequest__Output } from '#proto/dcnsim/v1/PowerServerRequest.ts'
import type { RbdSpec__Output } from '#proto/dcnsim/v1/RbdSpec.ts'
import type { SpawnServerRequest__Output } from '#proto/dcnsim/v1/SpawnServerRequest.ts'

/** `dcnsim.v1.SiteAgent`: what the hub may ask of this site. */
export function agentDoor(agent: SiteAgent) {
  return implement('dcnsim.v1.SiteAgent', {
    CreateVolume: (request, context) => agent.createVolume(volumeRequest(request), context),
    DeleteVolume: async ({ volumeId }, context) => {
      await agent.deleteVolume(volumeId, context)
      return {}
    },
    CreateVolumeSnapshot: async (request, context) => {
      await agent.createVolumeSnapshot(request, context)
      return {}
    },
    DeleteVolumeSnapshot: async (request, context) => {
      await agent.deleteVolumeSnapshot(request, context)
      return {}
    },
    SpawnServer: async (request, context) => {
      await agent.spawnServer(spawnRequest(request), context)
      return {}
    },
    PowerOffServer: async (request, context) => {
      await agent.powerOffServer(powerRequest(request), context)
      return {}
    },
    PowerOnServer: async (request, context) => {
      await agent.powerOnServer(powerRequest(request), context)
      return {}
    },
    DestroyServer: async (request, context) => {
      await agent.destroyServer(powerRequest(request), context)
      return {}
    },
    SnapshotDisk: ({ disk, imageId }, context) => agent.snapshotDisk({ disk: specOf(disk), imageId }, context),
    ListComputeLog: async (_, context) => ({ lines: [...(await agent.computeLog(context))] }),
  })
}

function volumeRequest(message: AgentCreateVolumeRequest__Output): CreateVolumeRequest {
  const { volumeId, sizeBytes, image, snapshotId, sourceVolumeId } = message
  return { volumeId, sizeBytes, source: sourceOf(image, snapshotId, sourceVolumeId) }
}

function sourceOf(
  image: AgentImage__Output | null,
  snapshotId: string,
  volumeId: string,
): CreateVolumeRequest['source'] {
  if (image) return { kind: 'image', image }
  if (snapshotId) return { kind: 'snapshot', snapshotId, volumeId }
  return volumeId ? { kind: 'volume', volumeId } : undefined
}

function spawnRequest({
  serverId,
  host,
  image,
  rootVolumeId,
  rootDiskBytes,
}: SpawnServerRequest__Output): SpawnServerRequest {
  if (image)
    return { serverId, host, root: { kind: 'image', image: image satisfies AgentImage, diskBytes: rootDiskBytes } }
  return { serverId, host, root: { kind: 'volume', volumeId: rootVolumeId } }
}

function powerRequest({ serverId, host, rootVolumeId }: PowerServerRequest__Output) {
  return { serverId, host, rootVolumeId: rootVolumeId || undefined }
}

function specOf(spec: RbdSpec__Output | null) {
  if (!spec) throw new InvalidArgumentError('the request names no disk')
  const { pool, image, snapshot } = spec
  return { pool, image, snapshot }
}
