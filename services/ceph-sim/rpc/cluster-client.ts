import { clientOver, RpcChannel, type RpcClientOptions } from '#kernel/rpc/rpc-client.ts'
import type { ClusterClient } from '../cluster-client.ts'
import { authClient } from './auth-rpc.ts'
import { blocklistClient } from './blocklist-rpc.ts'
import { clonesClient } from './clones-rpc.ts'
import { configurationClient } from './configuration-rpc.ts'
import { copiesClient } from './copies-rpc.ts'
import { diffsClient } from './diffs-rpc.ts'
import { groupsClient } from './groups-rpc.ts'
import { imageClientsClient } from './image-clients-rpc.ts'
import { imageFeaturesClient } from './image-features-rpc.ts'
import { imageLocksClient } from './image-locks-rpc.ts'
import { imageMetadataClient } from './image-metadata-rpc.ts'
import { migrationClient } from './migration-rpc.ts'
import { mirroringClient } from './mirroring-rpc.ts'
import { namespacesClient } from './namespaces-rpc.ts'
import { osdsClient } from './osds-rpc.ts'
import { poolsClient } from './pools-rpc.ts'
import { radosObjectsClient } from './rados-objects-rpc.ts'
import { rbdClient } from './rbd-client.ts'
import { cephxKeyHeader, cephxUserHeader } from './sessions.ts'
import { snapshotSettingsClient } from './snapshot-settings-rpc.ts'
import { statusClient } from './status-rpc.ts'
import { tasksClient } from './tasks-rpc.ts'
import { trashClient } from './trash-rpc.ts'

export interface ConnectClusterOptions extends Pick<RpcClientOptions, 'tls'> {
  /** `host:port` of a cluster's process, or of the site's that it is part of. */
  readonly address: string
  /** cephx: `client.openstack` or `openstack`, and its key. */
  readonly user: string
  readonly key: string
}

/**
 * A cluster in another process, by the same port as one in this. Connects at the first call; a cluster that is not
 * there, or goes away in the middle of a call, is `unavailable`.
 */
export function connectCluster({ address, user, key, tls }: ConnectClusterOptions): ClusterClient & { close(): void } {
  const channel = new RpcChannel(address, {
    metadata: { [cephxUserHeader]: user, [cephxKeyHeader]: key },
    ...(tls ? { tls } : {}),
  })
  return {
    ...rbdClient(clientOver(channel, 'dcnsim.v1.BlockStore')),
    auth: authClient(clientOver(channel, 'dcnsim.v1.Auth')),
    blocklist: blocklistClient(clientOver(channel, 'dcnsim.v1.Blocklist')),
    clients: imageClientsClient(clientOver(channel, 'dcnsim.v1.ImageClients')),
    config: configurationClient(clientOver(channel, 'dcnsim.v1.Configuration')),
    copies: copiesClient(clientOver(channel, 'dcnsim.v1.Copies')),
    diffs: diffsClient(clientOver(channel, 'dcnsim.v1.Diffs')),
    features: imageFeaturesClient(clientOver(channel, 'dcnsim.v1.ImageFeatures')),
    metadata: imageMetadataClient(clientOver(channel, 'dcnsim.v1.ImageMetadata')),
    snapshotSettings: snapshotSettingsClient(clientOver(channel, 'dcnsim.v1.SnapshotSettings')),
    locks: imageLocksClient(clientOver(channel, 'dcnsim.v1.ImageLocks')),
    namespaces: namespacesClient(clientOver(channel, 'dcnsim.v1.Namespaces')),
    objects: radosObjectsClient(clientOver(channel, 'dcnsim.v1.RadosObjects')),
    osds: osdsClient(clientOver(channel, 'dcnsim.v1.Osds')),
    pools: poolsClient(clientOver(channel, 'dcnsim.v1.Pools')),
    status: statusClient(clientOver(channel, 'dcnsim.v1.ClusterState')),
    clones: clonesClient(clientOver(channel, 'dcnsim.v1.Clones')),
    groups: groupsClient(clientOver(channel, 'dcnsim.v1.Groups')),
    migration: migrationClient(clientOver(channel, 'dcnsim.v1.Migration')),
    mirroring: mirroringClient(clientOver(channel, 'dcnsim.v1.Mirroring')),
    tasks: tasksClient(clientOver(channel, 'dcnsim.v1.Tasks')),
    trash: trashClient(clientOver(channel, 'dcnsim.v1.Trash')),
    close: () => channel.close(),
  }
}
