import { InternalError } from '#kernel/errors/domain-error.ts'
import type { Identity } from '../auth/identity.ts'
import type { CapacitySettings } from './capacity.ts'
import { type Layer, LayerTable } from './layers.ts'
import type { ObjectTable } from './objects.ts'

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
}

/** Durable, plain data. A slice of the engine that needs a setting adds it here, with its default below. */
export interface ClusterSettings {
  /** `ceph config set SECTION KEY VALUE`: options by section (`global`, `client`, `mon`, ...), then by name. */
  readonly config: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const defaultSettings: ClusterSettings = { config: {} }

/** What a pool is made of. */
export type PoolCreation = Pick<PoolState, 'id' | 'name' | 'replicas' | 'pgNum'>

/** A checkpoint keeps every field that is plain data as it is; maps and counts are rebuilt. */
export interface PoolState {
  readonly id: number
  name: string
  replicas: number
  pgNum: number
  /** Of the default name space, by name; see `imagesIn` for the others. */
  readonly images: Map<string, ImageState>
  /** The images of each further name space, by name. */
  readonly namespaces: Map<string, Map<string, ImageState>>
  nextSnapshotId: number
  /** Sum of the lengths of all data objects and their clones. */
  storedBytes: number
  storedObjects: number
  /** The pool's directory objects, made with the first image and the first clone, which stay. */
  hasDirectory: boolean
  hasChildrenDirectory: boolean
}

export interface ParentLink {
  readonly image: string
  readonly snapshot: number
  overlapBytes: number
}

export interface SnapshotState {
  readonly id: number
  name: string
  readonly sizeBytes: number
  readonly createdMs: number
  protected: boolean
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
  /** The id of the pool that keeps the data objects, where it is not the image's own. */
  readonly dataPool?: number
  features: readonly string[]
  readonly createdMs: number
  modifiedMs: number
  accessedMs: number
  sizeBytes: number
  parent: ParentLink | undefined
  /** By id, which is by age. */
  readonly snapshots: SnapshotState[]
  /** One epoch for each snapshot and one for the head. */
  readonly objects: ObjectTable
  head: Layer
}

export function emptyState(capacity: CapacitySettings): ClusterState {
  return {
    capacity,
    pools: new Map(),
    images: new Map(),
    layers: new LayerTable(),
    children: new Map(),
    identities: new Map(),
    settings: defaultSettings,
  }
}

export function newPool({ id, name, replicas, pgNum }: PoolCreation): PoolState {
  return {
    ...{ id, name, replicas, pgNum },
    images: new Map(),
    namespaces: new Map(),
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

/** Of every name space. */
export function* allImages(pool: PoolState): Generator<ImageState> {
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

export function objectCount(image: { sizeBytes: number; objectBytes: number }): number {
  return Math.ceil(image.sizeBytes / image.objectBytes)
}
