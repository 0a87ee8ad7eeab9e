import type { Auth } from './port/auth.ts'
import type { Blocklist } from './port/blocklist.ts'
import type { Clones } from './port/clones.ts'
import type { Configuration } from './port/configuration.ts'
import type { Copies } from './port/copies.ts'
import type { Diffs } from './port/diffs.ts'
import type { Groups } from './port/groups.ts'
import type { ImageClients } from './port/image-clients.ts'
import type { ImageFeatures } from './port/image-features.ts'
import type { ImageLocks } from './port/image-locks.ts'
import type { ImageMetadata } from './port/image-metadata.ts'
import type { Migration } from './port/migration.ts'
import type { Mirroring } from './port/mirroring.ts'
import type { Namespaces } from './port/namespaces.ts'
import type { Osds } from './port/osds.ts'
import type { Pools } from './port/pools.ts'
import type { RadosObjects } from './port/rados-objects.ts'
import type { SnapshotSettings } from './port/snapshot-settings.ts'
import type { Status } from './port/status.ts'
import type { Tasks } from './port/tasks.ts'
import type { Trash } from './port/trash.ts'
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
  readonly config: Configuration
  readonly features: ImageFeatures
  readonly locks: ImageLocks
  readonly metadata: ImageMetadata
  readonly copies: Copies
  readonly diffs: Diffs
  readonly namespaces: Namespaces
  readonly snapshotSettings: SnapshotSettings
  readonly objects: RadosObjects
  readonly osds: Osds
  readonly pools: Pools
  readonly status: Status
  readonly clones: Clones
  readonly groups: Groups
  readonly migration: Migration
  readonly mirroring: Mirroring
  readonly tasks: Tasks
  readonly trash: Trash
}
