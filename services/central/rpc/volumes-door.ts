import { implement } from '#kernel/rpc/rpc-server.ts'
import type { Volume as VolumeMessage } from '#proto/dcnsim/v1/Volume.ts'
import type { Hub } from '../app.ts'
import type { Volume, VolumeSnapshot } from '../volumes/volume.ts'
import { actorOf } from './actor-metadata.ts'

/** `dcnsim.v1.Volumes`: Cinder by gRPC. */
export function volumesDoor({ volumes }: Hub) {
  return implement('dcnsim.v1.Volumes', {
    CreateVolume: async (request, { metadata }) => volumeMessage(await volumes.create(actorOf(metadata), request)),
    GetVolume: async ({ volumeId }, { metadata }) => volumeMessage(await volumes.get(actorOf(metadata), volumeId)),
    ListVolumes: async (filter, { metadata }) => ({
      volumes: (await volumes.list(actorOf(metadata), filter)).map(volumeMessage),
    }),
    DeleteVolume: async ({ volumeId }, { metadata }) => {
      await volumes.delete(actorOf(metadata), volumeId)
      return {}
    },
    CreateVolumeSnapshot: async (request, { metadata }) =>
      snapshotMessage(await volumes.createSnapshot(actorOf(metadata), request)),
    GetVolumeSnapshot: async ({ snapshotId }, { metadata }) =>
      snapshotMessage(await volumes.getSnapshot(actorOf(metadata), snapshotId)),
    ListVolumeSnapshots: async (filter, { metadata }) => ({
      snapshots: (await volumes.listSnapshots(actorOf(metadata), filter)).map(snapshotMessage),
    }),
    DeleteVolumeSnapshot: async ({ snapshotId }, { metadata }) => {
      await volumes.deleteSnapshot(actorOf(metadata), snapshotId)
      return {}
    },
  })
}

function volumeMessage(volume: Volume): VolumeMessage {
  const { availabilityZone: zone } = volume
  return {
    ...volume,
    attachments: [...volume.attachments],
    imageMetadata: Object.entries(volume.imageMetadata).map(([name, value]) => ({ name, value })),
    host: `${zone}@${zone}#${zone}`,
  }
}

function snapshotMessage(snapshot: VolumeSnapshot): VolumeSnapshot {
  return snapshot
}
