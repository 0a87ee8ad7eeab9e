import type { AuthDefinition, AuthHandlers } from './dcnsim/v1/Auth.ts'
import type { BlockStoreDefinition, BlockStoreHandlers } from './dcnsim/v1/BlockStore.ts'
import type { BlocklistDefinition, BlocklistHandlers } from './dcnsim/v1/Blocklist.ts'
import type { ClonesDefinition, ClonesHandlers } from './dcnsim/v1/Clones.ts'
import type { ClusterStateDefinition, ClusterStateHandlers } from './dcnsim/v1/ClusterState.ts'
import type { ConfigurationDefinition, ConfigurationHandlers } from './dcnsim/v1/Configuration.ts'
import type { CopiesDefinition, CopiesHandlers } from './dcnsim/v1/Copies.ts'
import type { DiffsDefinition, DiffsHandlers } from './dcnsim/v1/Diffs.ts'
import type { GroupsDefinition, GroupsHandlers } from './dcnsim/v1/Groups.ts'
import type { ImageClientsDefinition, ImageClientsHandlers } from './dcnsim/v1/ImageClients.ts'
import type { ImageFeaturesDefinition, ImageFeaturesHandlers } from './dcnsim/v1/ImageFeatures.ts'
import type { ImageLocksDefinition, ImageLocksHandlers } from './dcnsim/v1/ImageLocks.ts'
import type { ImageMetadataDefinition, ImageMetadataHandlers } from './dcnsim/v1/ImageMetadata.ts'
import type { ImagesDefinition, ImagesHandlers } from './dcnsim/v1/Images.ts'
import type { MigrationDefinition, MigrationHandlers } from './dcnsim/v1/Migration.ts'
import type { MirroringDefinition, MirroringHandlers } from './dcnsim/v1/Mirroring.ts'
import type { NamespacesDefinition, NamespacesHandlers } from './dcnsim/v1/Namespaces.ts'
import type { NbdDefinition, NbdHandlers } from './dcnsim/v1/Nbd.ts'
import type { OsdsDefinition, OsdsHandlers } from './dcnsim/v1/Osds.ts'
import type { PoolsDefinition, PoolsHandlers } from './dcnsim/v1/Pools.ts'
import type { RadosObjectsDefinition, RadosObjectsHandlers } from './dcnsim/v1/RadosObjects.ts'
import type { ServersDefinition, ServersHandlers } from './dcnsim/v1/Servers.ts'
import type { SiteAgentDefinition, SiteAgentHandlers } from './dcnsim/v1/SiteAgent.ts'
import type { SitesDefinition, SitesHandlers } from './dcnsim/v1/Sites.ts'
import type { SnapshotSettingsDefinition, SnapshotSettingsHandlers } from './dcnsim/v1/SnapshotSettings.ts'
import type { TasksDefinition, TasksHandlers } from './dcnsim/v1/Tasks.ts'
import type { TrashDefinition, TrashHandlers } from './dcnsim/v1/Trash.ts'
import type { VolumesDefinition, VolumesHandlers } from './dcnsim/v1/Volumes.ts'

/** Every service by its full name: what kernel/rpc derives the types of calls and handlers from. */
export interface Services {
  'dcnsim.v1.Auth': { definition: AuthDefinition; handlers: AuthHandlers }
  'dcnsim.v1.BlockStore': { definition: BlockStoreDefinition; handlers: BlockStoreHandlers }
  'dcnsim.v1.Blocklist': { definition: BlocklistDefinition; handlers: BlocklistHandlers }
  'dcnsim.v1.Clones': { definition: ClonesDefinition; handlers: ClonesHandlers }
  'dcnsim.v1.ClusterState': { definition: ClusterStateDefinition; handlers: ClusterStateHandlers }
  'dcnsim.v1.Configuration': { definition: ConfigurationDefinition; handlers: ConfigurationHandlers }
  'dcnsim.v1.Copies': { definition: CopiesDefinition; handlers: CopiesHandlers }
  'dcnsim.v1.Diffs': { definition: DiffsDefinition; handlers: DiffsHandlers }
  'dcnsim.v1.Groups': { definition: GroupsDefinition; handlers: GroupsHandlers }
  'dcnsim.v1.ImageClients': { definition: ImageClientsDefinition; handlers: ImageClientsHandlers }
  'dcnsim.v1.ImageFeatures': { definition: ImageFeaturesDefinition; handlers: ImageFeaturesHandlers }
  'dcnsim.v1.ImageLocks': { definition: ImageLocksDefinition; handlers: ImageLocksHandlers }
  'dcnsim.v1.ImageMetadata': { definition: ImageMetadataDefinition; handlers: ImageMetadataHandlers }
  'dcnsim.v1.Images': { definition: ImagesDefinition; handlers: ImagesHandlers }
  'dcnsim.v1.Migration': { definition: MigrationDefinition; handlers: MigrationHandlers }
  'dcnsim.v1.Mirroring': { definition: MirroringDefinition; handlers: MirroringHandlers }
  'dcnsim.v1.Namespaces': { definition: NamespacesDefinition; handlers: NamespacesHandlers }
  'dcnsim.v1.Nbd': { definition: NbdDefinition; handlers: NbdHandlers }
  'dcnsim.v1.Osds': { definition: OsdsDefinition; handlers: OsdsHandlers }
  'dcnsim.v1.Pools': { definition: PoolsDefinition; handlers: PoolsHandlers }
  'dcnsim.v1.RadosObjects': { definition: RadosObjectsDefinition; handlers: RadosObjectsHandlers }
  'dcnsim.v1.Servers': { definition: ServersDefinition; handlers: ServersHandlers }
  'dcnsim.v1.SiteAgent': { definition: SiteAgentDefinition; handlers: SiteAgentHandlers }
  'dcnsim.v1.Sites': { definition: SitesDefinition; handlers: SitesHandlers }
  'dcnsim.v1.SnapshotSettings': { definition: SnapshotSettingsDefinition; handlers: SnapshotSettingsHandlers }
  'dcnsim.v1.Tasks': { definition: TasksDefinition; handlers: TasksHandlers }
  'dcnsim.v1.Trash': { definition: TrashDefinition; handlers: TrashHandlers }
  'dcnsim.v1.Volumes': { definition: VolumesDefinition; handlers: VolumesHandlers }
}
