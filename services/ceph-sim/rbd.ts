/**
 * The port of a cluster: everything any caller may ask of it, in RBD's words. Adapters: in process
 * (`app.ts`), over gRPC (`rpc/rbd-client.ts`), and decorators such as the WAN's. One conformance suite
 * (`test/conformance/rbd-port.ts`) runs over all of them.
 *
 * An `Rbd` is a session of one cephx identity; caps are checked on every call.
 *
 * Errors are domain errors whose `details.errno` is librbd's errno name (`ENOENT`, `EBUSY`, ...), and whose
 * `details.reason` names the rule that was broken where several share an errno (see `RbdReason`).
 */
export interface Rbd {
  /** The cluster's identity; a location URL carries it. */
  cluster(options?: CallOptions): Promise<ClusterIdentity>

  createPool(pool: string, options?: CallOptions): Promise<void>
  listPools(options?: CallOptions): Promise<readonly PoolInfo[]>
  /** `ceph df`: raw and per-pool use, MAX AVAIL included. */
  df(options?: CallOptions): Promise<ClusterUsage>

  /** @throws AlreadyExistsError (EEXIST); NotFoundError (ENOENT) for the pool; InvalidArgumentError (EINVAL, EDOM) */
  createImage(image: RbdImageSpec, options: CreateImageOptions & CallOptions): Promise<void>
  /** Sorted by name. */
  listImages(pool: string, options?: NamespaceOptions & CallOptions): Promise<readonly string[]>
  /** Heads and snapshots as `rbd ls -l` shows them: images by name, an image's snapshots by id. */
  listDetailed(pool: string, options?: NamespaceOptions & CallOptions): Promise<readonly RbdListEntry[]>
  info(image: RbdSpec, options?: CallOptions): Promise<RbdImageInfo>
  /** @throws ConflictError ENOTEMPTY (has snapshots) or EBUSY (has watchers) */
  removeImage(image: RbdImageSpec, options?: CallOptions): Promise<void>
  renameImage(image: RbdImageSpec, newName: string, options?: CallOptions): Promise<void>
  /** Shrinking needs `allowShrink`. Growing never grows a clone's overlap back. */
  resize(image: RbdImageSpec, options: { sizeBytes: number; allowShrink?: boolean } & CallOptions): Promise<void>

  createSnapshot(snapshot: RbdSnapshotSpec, options?: CallOptions): Promise<void>
  /** By id. With `all` also those that were not made by users, or were removed while they had clones. */
  listSnapshots(image: RbdImageSpec, options?: { all?: boolean } & CallOptions): Promise<readonly RbdSnapshotInfo[]>
  /** @throws ConflictError EBUSY when protected */
  removeSnapshot(snapshot: RbdSnapshotSpec, options?: CallOptions): Promise<void>
  /** @throws ConflictError EBUSY when protected already */
  protectSnapshot(snapshot: RbdSnapshotSpec, options?: CallOptions): Promise<void>
  /** @throws InvalidArgumentError EINVAL when not protected; ConflictError EBUSY when it has children */
  unprotectSnapshot(snapshot: RbdSnapshotSpec, options?: CallOptions): Promise<void>
  rollback(snapshot: RbdSnapshotSpec, options?: CallOptions): Promise<void>

  /**
   * A copy-on-write child of a snapshot. Costs metadata only. Order and striping are the parent's unless given. Clone
   * format 1 needs a protected snapshot; format 2 needs none, and lets the snapshot be removed. `auto` takes 2 where the
   * cluster asks its clients to be mimic at least; default is what the cluster is configured to.
   * @throws InvalidArgumentError EINVAL when the format is 1 and the snapshot is not protected
   */
  clone(
    parent: RbdSnapshotSpec,
    child: RbdImageSpec,
    options?: ImageLayout & { cloneFormat?: CloneFormat } & CallOptions,
  ): Promise<void>
  /** Copies what the parent still provides and cuts the tie. @throws InvalidArgumentError EINVAL without a parent */
  flatten(image: RbdImageSpec, options?: CallOptions): Promise<void>
  /** Direct children, or with `descendants` all of them, as `pool/image`, sorted. */
  children(
    snapshot: RbdSnapshotSpec,
    options?: { descendants?: boolean } & CallOptions,
  ): Promise<readonly RbdImageSpec[]>
  /** `rbd du`: one entry per snapshot, then the head. Used bytes count whole objects. */
  diskUsage(image: RbdImageSpec, options?: CallOptions): Promise<readonly RbdUsage[]>

  /**
   * The bytes of a range, in order and without gaps, as runs of data or zeros; a data piece holds at most `pieceBytes`,
   * a zero run may be as long as it likes and stands for holes and for zeros that were written: `extents` tells which.
   * Reading is paced by the consumer.
   */
  read(image: RbdSpec, options: ReadOptions & CallOptions): AsyncIterable<Content>
  /**
   * Writes pieces in the order given; resolves when all are stored and would survive a crash of the process. Zero
   * pieces are stored as zeros (they allocate, as `rbd_write` of zeros does), unless `freeZeros` (as
   * `rbd_write_zeroes`); `discard` gives space back in coarser steps.
   * Writing is paced by the cluster: the source is asked for a piece when there is room for it.
   * @throws InvalidArgumentError EINVAL past the end; NoSpaceError ENOSPC; ConflictError EROFS when another client
   * holds the exclusive lock for good
   */
  write(image: RbdImageSpec, pieces: ContentSource, options?: WriteOptions & CallOptions): Promise<WriteResult>
  discard(image: RbdImageSpec, range: ByteRange, options?: CallOptions): Promise<void>
  /** Where a reader of this image or snapshot would find stored bytes (its own or a parent's), as ordered, merged runs. */
  extents(image: RbdSpec, options?: CallOptions): Promise<readonly ByteRange[]>
  /** Everything acknowledged so far also survives a power failure. */
  flush(image: RbdImageSpec, options?: CallOptions): Promise<void>

  /**
   * Opens an image as a running guest does: a watcher, and the exclusive lock. `owner` names the client; attaching the
   * same owner again is a no-op. Not durable: a cluster that restarts has no watchers.
   * @throws ConflictError EBUSY if another owner holds it
   */
  attach(image: RbdImageSpec, options: { owner: string } & CallOptions): Promise<void>
  detach(image: RbdImageSpec, options: { owner: string } & CallOptions): Promise<void>
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

export interface NamespaceOptions {
  readonly namespace?: string | undefined
}

/** `images/8083c7e7-...` */
export interface RbdImageSpec {
  readonly pool: string
  /** Of the pool; the default name space when absent or empty. */
  readonly namespace?: string
  readonly image: string
  /** Names the image by its id instead, in the trash or not; `image` is then only what to call it. */
  readonly id?: string
}
/** `images/8083c7e7-...@snap` */
export interface RbdSnapshotSpec extends RbdImageSpec {
  readonly snapshot: string
}
/** An image's head, or one of its snapshots. */
export interface RbdSpec extends RbdImageSpec {
  readonly snapshot?: string | undefined
}

export interface ByteRange {
  readonly offset: number
  readonly lengthBytes: number
}

/** A run of image content at an absolute offset. */
export type Content = DataContent | ZeroContent
export interface DataContent {
  readonly kind: 'data'
  readonly offset: number
  /** Only valid until the next piece is asked for: a reader that keeps bytes copies them. */
  readonly bytes: Uint8Array
}
export interface ZeroContent {
  readonly kind: 'zero'
  readonly offset: number
  readonly lengthBytes: number
}
export type ContentSource = AsyncIterable<Content> | Iterable<Content>

export function contentLength(content: Content): number {
  return content.kind === 'data' ? content.bytes.byteLength : content.lengthBytes
}

export interface ReadOptions {
  readonly offset?: number
  /** To the end when absent. */
  readonly lengthBytes?: number
  /** Default 1 MiB. */
  readonly pieceBytes?: number
}
export interface WriteOptions {
  /** Writes as the client that holds the image (`HeldImage.watcher.address`), not as one that opens it for this call. */
  readonly client?: string | undefined
  /** Zero pieces give their room back, to the byte: whole objects go, tails are cut, the rest is zeroed in place. */
  readonly freeZeros?: boolean | undefined
}
export interface WriteResult {
  readonly writtenBytes: number
}

export interface ClusterIdentity {
  /** `dcn0`: the site's name, by the DCN rule (D27). */
  readonly name: string
  readonly fsid: string
}
export interface PoolInfo {
  readonly id: number
  readonly name: string
  readonly replicas: number
  readonly pgNum: number
}
/**
 * How an image lies on its objects, and what it can do. What is left out is as the pool and the cluster are configured
 * to (`rbd_default_*`); of a clone as the parent is, but for the data pool.
 */
export interface ImageLayout {
  /** log2 of the object size; 12 to 25, default 22 (4 MiB). */
  readonly order?: number | undefined
  /** Divides the object size; both or neither, and 0 is neither. Default: no striping. */
  readonly stripeUnitBytes?: number | undefined
  readonly stripeCount?: number | undefined
  /** The pool of the data objects. Default: the image's own. */
  readonly dataPool?: string | undefined
  /** Default: layering, exclusive-lock, object-map, fast-diff, deep-flatten. */
  readonly features?: readonly string[] | undefined
  /** For many clients at once: without exclusive-lock and what needs it. */
  readonly shared?: boolean | undefined
}
export interface CreateImageOptions extends ImageLayout {
  readonly sizeBytes: number
}
/** Which kind of clone, by number, or what suits the cluster. */
export type CloneFormat = 1 | 2 | 'auto'

export interface ParentRef extends RbdSnapshotSpec {
  readonly overlapBytes: number
  /** The parent's id, while it lies in the trash. */
  readonly trashId?: string
}
export interface RbdListEntry {
  readonly image: string
  readonly id: string
  readonly snapshot?: string
  readonly snapshotId?: number
  readonly sizeBytes: number
  readonly parent?: RbdSnapshotSpec
  /** Image format: always 2. */
  readonly format: 2
  /** Only on snapshot rows. */
  readonly protected?: boolean
  /** Only on head rows. */
  readonly lock?: 'exclusive' | 'shared'
}
export interface RbdImageInfo {
  readonly name: string
  readonly id: string
  readonly sizeBytes: number
  readonly order: number
  readonly objects: number
  /** The object size and 1 without striping. */
  readonly stripeUnitBytes: number
  readonly stripeCount: number
  /** The pool of the data objects, where it is not the image's own. */
  readonly dataPool?: string
  /** What the names of the data objects begin with. */
  readonly dataPrefix: string
  readonly features: readonly string[]
  /** What is not to be trusted: `object map invalid`, `fast diff invalid`. */
  readonly flags: readonly string[]
  readonly snapshotCount: number
  /** How many snapshots there may be; absent without a limit. */
  readonly snapshotLimit?: number
  readonly createdMs: number
  readonly modifiedMs: number
  readonly accessedMs: number
  readonly parent?: ParentRef
  /** Only when the spec named a snapshot. */
  readonly protected?: boolean
  readonly watchers: readonly string[]
  /** The group that it is a member of: `pool/group`, `pool/namespace/group`. */
  readonly group?: string
  /** What the image takes part in: `clone-parent`, `clone-child`, `group`, `snap-trash`. */
  readonly opFeatures: readonly string[]
  readonly mirroring?: ImageMirroring
  readonly migration?: ImageMigration
}
/** Of an image that is mirrored to another cluster. */
export interface ImageMirroring {
  readonly mode: 'snapshot'
  readonly globalId: string
  readonly primary: boolean
}
/** Of an image that is at either end of a migration. */
export interface ImageMigration {
  readonly source: RbdImageSpec & { readonly id: string }
  readonly destination: RbdImageSpec & { readonly id: string }
  readonly state: 'prepared' | 'executed'
}
export interface RbdSnapshotInfo {
  readonly id: number
  readonly name: string
  readonly sizeBytes: number
  readonly protected: boolean
  readonly createdMs: number
  /** Absent for a user's snapshot. */
  readonly namespace?: RbdSnapshotNamespace
}
/** Why there is a snapshot that no user made, or that its user removed. */
export type RbdSnapshotNamespace =
  /** Removed, but clones of format 2 stand on it: its name is a UUID now. */
  | { readonly kind: 'trash'; readonly originalName: string }
  | {
      readonly kind: 'group'
      readonly pool: string
      readonly namespace?: string
      readonly group: string
      readonly groupSnapshot: string
    }
  | { readonly kind: 'mirror' }
export interface RbdUsage {
  /** Absent for the head. */
  readonly snapshot?: string
  readonly provisionedBytes: number
  readonly usedBytes: number
}
export interface PoolUsage {
  readonly name: string
  readonly id: number
  readonly pgNum: number
  readonly storedBytes: number
  readonly objects: number
  /** Raw: stored x replicas. */
  readonly usedBytes: number
  readonly maxAvailBytes: number
}
export interface ClusterUsage {
  readonly totalBytes: number
  readonly availBytes: number
  readonly usedBytes: number
  readonly pools: readonly PoolUsage[]
  /** Past 85 % (health warning) or 95 % (writers get ENOSPC) of the raw space; absent below. */
  readonly fullness?: 'nearfull' | 'full'
}

/** Why an errno was given, where callers or the `rbd` command's texts depend on it. */
export type RbdReason =
  | 'pool_missing'
  | 'namespace_missing'
  | 'namespace_exists'
  | 'has_images'
  | 'image_missing'
  | 'snapshot_missing'
  | 'image_exists'
  | 'snapshot_exists'
  | 'pool_exists'
  | 'has_snapshots'
  | 'has_linked_clones'
  | 'in_group'
  | 'no_member'
  | 'migrating'
  | 'mirroring_disabled'
  | 'not_in_trash'
  | 'deferred'
  | 'group_missing'
  | 'group_exists'
  | 'metadata_missing'
  | 'snapshot_limit'
  | 'has_watchers'
  | 'has_children'
  | 'protected'
  | 'not_protected'
  | 'no_parent'
  | 'shrink_not_allowed'
  | 'pool_full'
  | 'cluster_full'
  | 'read_only'
  | 'locked'
  | 'lock_missing'
  | 'not_blocklisted'
  | 'blocklisted'
  | 'object_missing'
  | 'no_permission'

/** How to speak of a spec: `pool/image`, `pool/namespace/image@snapshot`. */
export function formatSpec({ pool, namespace, image, snapshot }: RbdSpec): string {
  const head = namespace ? `${pool}/${namespace}/${image}` : `${pool}/${image}`
  return snapshot === undefined ? head : `${head}@${snapshot}`
}

/** Parses `[pool/[namespace/]]image[@snapshot]`; without a pool, `defaultPool`. Undefined when it is not a spec. */
export function parseSpec(text: string, defaultPool: string): RbdSpec | undefined {
  const match = /^(?:([^/@]+)\/(?:([^/@]+)\/)?)?([^/@]+)(?:@([^/@]+))?$/.exec(text)
  if (!match) return undefined
  const [, pool = defaultPool, namespace, image = '', snapshot] = match
  return { pool, image, ...(namespace !== undefined && { namespace }), ...(snapshot !== undefined && { snapshot }) }
}
