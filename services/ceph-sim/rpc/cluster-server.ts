import type { RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import { serveAuth } from './auth-rpc.ts'
import { serveBlocklist } from './blocklist-rpc.ts'
import { serveClones } from './clones-rpc.ts'
import { serveConfiguration } from './configuration-rpc.ts'
import { serveCopies } from './copies-rpc.ts'
import { serveDiffs } from './diffs-rpc.ts'
import { serveGroups } from './groups-rpc.ts'
import { serveImageClients } from './image-clients-rpc.ts'
import { serveImageFeatures } from './image-features-rpc.ts'
import { serveImageLocks } from './image-locks-rpc.ts'
import { serveImageMetadata } from './image-metadata-rpc.ts'
import { serveMigration } from './migration-rpc.ts'
import { serveMirroring } from './mirroring-rpc.ts'
import { serveNamespaces } from './namespaces-rpc.ts'
import { serveNbd } from './nbd-rpc.ts'
import { serveOsds } from './osds-rpc.ts'
import { servePools } from './pools-rpc.ts'
import { serveRadosObjects } from './rados-objects-rpc.ts'
import { serveRbd } from './rbd-server.ts'
import { type Connect, cachedSessions } from './sessions.ts'
import { serveSnapshotSettings } from './snapshot-settings-rpc.ts'
import { serveStatus } from './status-rpc.ts'
import { serveTasks } from './tasks-rpc.ts'
import { serveTrash } from './trash-rpc.ts'

/** A cluster's whole port as gRPC services. Each call names its cephx identity in its headers. */
export function serveCluster(connect: Connect<ClusterClient>): RpcServiceImplementation[] {
  const session = cachedSessions(connect)
  return [
    serveRbd(session),
    serveAuth(session),
    serveBlocklist(session),
    serveImageClients(session),
    serveConfiguration(session),
    serveCopies(session),
    serveDiffs(session),
    serveImageFeatures(session),
    serveImageLocks(session),
    serveImageMetadata(session),
    serveNamespaces(session),
    serveOsds(session),
    servePools(session),
    serveStatus(session),
    serveNbd(session),
    serveTrash(session),
    serveTasks(session),
    serveMirroring(session),
    serveMigration(session),
    serveGroups(session),
    serveClones(session),
    serveSnapshotSettings(session),
    serveRadosObjects(session),
  ]
}
