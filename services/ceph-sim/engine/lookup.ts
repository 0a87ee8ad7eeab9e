import type { TrashedImageSpec } from '../port/trash.ts'
import type { RbdImageSpec, RbdSnapshotSpec, RbdSpec } from '../rbd.ts'
import { imageMissing, namespaceMissing, notInTrash, poolMissing, snapshotMissing } from './refusals.ts'
import { type ClusterState, type ImageState, imagesIn, type PoolState, type SnapshotState } from './state.ts'

/** Names to things. Each throws NotFoundError (ENOENT) with the reason of what is missing. */

export function findPool(state: ClusterState, name: string): PoolState {
  const pool = state.pools.get(name)
  if (pool === undefined) throw poolMissing(name)
  return pool
}

/** The images of a pool's name space, by name. */
export function findImages(state: ClusterState, pool: string, namespace?: string): Map<string, ImageState> {
  const images = imagesIn(findPool(state, pool), namespace)
  if (images === undefined) throw namespaceMissing(pool, namespace ?? '')
  return images
}

export function findImage(state: ClusterState, spec: RbdImageSpec): ImageState {
  const images = findImages(state, spec.pool, spec.namespace)
  const image = spec.id === undefined ? images.get(spec.image) : imageWithId(state, { ...spec, id: spec.id })
  if (image === undefined) throw imageMissing(spec)
  return image
}

function imageWithId(
  state: ClusterState,
  { pool, namespace = '', id }: { pool: string; namespace?: string; id: string },
): ImageState | undefined {
  const image = state.images.get(id)
  return image?.pool.name === pool && image.namespace === namespace ? image : undefined
}

/** An image in the trash. @throws NotFoundError (ENOENT, `not_in_trash`) */
export function findTrashed(state: ClusterState, spec: TrashedImageSpec): ImageState {
  findImages(state, spec.pool, spec.namespace)
  const image = imageWithId(state, spec)
  if (!image?.trash) throw notInTrash(spec)
  return image
}

export function findSnapshot(
  state: ClusterState,
  spec: RbdSnapshotSpec,
): { image: ImageState; snapshot: SnapshotState; index: number } {
  const image = findImage(state, spec)
  const index = image.snapshots.findIndex(({ name, namespace }) => name === spec.snapshot && namespace.kind === 'user')
  const snapshot = image.snapshots[index]
  if (snapshot === undefined) throw snapshotMissing(spec)
  return { image, snapshot, index }
}

/** The head of an image, or one of its snapshots, as something that can be read. */
export interface Readable {
  readonly image: ImageState
  readonly snapshot: SnapshotState | undefined
}

export function findReadable(state: ClusterState, spec: RbdSpec): Readable {
  if (spec.snapshot === undefined) return { image: findImage(state, spec), snapshot: undefined }
  return findSnapshot(state, { ...spec, snapshot: spec.snapshot })
}
