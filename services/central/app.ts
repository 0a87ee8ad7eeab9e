import PQueue from 'p-queue'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { Wan } from '#kernel/wan/wan.ts'
import { BackgroundWork } from './background-work.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import { CopyLog } from './images/copy-log.ts'
import type { Digester } from './images/digest.ts'
import { ImageService } from './images/image-service.ts'
import { ImageStore, ImageStores, type StoreSettings } from './images/image-store.ts'
import { ImportService, type ImportSettings, type WebSource } from './images/import-service.ts'
import type { StagingArea } from './images/staging.ts'
import { ServerImages, type VolumeServerImage } from './servers/server-image.ts'
import { ServerService } from './servers/server-service.ts'
import { Tenancy, type TenancySettings } from './servers/tenancy.ts'
import { SiteRegistry, type SiteSettings } from './sites/site-registry.ts'
import { VolumeService } from './volumes/volume-service.ts'

export interface HubSettings {
  readonly sites: readonly SiteSettings[]
  readonly stores: readonly StoreSettings[]
  readonly imports: ImportSettings
  /** `rbd_thin_provisioning` */
  readonly thinProvisioning: boolean
  readonly volumeServerImage: VolumeServerImage
  /** Default true: see T06. */
  readonly volumeForceRequired?: boolean | undefined
  readonly tenancy: TenancySettings
  /** How long a silent site counts as up; 60 s unless the clock runs fast. */
  readonly serviceDownMs: number
}

/** The part of a pino logger that the hub uses. */
export interface HubLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface HubDeps {
  readonly clock: Clock
  /** Not the one of an earlier hub on the same catalogue, or its ids would be drawn again. */
  readonly random: Random
  readonly wan: Wan
  readonly catalogue: Catalogue
  readonly staging: StagingArea
  readonly digester: Digester
  readonly web: WebSource
  readonly log: HubLog
}

/** The hub's services, wired. Doors (`rpc/`, REST) and scenarios call them; sites register with `sites`. */
export interface Hub {
  readonly wan: Wan
  readonly clock: Clock
  readonly sites: SiteRegistry
  readonly images: ImageService
  readonly imports: ImportService
  readonly copies: CopyLog
  readonly volumes: VolumeService
  readonly servers: ServerService
  readonly serverImages: ServerImages
  readonly tenancy: Tenancy
  readonly catalogue: Catalogue
  readonly thinProvisioning: boolean
  /** Ends what an earlier process left half done, and makes what the topology names. Before the first call. */
  start(): Promise<void>
  /** Cuts running work off and closes the catalogue. Idempotent. */
  stop(): Promise<void>
}

export function createHub(deps: HubDeps, settings: HubSettings): Hub {
  const { clock, wan, catalogue, log } = deps
  const random = deps.random.stream('hub')
  const sites = new SiteRegistry(clock, wan, settings.sites, settings.serviceDownMs)
  const { thinProvisioning } = settings
  const stores = new ImageStores(
    settings.stores.map((store) => new ImageStore({ clock, wan, sites }, store, { thinProvisioning })),
  )
  const work = new BackgroundWork((what, error) => log.warn({ error: text(error) }, `${what} failed`))
  const copies = new CopyLog(clock, random.stream('copies'), catalogue)
  const imageDeps = { ...deps, random: random.stream('images'), stores, copies }
  const images = new ImageService(imageDeps)
  const imports = new ImportService(
    {
      ...imageDeps,
      images,
      workers: new PQueue({ concurrency: 10 }),
      onFailure: (task, error) => log.warn({ task: task.id, image: task.imageId, error: text(error) }, 'import failed'),
    },
    settings.imports,
  )
  const tenancy = new Tenancy(random.stream('tenancy'), catalogue)
  const volumes = new VolumeService({
    clock,
    random: random.stream('volumes'),
    catalogue,
    sites,
    images,
    work,
    forceRequired: settings.volumeForceRequired ?? true,
  })
  const servers = new ServerService({
    clock,
    random: random.stream('servers'),
    catalogue,
    sites,
    images,
    volumes,
    tenancy,
    work,
  })
  const serverImages = new ServerImages({ servers, images, volumes, sites, work }, settings.volumeServerImage)
  let stopped: Promise<void> | undefined
  return {
    wan,
    clock,
    sites,
    images,
    imports,
    copies,
    volumes,
    servers,
    serverImages,
    tenancy,
    catalogue,
    thinProvisioning,
    start: async () => {
      await copies.recover()
      await volumes.recover()
      await servers.recover()
      await tenancy.seed(settings.tenancy)
    },
    stop: () => {
      stopped ??= (async () => {
        imports.stop()
        sites.close()
        await catalogue.close()
      })()
      return stopped
    },
  }
}

function text(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
