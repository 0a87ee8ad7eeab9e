import type { BlockStoreDefinition, BlockStoreHandlers } from './dcnsim/v1/BlockStore.ts'
import type { ImagesDefinition, ImagesHandlers } from './dcnsim/v1/Images.ts'
import type { NamespacesDefinition, NamespacesHandlers } from './dcnsim/v1/Namespaces.ts'
import type { ServersDefinition, ServersHandlers } from './dcnsim/v1/Servers.ts'
import type { SiteAgentDefinition, SiteAgentHandlers } from './dcnsim/v1/SiteAgent.ts'
import type { SitesDefinition, SitesHandlers } from './dcnsim/v1/Sites.ts'
import type { VolumesDefinition, VolumesHandlers } from './dcnsim/v1/Volumes.ts'

/** Every service by its full name: what kernel/rpc derives the types of calls and handlers from. */
export interface Services {
  'dcnsim.v1.BlockStore': { definition: BlockStoreDefinition; handlers: BlockStoreHandlers }
  'dcnsim.v1.Images': { definition: ImagesDefinition; handlers: ImagesHandlers }
  'dcnsim.v1.Namespaces': { definition: NamespacesDefinition; handlers: NamespacesHandlers }
  'dcnsim.v1.Servers': { definition: ServersDefinition; handlers: ServersHandlers }
  'dcnsim.v1.SiteAgent': { definition: SiteAgentDefinition; handlers: SiteAgentHandlers }
  'dcnsim.v1.Sites': { definition: SitesDefinition; handlers: SitesHandlers }
  'dcnsim.v1.Volumes': { definition: VolumesDefinition; handlers: VolumesHandlers }
}
