import type { CallOptions, RbdSpec } from '#ceph-sim/rbd.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'

/**
 * The port of a site: what the hub asks of the Cinder volume service and the compute hosts there. Adapters: in process
 * (the central zone, the virtual world), over gRPC, and behind the WAN. Calls resolve when the work is done; what the
 * user sees of a failure is the message of the error thrown.
 */
export interface SiteAgent {
  /** @throws NoSpaceError, UnavailableError, DomainError of the image's download */
  createVolume(request: CreateVolumeRequest, options?: CallOptions): Promise<CreateVolumeResult>
  deleteVolume(volumeId: string, options?: CallOptions): Promise<void>
  createVolumeSnapshot(request: VolumeSnapshotRef, options?: CallOptions): Promise<void>
  /** @throws ConflictError while volumes made from it exist and cannot be flattened */
  deleteVolumeSnapshot(request: VolumeSnapshotRef, options?: CallOptions): Promise<void>

  /**
   * Makes the root disk (or opens the root volume) and starts the guest.
   * @throws BuildAbortedError with Nova's text; nothing is left behind
   */
  spawnServer(request: SpawnServerRequest, options?: CallOptions): Promise<void>
  powerOffServer(request: PowerServerRequest, options?: CallOptions): Promise<void>
  powerOnServer(request: PowerServerRequest, options?: CallOptions): Promise<void>
  destroyServer(request: PowerServerRequest, options?: CallOptions): Promise<void>
  /** Nova's direct snapshot: a flat, protected image in the pool `images`, made inside this cluster. */
  snapshotDisk(request: SnapshotDiskRequest, options?: CallOptions): Promise<SnapshotDiskResult>

  /** The compute log of the site's hosts, oldest first. */
  computeLog(options?: CallOptions): Promise<readonly ComputeLogLine[]>
}

/** What a site asks of the hub. Its calls cross the site's link. */
export interface HubForSite {
  /** The image's bytes from the hub's Glance, from the first location it can read: content in order, holes as zeros. */
  downloadImage(imageId: string, options?: CallOptions): AsyncIterable<import('#ceph-sim/rbd.ts').Content>
  /**
   * Asks Glance to copy an image into a store (import method `copy-image`, which must succeed there); resolves when the
   * copy has been accepted. Only sites that copy on boot (`images_rbd_glance_store_name`) need it.
   * @throws ConflictError while another import of the image runs; InvalidArgumentError when the store has it already
   */
  copyImageToStore?(request: { readonly imageId: string; readonly store: string }, options?: CallOptions): Promise<void>
  /** The image as the hub's Glance knows it now; goes with `copyImageToStore`. */
  showImage?(imageId: string, options?: CallOptions): Promise<AgentImageProgress>
}

/** An image in the middle of being copied. */
export interface AgentImageProgress {
  readonly image: AgentImage
  /** `os_glance_importing_to_stores`, by store. */
  readonly importingToStores: readonly string[]
  /** `os_glance_failed_import`, by store. */
  readonly failedImport: readonly string[]
}

/** An image as a site needs to know it. */
export interface AgentImage {
  readonly id: string
  readonly diskFormat: string
  readonly sizeBytes: number
  readonly locations: readonly ImageLocation[]
}
/** Where one store keeps an image: `rbd://FSID/POOL/IMAGE/SNAPSHOT`. */
export interface ImageLocation {
  readonly url: string
  readonly store: string
}
export interface CreateVolumeRequest {
  readonly volumeId: string
  readonly sizeBytes: number
  readonly source?:
    | { readonly kind: 'image'; readonly image: AgentImage }
    | { readonly kind: 'snapshot'; readonly snapshotId: string; readonly volumeId: string }
    | { readonly kind: 'volume'; readonly volumeId: string }
    | undefined
}
export interface CreateVolumeResult {
  /** Whether the volume shares its source's data (copy-on-write) or is a copy of its own. */
  readonly cloned: boolean
}
export interface VolumeSnapshotRef {
  readonly volumeId: string
  readonly snapshotId: string
}
export interface SpawnServerRequest {
  readonly serverId: string
  readonly host: string
  readonly root:
    | {
        readonly kind: 'image'
        readonly image: AgentImage /** From the flavor; 0 keeps the image's size. */
        readonly diskBytes: number
      }
    | { readonly kind: 'volume'; readonly volumeId: string }
}
export interface PowerServerRequest {
  readonly serverId: string
  readonly host: string
  /** Absent when the root disk is the server's own. */
  readonly rootVolumeId?: string | undefined
}
export interface SnapshotDiskRequest {
  /** The disk to take: the server's own, or a volume. */
  readonly disk: RbdSpec
  readonly imageId: string
}
export interface SnapshotDiskResult {
  readonly url: string
  readonly sizeBytes: number
}
export interface ComputeLogLine {
  readonly atMs: number
  readonly host: string
  readonly level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR'
  readonly logger: string
  readonly message: string
}

/** What runs at a site and must be opened again when its process restarts. */
export interface RunningServer {
  readonly serverId: string
  readonly disks: readonly RbdSpec[]
}

/**
 * Nova's BuildAbortException: this server will not be built, here or on another host. Over a wire it comes back as a
 * ConflictError of this name: use `isBuildAborted`.
 */
export class BuildAbortedError extends DomainError {
  readonly code = 'conflict'

  /** @param reason - a sentence without its full stop, e.g. `Image <id> is unacceptable: Image is not raw format` */
  constructor(serverId: string, reason: string, options?: ErrorOptions) {
    super(`Build of instance ${serverId} aborted: ${reason}`, { reason: 'build_aborted', server: serverId }, options)
  }
}
export function isBuildAborted(error: unknown): error is DomainError {
  return error instanceof DomainError && error.details.reason === 'build_aborted'
}

/** The pools of a DCN cluster and the names of what OpenStack keeps in them. */
export const pools = { images: 'images', volumes: 'volumes', vms: 'vms', backups: 'backups' } as const
export const volumeImage = (volumeId: string): RbdSpec => ({ pool: pools.volumes, image: `volume-${volumeId}` })
export const serverDisk = (serverId: string): RbdSpec => ({ pool: pools.vms, image: `${serverId}_disk` })
