import type { GlanceImage, ImageTask, StoreCopy } from '../images/image.ts'
import type { Flavor, Keypair, Network, SecurityGroup, Server } from '../servers/server.ts'
import type { Volume, VolumeSnapshot } from '../volumes/volume.ts'

/** Anything the catalogue keeps: found by id, listed in the order of creation. */
export interface CatalogueRecord {
  readonly id: string
  readonly name: string
}

/** One kind of record. Every method resolves only when its effect would survive a crash of the process. */
export interface Table<T extends CatalogueRecord> {
  /** @throws AlreadyExistsError */
  insert(record: T): Promise<void>
  get(id: string): Promise<T | undefined>
  /** Oldest first. */
  list(filter?: { readonly name?: string | undefined }): Promise<readonly T[]>
  /**
   * Replaces a record by what `change` makes of it, with nothing in between; a throw in `change` leaves it as it was.
   * @throws NotFoundError
   */
  update(id: string, change: (record: T) => T): Promise<T>
  /** Does nothing when there is none. */
  remove(id: string): Promise<void>
}

/** The cloud's records: what the hub's database holds in a real deployment. Adapter: `sqlite-catalogue.ts`. */
export interface Catalogue {
  readonly images: Table<GlanceImage>
  readonly tasks: Table<ImageTask>
  readonly copies: Table<StoreCopy>
  readonly volumes: Table<Volume>
  readonly volumeSnapshots: Table<VolumeSnapshot>
  readonly servers: Table<Server>
  readonly flavors: Table<Flavor>
  readonly keypairs: Table<Keypair>
  readonly networks: Table<Network>
  readonly securityGroups: Table<SecurityGroup>
  close(): Promise<void>
}
