import { InternalError } from '#kernel/errors/domain-error.ts'
import type { Identity } from '../auth/identity.ts'
import type { RbdImageSpec } from '../rbd.ts'
import { type Layer, LayerTable } from './content/layers.ts'
import type { ObjectTable } from './content/objects.ts'
import type { ManualLocks } from './images/plan-client-access.ts'
import type { LostObjects } from './osds/damage.ts'
import type { OsdMap } from './osds/osd-map.ts'
import { defaultPoolSettings, type PoolSettings } from './pools/pool-settings.ts'
import type {
  GroupLink,
  GroupState,
  ImageMirrorState,
  MigrationState,
  PoolMirrorState,
  SnapshotIds,
  SnapshotNamespace,
  TaskState,
  TrashEntry,
} from './roles/image-roles.ts'
import type { CapacitySettings } from './status/capacity.ts'

/** librbd's bound on an object map (256 M objects), which is its bound on an image's size. */
export const maxObjects = 256_000_000
/** The first ids of a pool's self-managed snapshots go to `rbd pool init`. */
const firstSnapshotId = 4

/** Everything a cluster knows, in memory. Only `apply` changes it. */
export interface ClusterState {
  readonly capacity: CapacitySettings
  readonly pools: Map<string, PoolState>
  readonly images: Map<string, ImageState>
  readonly layers: LayerTable
  /** Clones by the snapshot that they stand on: `image id @ snapshot id` to image ids. */
  readonly children: Map<string, Set<string>>
  readonly identities: Map<string, Identity>
  /** Settings of the cluster as a whole: plain data, kept by every checkpoint as it is. */
  settings: ClusterSettings
  /** What the cluster's `ceph.conf` says, by option: it goes before what `ceph config set` says. Not durable. */
  readonly conf: Readonly<Record<string, string>>
  /** Whether any image ever lost anything, so that reads of a sound cluster need not look. Follows from the images. */
  hasLosses: boolean
}

/** Durable, plain data. A slice of the engine that needs a setting adds it here, with its default below. */
export interface ClusterSettings {
  /** `ceph config set SECTION KEY VALUE`: options by section (`global`, `client`, `mon`, ...), then by name. */
  readonly config: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** `ceph osd set-require-min-compat-client`: the oldest release whose clients may connect. */
  readonly minCompatClient: string
  /** Tasks of the manager that are not done, by sequence. */
  readonly tasks: readonly TaskState[]
  readonly lastTaskSequence: number
  /** Addresses of clients that are served no more, and until when. */
  readonly blocklist: Readonly<Record<string, number>>
  /** Absent until something happens to it: see `osdMapOf`. */
  readonly osdMap?: OsdMap
}

const defaultSettings: ClusterSettings = {
  config: {},
  minCompatClient: 'luminous',
  tasks: [],
  lastTaskSequence: 0,
  blocklist: {},
}

/** What a pool is made of. */
export interface PoolCreation extends Pick<PoolState, 'id' | 'name' | 'replicas' | 'pgNum'> {
  readonly settings?: Partial<PoolSettings>
}

/** A checkpoint keeps every field that is plain data as it is; maps and counts are rebuilt. */
export interface PoolState extends PoolSettings {
  readonly id: number
  name: string
  replicas: number
  pgNum: number
  /** Of the default name space, by name; see `imagesIn` for the others. */
  readonly images: Map<string, ImageState>
  /** The images of each further name space, by name. */
  readonly namespaces: Map<string, Map<string, ImageState>>
  /** Images of all name spaces that lie in the trash, by id: their names are free. */
  readonly trash: Map<string, ImageState>
  /** Groups of images, by id. */
  groups: Readonly<Record<string, GroupState>>
  mirror: PoolMirrorState
  /** `rbd config pool`: values by key; a key `conf_OPTION` overrides an option. */
  metadata: Readonly<Record<string, string>>
  /** RADOS objects that are no image's, by `namespace/name`. */
  plainObjects: Readonly<Record<string, PlainObject>>
  nextSnapshotId: number
  /** Sum of the lengths of all data objects and their clones. */
  storedBytes: number
  storedObjects: number
  /** The pool's directory objects, made with the first image and the first clone, which stay. */
  hasDirectory: boolean
  hasChildrenDirectory: boolean
}

/** A RADOS object as it was put. */
export interface PlainObject {
  readonly base64: string
  readonly modifiedMs: number
}

export interface ParentLink {
  readonly image: string
  readonly snapshot: number
  overlapBytes: number
  /** Absent for clone format 1, which needs the parent to be protected. */
  readonly cloneFormat?: 2
}

export interface SnapshotState {
  readonly id: number
  name: string
  namespace: SnapshotNamespace
  readonly sizeBytes: number
  readonly createdMs: number
  protected: boolean
  /** As the image's, for the object map of this snapshot. */
  flags: readonly string[]
  parent: ParentLink | undefined
  layer: Layer
}

/** A checkpoint keeps every field that is plain data as it is. */
export interface ImageState {
  readonly id: string
  readonly pool: PoolState
  /** Of the pool; empty for the default one. */
  readonly namespace: string
  name: string
  readonly order: number
  readonly objectBytes: number
  /** Bytes that go to one object before the next of its set is written to; the object size without striping. */
  readonly stripeUnit: number
  /** Objects in a set; 1 without striping. */
  readonly stripeCount: number
  /** Keeps the data objects, and pays for them; `pool` itself unless another was chosen. */
  readonly dataPool: PoolState
  features: readonly string[]
  /** What is not to be trusted: see `objectMapFlags`. */
  flags: readonly string[]
  /** `rbd image-meta`: values by key; a key `conf_OPTION` overrides an option. */
  metadata: Readonly<Record<string, string>>
  /** How many snapshots there may be; absent without a limit. */
  snapshotLimit?: number | undefined
  readonly createdMs: number
  modifiedMs: number
  accessedMs: number
  sizeBytes: number
  parent: ParentLink | undefined
  /** Absent while the image has its name in its pool. */
  trash?: TrashEntry | undefined
  group?: GroupLink | undefined
  migration?: MigrationState | undefined
  mirror?: ImageMirrorState | undefined
  /** Locks that were set by hand. */
  locks?: ManualLocks | undefined
  /** The id of the newest snapshot that was ever taken; absent before the first. */
  lastSnapshot?: number | undefined
  /** By id, which is by age. */
  readonly snapshots: SnapshotState[]
  /** One epoch for each snapshot and one for the head. */
  readonly objects: ObjectTable
  /** Objects of which every replica was lost: see `damage.ts`. */
  lost?: LostObjects | undefined
  /** Names of objects of which every replica was lost, and which a real image cannot be opened without. */
  lostMetadata?: readonly string[] | undefined
  head: Layer
}

export function emptyState(capacity: CapacitySettings, conf: ClusterState['conf'] = {}): ClusterState {
  return {
    capacity,
    conf,
    pools: new Map(),
    images: new Map(),
    layers: new LayerTable(),
    children: new Map(),
    identities: new Map(),
    settings: defaultSettings,
    hasLosses: false,
  }
}

export function newPool({ id, name, replicas, pgNum, settings }: PoolCreation): PoolState {
  return {
    ...{ id, name, replicas, pgNum },
    ...defaultPoolSettings({ replicas, pgNum }),
    ...settings,
    images: new Map(),
    namespaces: new Map(),
    trash: new Map(),
    groups: {},
    mirror: { mode: 'disabled' },
    metadata: {},
    plainObjects: {},
    nextSnapshotId: firstSnapshotId,
    storedBytes: 0,
    storedObjects: 0,
    hasDirectory: false,
    hasChildrenDirectory: false,
  }
}

/** The images of a name space by name; none where the pool has no such name space. */
export function imagesIn(pool: PoolState, namespace = ''): Map<string, ImageState> | undefined {
  return namespace === '' ? pool.images : pool.namespaces.get(namespace)
}

/** An image by its present names. */
export function specOf({ pool, namespace, name }: ImageState): RbdImageSpec {
  return { pool: pool.name, image: name, ...(namespace !== '' && { namespace }) }
}

/** The names among which an image has its own, while it is not in the trash. */
export function imagesOf({ pool, namespace, id }: ImageState): Map<string, ImageState> {
  const images = imagesIn(pool, namespace)
  if (images === undefined) throw new InternalError(`image ${id} is in a name space that is not there`)
  return images
}

export function poolById(state: ClusterState, id: number): PoolState {
  for (const pool of state.pools.values()) if (pool.id === id) return pool
  throw new InternalError(`there is no pool with id ${id}`)
}

/** Of every name space, and those in the trash. */
export function* allImages(pool: PoolState): Generator<ImageState> {
  yield* pool.trash.values()
  yield* pool.images.values()
  for (const images of pool.namespaces.values()) yield* images.values()
}

export function imageById(state: ClusterState, id: string): ImageState {
  const image = state.images.get(id)
  if (image === undefined) throw new InternalError(`there is no image with id ${id}`, { image: id })
  return image
}

export function snapshotById(image: ImageState, id: number): SnapshotState {
  const snapshot = image.snapshots.find((candidate) => candidate.id === id)
  if (snapshot === undefined) throw new InternalError(`image ${image.id} has no snapshot ${id}`)
  return snapshot
}

export function childKey(parent: { image: string; snapshot: number }): string {
  return `${parent.image}@${parent.snapshot}`
}

export function childrenOf(state: ClusterState, image: ImageState, snapshot: SnapshotState): readonly string[] {
  return [...(state.children.get(childKey({ image: image.id, snapshot: snapshot.id })) ?? [])]
}

/** Whether a clone of format 1 keeps this snapshot protected. */
export function hasProtectingChild(state: ClusterState, ids: SnapshotIds): boolean {
  return [...(state.children.get(childKey(ids)) ?? [])].some((id) => {
    const child = imageById(state, id)
    return [child, ...child.snapshots].some(
      ({ parent }) => parent?.image === ids.image && parent.snapshot === ids.snapshot && parent.cloneFormat !== 2,
    )
  })
}

export function objectCount(image: { sizeBytes: number; objectBytes: number }): number {
  return Math.ceil(image.sizeBytes / image.objectBytes)
}
