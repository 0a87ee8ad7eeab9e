import type { RbdImageSpec, RbdSnapshotSpec } from '../rbd.ts'
import { assertNotFull, assertSpace } from './capacity.ts'
import type { Flattened, ImageCreated, ImageRemoved, ImageRenamed, ImageResized } from './changes.ts'
import { checkedFeatures } from './features.ts'
import { findImage, findImages, findPool, findSnapshot } from './lookup.ts'
import { metadataCost, type Plan } from './plan.ts'
import { forEachStoredObject, Tally } from './plan-io.ts'
import {
  hasNoParent,
  hasSnapshots,
  imageExists,
  invalid,
  isNotProtected,
  orderOutOfRange,
  parentWithoutLayering,
  shrinkNotAllowed,
} from './refusals.ts'
import { type ClusterState, type ImageState, maxObjects, objectCount } from './state.ts'

const minOrder = 12
const maxOrder = 25
const defaultOrder = 22

/** What the caller brings to a new image: its id (a cluster's ids are never used twice) and the hour. */
export interface NewImage {
  readonly id: string
  readonly atMs: number
}

/**
 * @throws NotFoundError (ENOENT) for the pool; AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL) for a name,
 * size or feature list; OutOfRangeError (EDOM) for the order; NoSpaceError (ENOSPC) in a full cluster
 */
export function planCreate(
  state: ClusterState,
  spec: RbdImageSpec,
  options: { sizeBytes: number; order?: number | undefined; features?: readonly string[] | undefined } & NewImage,
): Plan<ImageCreated> {
  const pool = findPool(state, spec.pool)
  const images = findImages(state, spec.pool, spec.namespace)
  const { order = defaultOrder } = options
  assertOrder(order)
  assertName(spec.image)
  assertSize(options.sizeBytes, order)
  const features = checkedFeatures(options.features)
  if (images.has(spec.image)) throw imageExists(spec)
  assertNotFull(state, pool)
  const change: ImageCreated = {
    kind: 'image-created',
    pool: pool.id,
    ...(spec.namespace && { namespace: spec.namespace }),
    image: options.id,
    name: spec.image,
    sizeBytes: options.sizeBytes,
    order,
    features,
    layer: state.layers.nextId,
    atMs: options.atMs,
  }
  return { change, cost: metadataCost }
}

/**
 * A copy-on-write child of a protected snapshot (clone format 1). Costs metadata only: no data object moves.
 *
 * @throws InvalidArgumentError (EINVAL) when the snapshot is not protected; UnsupportedError (ENOSYS) when its image
 * has no layering; else as `planCreate`
 */
export function planClone(
  state: ClusterState,
  parent: RbdSnapshotSpec,
  child: RbdImageSpec,
  options: { order?: number | undefined; features?: readonly string[] | undefined } & NewImage,
): Plan<ImageCreated> {
  findImages(state, child.pool, child.namespace)
  const { image, snapshot } = findSnapshot(state, parent)
  if (!image.features.includes('layering')) throw parentWithoutLayering(parent)
  if (!snapshot.protected) throw isNotProtected(parent)
  const { change, cost } = planCreate(state, child, {
    ...options,
    sizeBytes: snapshot.sizeBytes,
    order: options.order ?? image.order,
  })
  const ids = { image: image.id, snapshot: snapshot.id, overlapBytes: snapshot.sizeBytes }
  return { change: { ...change, parent: ids }, cost }
}

/** @throws ConflictError (ENOTEMPTY) while the image has snapshots */
export function planRemove(state: ClusterState, spec: RbdImageSpec): Plan<ImageRemoved> {
  const image = findImage(state, spec)
  if (image.snapshots.length > 0) {
    throw hasSnapshots(
      spec,
      image.snapshots.map((snapshot) => snapshot.name),
    )
  }
  const change: ImageRemoved = { kind: 'image-removed', image: image.id }
  const { storedBytes, storedObjects } = image.objects
  return { change, cost: { ...metadataCost, objects: 1 + storedObjects, storedDeltaBytes: -storedBytes } }
}

/** @throws AlreadyExistsError (EEXIST), also for the image's own name */
export function planRename(state: ClusterState, spec: RbdImageSpec, name: string): Plan<ImageRenamed> {
  const image = findImage(state, spec)
  assertName(name)
  if (findImages(state, spec.pool, spec.namespace).has(name)) throw imageExists({ ...spec, image: name })
  return { change: { kind: 'image-renamed', image: image.id, name }, cost: metadataCost }
}

/**
 * Growing costs metadata only. Shrinking removes and cuts objects, and lowers the overlap with the parent for good; what
 * snapshots still see of the parent there is copied up beneath them first.
 *
 * @throws InvalidArgumentError (EINVAL) for shrinking without leave, or a size beyond an object map
 * @see ceph/ceph src/librbd/operation/TrimRequest.cc
 */
export function planResize(
  state: ClusterState,
  spec: RbdImageSpec,
  options: { sizeBytes: number; allowShrink?: boolean | undefined; atMs: number },
): Plan<ImageResized> {
  const image = findImage(state, spec)
  assertSize(options.sizeBytes, image.order)
  const tally = new Tally(state, image)
  if (options.sizeBytes < image.sizeBytes) {
    if (!options.allowShrink) throw shrinkNotAllowed(spec)
    trim(image, options.sizeBytes, tally)
    assertSpace(state, image.pool, tally.storedDeltaBytes)
  } else assertNotFull(state, image.pool)
  const change: ImageResized = {
    kind: 'image-resized',
    image: image.id,
    sizeBytes: options.sizeBytes,
    objects: tally.objects,
    base: tally.base,
    atMs: options.atMs,
  }
  return { change, cost: costOf(tally) }
}

/**
 * Copies what the parent still provides, whole objects that hold data only, and cuts the tie. In the store no byte
 * moves: layers are shared by reference, so the cost is what a real cluster would spend.
 *
 * @throws InvalidArgumentError (EINVAL) without a parent; NoSpaceError (ENOSPC)
 */
export function planFlatten(state: ClusterState, spec: RbdImageSpec): Plan<Flattened> {
  const image = findImage(state, spec)
  if (!image.parent) throw hasNoParent(spec)
  const tally = new Tally(state, image)
  // With deep-flatten the copies go beneath the snapshots, which then stand without the parent too.
  const oldest = image.features.includes('deep-flatten') ? image.snapshots[0] : undefined
  const epoch = oldest ? 0 : image.objects.head
  const layer = oldest?.layer ?? image.head
  const overlapBytes = (oldest?.parent ?? image.parent).overlapBytes
  forEachStoredObject(image, 0, overlapBytes, (index) => {
    if (image.objects.lengthOf(index, epoch) !== undefined) return
    const start = index * image.objectBytes
    const length = Math.min(image.objectBytes, overlapBytes - start)
    if (!state.layers.hasStored(layer, start, start + length)) return
    tally.touched++
    tally.copiedUpBytes += length
    tally.storedDeltaBytes += length
    if (oldest) tally.base.push([index, length])
    else tally.objects.push([index, length])
  })
  assertSpace(state, image.pool, tally.storedDeltaBytes)
  const change: Flattened = { kind: 'flattened', image: image.id, objects: tally.objects, base: tally.base }
  return { change, cost: costOf(tally) }
}

function trim(image: ImageState, sizeBytes: number, tally: Tally): void {
  const boundary = Math.floor(sizeBytes / image.objectBytes)
  const within = sizeBytes - boundary * image.objectBytes
  forEachStoredObject(image, boundary * image.objectBytes, image.sizeBytes, (index) => {
    tally.touched++
    if (index === boundary && within > 0) {
      tally.truncate(index, within)
      return
    }
    const isOwn = image.objects.lengthOf(index) !== undefined
    if (isOwn || (image.snapshots.length > 0 && tally.copyUp(index) > 0)) tally.remove(index)
  })
}

function costOf(tally: Tally): Plan['cost'] {
  return {
    objects: 1 + tally.touched,
    readBytes: tally.copiedUpBytes,
    writtenBytes: tally.copiedUpBytes,
    storedDeltaBytes: tally.storedDeltaBytes,
  }
}

function assertOrder(order: number): void {
  if (!Number.isInteger(order) || order < minOrder || order > maxOrder) throw orderOutOfRange(order)
}

function assertName(name: string): void {
  if (name === '' || /[@/\0]/.test(name)) throw invalid(`'${name}' cannot be the name of an image`, { image: name })
}

function assertSize(sizeBytes: number, order: number): void {
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw invalid(`${sizeBytes} is not a size in bytes`)
  if (objectCount({ sizeBytes, objectBytes: 2 ** order }) > maxObjects) {
    throw invalid(`${sizeBytes} bytes are more than an object map can hold`, { sizeBytes })
  }
}
