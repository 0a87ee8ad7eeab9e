import type { Auth } from './port/auth.ts'
import type { Blocklist } from './port/blocklist.ts'
import type { ImageClients } from './port/image-clients.ts'
import type { ImageLocks } from './port/image-locks.ts'
import type { Namespaces } from './port/namespaces.ts'
import type { RadosObjects } from './port/rados-objects.ts'
import type { Rbd } from './rbd.ts'

/**
 * Everything that a client with a key may ask of a cluster: images and their bytes (`Rbd`, which is all that OpenStack's
 * drivers need), and what the `rbd`, `ceph` and `rados` commands can do beside that, by subject. Adapters: in process
 * (`client-session.ts`) and over gRPC (`rpc/cluster-client.ts`).
 */
export interface ClusterClient extends Rbd {
  readonly auth: Auth
  readonly blocklist: Blocklist
  readonly clients: ImageClients
  readonly locks: ImageLocks
  readonly namespaces: Namespaces
  readonly objects: RadosObjects
}
