import type { AuthDefinition, AuthHandlers } from './dcnsim/v1/Auth.ts'
import type { BlockStoreDefinition, BlockStoreHandlers } from './dcnsim/v1/BlockStore.ts'
import type { BlocklistDefinition, BlocklistHandlers } from './dcnsim/v1/Blocklist.ts'
import type { CopiesDefinition, CopiesHandlers } from './dcnsim/v1/Copies.ts'
import type { DiffsDefinition, DiffsHandlers } from './dcnsim/v1/Diffs.ts'
import type { ImageClientsDefinition, ImageClientsHandlers } from './dcnsim/v1/ImageClients.ts'
import type { ImageLocksDefinition, ImageLocksHandlers } from './dcnsim/v1/ImageLocks.ts'
import type { ImagesDefinition, ImagesHandlers } from './dcnsim/v1/Images.ts'
import type { NamespacesDefinition, NamespacesHandlers } from './dcnsim/v1/Namespaces.ts'
import type { RadosObjectsDefinition, RadosObjectsHandlers } from './dcnsim/v1/RadosObjects.ts'
import type { ServersDefinition, ServersHandlers } from './dcnsim/v1/Servers.ts'
import type { SiteAgentDefinition, SiteAgentHandlers } from './dcnsim/v1/SiteAgent.ts'
import type { SitesDefinition, SitesHandlers } from './dcnsim/v1/Sites.ts'
import type { VolumesDefinition, VolumesHandlers } from './dcnsim/v1/Volumes.ts'

/** Every service by its full name: what kernel/rpc derives the types of calls and handlers from. */
export interface Services {
  'dcnsim.v1.Auth': { definition: AuthDefinition; handlers: AuthHandlers }
  'dcnsim.v1.BlockStore': { definition: BlockStoreDefinition; handlers: BlockStoreHandlers }
  'dcnsim.v1.Blocklist': { definition: BlocklistDefinition; handlers: BlocklistHandlers }
  'dcnsim.v1.Copies': { definition: CopiesDefinition; handlers: CopiesHandlers }
  'dcnsim.v1.Diffs': { definition: DiffsDefinition; handlers: DiffsHandlers }
  'dcnsim.v1.ImageClients': { definition: ImageClientsDefinition; handlers: ImageClientsHandlers }
  'dcnsim.v1.ImageLocks': { definition: ImageLocksDefinition; handlers: ImageLocksHandlers }
  'dcnsim.v1.Images': { definition: ImagesDefinition; handlers: ImagesHandlers }
  'dcnsim.v1.Namespaces': { definition: NamespacesDefinition; handlers: NamespacesHandlers }
  'dcnsim.v1.RadosObjects': { definition: RadosObjectsDefinition; handlers: RadosObjectsHandlers }
  'dcnsim.v1.Servers': { definition: ServersDefinition; handlers: ServersHandlers }
  'dcnsim.v1.SiteAgent': { definition: SiteAgentDefinition; handlers: SiteAgentHandlers }
  'dcnsim.v1.Sites': { definition: SitesDefinition; handlers: SitesHandlers }
  'dcnsim.v1.Volumes': { definition: VolumesDefinition; handlers: VolumesHandlers }
}
