import type { ClusterClient } from './cluster-client.ts'
import { DirectImage, type DirectSession, type ImageBytes } from './direct-image.ts'
import type { ImageIo } from './image-io.ts'
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
import type { RbdSpec } from './rbd.ts'
import { RbdSession } from './rbd-session.ts'
import { AuthSession } from './sessions/auth-session.ts'
import { BlocklistSession } from './sessions/blocklist-session.ts'
import { ClonesSession } from './sessions/clones-session.ts'
import { ConfigurationSession } from './sessions/configuration-session.ts'
import { CopiesSession } from './sessions/copies-session.ts'
import { DiffsSession } from './sessions/diffs-session.ts'
import { GroupsSession } from './sessions/groups-session.ts'
import { ImageClientsSession } from './sessions/image-clients-session.ts'
import { ImageFeaturesSession } from './sessions/image-features-session.ts'
import { ImageLocksSession } from './sessions/image-locks-session.ts'
import { ImageMetadataSession } from './sessions/image-metadata-session.ts'
import { MigrationSession } from './sessions/migration-session.ts'
import { MirroringSession } from './sessions/mirroring-session.ts'
import { NamespacesSession } from './sessions/namespaces-session.ts'
import { OsdsSession } from './sessions/osds-session.ts'
import { PoolsSession } from './sessions/pools-session.ts'
import { RadosObjectsSession } from './sessions/rados-objects-session.ts'
import type { SessionContext } from './sessions/session-context.ts'
import { SnapshotSettingsSession } from './sessions/snapshot-settings-session.ts'
import { StatusSession } from './sessions/status-session.ts'
import { TasksSession } from './sessions/tasks-session.ts'
import { TrashSession } from './sessions/trash-session.ts'

/** A cluster's whole port in process, for one cephx identity. */
export class ClientSession extends RbdSession implements ClusterClient, DirectSession {
  readonly auth: Auth
  readonly blocklist: Blocklist
  readonly clients: ImageClients
  readonly config: Configuration
  readonly copies: Copies
  readonly diffs: Diffs
  readonly features: ImageFeatures
  readonly locks: ImageLocks
  readonly metadata: ImageMetadata
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
  readonly #context: SessionContext
  readonly #io: ImageIo

  constructor(context: SessionContext, io: ImageIo) {
    super(context, io)
    this.#context = context
    this.#io = io
    this.auth = new AuthSession(context)
    this.trash = new TrashSession(context)
    this.tasks = new TasksSession(context)
    this.mirroring = new MirroringSession(context)
    this.migration = new MigrationSession(context)
    this.groups = new GroupsSession(context)
    this.clones = new ClonesSession(context)
    this.copies = new CopiesSession(context, io, this)
    this.diffs = new DiffsSession(context, io)
    this.blocklist = new BlocklistSession(context)
    this.clients = new ImageClientsSession(context)
    this.config = new ConfigurationSession(context)
    this.features = new ImageFeaturesSession(context)
    this.metadata = new ImageMetadataSession(context)
    this.snapshotSettings = new SnapshotSettingsSession(context)
    this.locks = new ImageLocksSession(context)
    this.namespaces = new NamespacesSession(context)
    this.objects = new RadosObjectsSession(context, io)
    this.osds = new OsdsSession(context)
    this.pools = new PoolsSession(context)
    this.status = new StatusSession(context)
  }

  directImage(spec: RbdSpec): ImageBytes {
    return new DirectImage(this.#context, this.#io, spec)
  }
}
