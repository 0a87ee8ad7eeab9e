import type { CloneFormat, ImageLayout, RbdImageSpec, RbdSnapshotSpec } from '../../rbd.ts'
import type { Flattened, ImageCreated, ImageRemoved, ImageRenamed, ImageResized, Several } from '../changes.ts'
import { forEachStoredObject, Tally } from '../content/plan-io.ts'
import { objectOffset } from '../content/striping.ts'
import { findImage, findImages, findPool, findSnapshot } from '../lookup.ts'
import { assertIntact } from '../osds/damage.ts'
import { metadataCost, type Plan } from '../plan.ts'
import {
  acrossNamespaces,
  hasLinkedClones,
  hasNoParent,
  hasSnapshots,
  imageExists,
  invalid,
  isInGroup,
  isMigrating,
  isNotProtected,
  parentWithoutLayering,
  shrinkNotAllowed,
} from '../refusals.ts'
import { cloneFormatOf } from '../snapshots/clone-format.ts'
import { copiedLength } from '../snapshots/copy-up.ts'
import { type ClusterState, type ImageState, maxObjects, objectCount, specOf } from '../state.ts'
import { assertNotFull, assertSpace } from '../status/capacity.ts'
import { halfStriping, newLayout } from './image-layout.ts'

/** What the caller brings to a new image: its id (a cluster's ids are never used twice) and the hour. */
export interface NewImage {
  readonly id: string
  readonly atMs: number
  /** Who makes it: what its client is configured to counts. */
  readonly entity?: string | undefined
}

/**
 * @throws NotFoundError (ENOENT) for the pool or the data pool; AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL)
 * for a name, size, striping or feature list; OutOfRangeError (EDOM) for the order; NoSpaceError (ENOSPC) in a full
 * cluster
 */
export function planCreate(
  state: ClusterState,
  spec: RbdImageSpec,
  options: { sizeBytes: number } & ImageLayout & NewImage,
): Plan<ImageCreated> {
  const pool = findPool(state, spec.pool)
  const images = findImages(state, spec.pool, spec.namespace)
  assertImageName(spec.image)
  const { order, stripeUnit, stripeCount, dataPool, features } = newLayout(state, pool, options)
  assertSize(options.sizeBytes, order)
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
    ...((stripeUnit !== 2 ** order || stripeCount !== 1) && { stripeUnit, stripeCount }),
    ...(dataPool !== pool && { dataPool: dataPool.id }),
    features,
    layer: state.layers.nextId,
    atMs: options.atMs,
  }
  return { change, cost: metadataCost }
}

/**
 * A copy-on-write child of a snapshot, which must be protected under clone format 1. Costs metadata only: no data object
 * moves.
 *
 * @throws InvalidArgumentError (EINVAL) when the snapshot is not protected and ought to be, (EXDEV) into another name
 * space under clone format 1; UnsupportedError (ENOSYS) when its image has no layering; else as `planCreate`
 */
export function planClone(
  state: ClusterState,
  parent: RbdSnapshotSpec,
  child: RbdImageSpec,
  options: ImageLayout & { cloneFormat?: CloneFormat | undefined } & NewImage,
): Plan<ImageCreated> {
  findImages(state, child.pool, child.namespace)
  const { image, snapshot } = findSnapshot(state, parent)
  if (!image.features.includes('layering')) throw parentWithoutLayering(parent)
  const scope = { pool: findPool(state, child.pool), entity: options.entity }
  const cloneFormat = cloneFormatOf(state, options.cloneFormat, scope)
  if (cloneFormat === 1 && (parent.namespace ?? '') !== (child.namespace ?? '')) throw acrossNamespaces(parent, child)
  if (cloneFormat === 1 && !snapshot.protected) throw isNotProtected(parent)
  const { change, cost } = planCreate(state, child, {
    ...options,
    sizeBytes: snapshot.sizeBytes,
    order: options.order ?? image.order,
    ...stripingOfClone(image, options),
    features: options.features ?? image.features,
  })
  if (!change.features.includes('layering')) throw parentWithoutLayering(parent)
  // A parent that shows nothing cannot be attached.
  if (snapshot.sizeBytes === 0) throw invalid('a snapshot of no size has no clones', { ...parent })
  const ids = { image: image.id, snapshot: snapshot.id, overlapBytes: snapshot.sizeBytes }
  const metadata = Object.keys(image.metadata).length > 0 && { metadata: image.metadata }
  return { change: { ...change, ...metadata, parent: { ...ids, ...(cloneFormat === 2 && { cloneFormat }) } }, cost }
}

/**
 * The parent's unless given; half of it is refused. A parent without striping hands on its object size as the stripe
 * unit, so a clone cannot have smaller objects, and one with larger ones is striped.
 */
function stripingOfClone(parent: ImageState, options: ImageLayout): ImageLayout {
  const { stripeUnitBytes = 0, stripeCount = 0 } = options
  if (stripeUnitBytes === 0 && stripeCount === 0) {
    return { stripeUnitBytes: parent.stripeUnit, stripeCount: parent.stripeCount }
  }
  if (stripeUnitBytes === 0 || stripeCount === 0) throw halfStriping()
  return { stripeUnitBytes, stripeCount }
}

/** @throws ConflictError: ENOTEMPTY while the image has snapshots, EMLINK in a group, EBUSY while it migrates */
export function planRemove(state: ClusterState, spec: RbdImageSpec): Plan<ImageRemoved | Several> {
  return planRemoval(findImage(state, spec))
}

/** The same of an image in the trash. Snapshots that mirroring made go with the image. */
export function planRemoval(image: ImageState): Plan<ImageRemoved | Several> {
  const spec = specOf(image)
  const kept = image.snapshots.filter(({ namespace }) => namespace.kind !== 'mirror')
  if (kept.some(({ namespace }) => namespace.kind === 'trash')) throw hasLinkedClones(spec)
  if (kept.length > 0) {
    throw hasSnapshots(
      spec,
      kept.map((snapshot) => snapshot.name),
    )
  }
  if (image.group) throw isInGroup(spec)
  if (image.migration) throw isMigrating(spec)
  const removal: ImageRemoved = { kind: 'image-removed', image: image.id }
  const mirrored = image.snapshots.map(
    ({ id }) => ({ kind: 'snapshot-removed', image: image.id, snapshot: id }) as const,
  )
  const { storedBytes, storedObjects } = image.objects
  return {
    change: mirrored.length === 0 ? removal : { kind: 'several', changes: [...mirrored, removal] },
    cost: { ...metadataCost, objects: 1 + storedObjects, storedDeltaBytes: -storedBytes },
  }
}

/** @throws AlreadyExistsError (EEXIST), also for the image's own name */
export function planRename(state: ClusterState, spec: RbdImageSpec, name: string): Plan<ImageRenamed> {
  const image = findImage(state, spec)
  assertImageName(name)
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
    assertSpace(state, image.dataPool, tally.storedDeltaBytes)
  } else assertNotFull(state, image.pool)
  const change: ImageResized = {
    kind: 'image-resized',
    image: image.id,
    sizeBytes: options.sizeBytes,
    objects: tally.objects,
    base: tally.base,
    modified: tally.modified,
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
  assertIntact(state, { image, snapshot: undefined }, 0, image.parent.overlapBytes)
  const tally = new Tally(state, image)
  // The copies go beneath the snapshots, whether those then stand without the parent (deep-flatten) or keep it.
  const isDeep = image.features.includes('deep-flatten')
  const oldest = image.snapshots[0]
  const epoch = oldest ? 0 : image.objects.head
  const layer = oldest?.layer ?? image.head
  const link = (isDeep ? oldest?.parent : undefined) ?? image.parent
  forEachStoredObject(image, 0, link.overlapBytes, (index) => {
    if (image.objects.lengthOf(index, epoch) !== undefined) return
    if (!isDeep && image.objects.lengthOf(index) !== undefined) return
    const length = copiedLength(state, image, { index, link, layer })
    if (length === 0) return
    tally.touched++
    tally.copiedUpBytes += length
    tally.storedDeltaBytes += length
    if (oldest) tally.base.push([index, length])
    else tally.objects.push([index, length])
  })
  assertSpace(state, image.dataPool, tally.storedDeltaBytes)
  const change: Flattened = { kind: 'flattened', image: image.id, objects: tally.objects, base: tally.base }
  return { change, cost: costOf(tally) }
}

function trim(image: ImageState, sizeBytes: number, tally: Tally): void {
  forEachStoredObject(image, sizeBytes, image.sizeBytes, (index) => {
    const within = objectOffset(image, index, sizeBytes)
    const reached = objectOffset(image, index, image.sizeBytes)
    if (within === reached) return
    if (within > 0) {
      // Only what the image reached is given up: an object that ends before is not stretched.
      tally.discard(index, within, reached)
      return
    }
    tally.touched++
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

export function assertImageName(name: string): void {
  if (name === '' || /[@/\0]/.test(name)) throw invalid(`'${name}' cannot be the name of an image`, { image: name })
}

function assertSize(sizeBytes: number, order: number): void {
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw invalid(`${sizeBytes} is not a size in bytes`)
  if (objectCount({ sizeBytes, objectBytes: 2 ** order }) > maxObjects) {
    throw invalid(`${sizeBytes} bytes are more than an object map can hold`, { sizeBytes })
  }
}
