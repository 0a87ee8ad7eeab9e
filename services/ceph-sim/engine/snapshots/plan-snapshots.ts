import type { RbdSnapshotSpec } from '../../rbd.ts'
import type { RolledBack, SnapshotCreated, SnapshotProtection, SnapshotRemoved, SnapshotTrashed } from '../changes.ts'
import { Tally } from '../content/plan-io.ts'
import { findImage, findSnapshot } from '../lookup.ts'
import { assertIntact } from '../osds/damage.ts'
import { metadataCost, type Plan } from '../plan.ts'
import {
  hasChildren,
  isMigrating,
  isNotProtected,
  isProtected,
  parentWithoutLayering,
  snapshotExists,
  snapshotLimitReached,
  snapshotMissing,
} from '../refusals.ts'
import type { SnapshotIds } from '../roles/image-roles.ts'
import {
  type ClusterState,
  childKey,
  childrenOf,
  hasProtectingChild,
  type ImageState,
  imageById,
  specOf,
} from '../state.ts'
import { assertNotFull, assertSpace } from '../status/capacity.ts'
import { assertSnapshotName, hasUserSnapshot, isAtSnapshotLimit } from './plan-snapshot-settings.ts'

/**
 * Copies no data: the head's layer is sealed and a new one opened on it.
 *
 * @throws AlreadyExistsError (EEXIST); QuotaExceededError (EDQUOT) past the image's limit
 */
export function planCreateSnapshot(state: ClusterState, spec: RbdSnapshotSpec, atMs: number): Plan<SnapshotCreated> {
  const image = findImage(state, spec)
  assertSnapshotName(spec.snapshot)
  if (hasUserSnapshot(image, spec.snapshot)) throw snapshotExists(spec)
  if (isAtSnapshotLimit(image)) throw snapshotLimitReached(spec, image.snapshots.length)
  assertNotFull(state, image.pool)
  const change: SnapshotCreated = {
    kind: 'snapshot-created',
    image: image.id,
    snapshot: image.pool.nextSnapshotId,
    name: spec.snapshot,
    layer: state.layers.nextId,
    atMs,
  }
  return { change, cost: metadataCost }
}

/**
 * A snapshot that clones of format 2 stand on stays for them, in the trash name space.
 *
 * @param trashName - a name that nobody uses, for a snapshot that stays
 * @throws ConflictError (EBUSY) when protected
 */
export function planRemoveSnapshot(
  state: ClusterState,
  spec: RbdSnapshotSpec,
  trashName: () => string,
): Plan<SnapshotRemoved | SnapshotTrashed> {
  const { image, snapshot } = findSnapshot(state, spec)
  if (snapshot.protected) throw isProtected(spec)
  if (image.migration?.state === 'prepared') throw isMigrating(spec)
  if (childrenOf(state, image, snapshot).length > 0) {
    const change: SnapshotTrashed = {
      kind: 'snapshot-trashed',
      image: image.id,
      snapshot: snapshot.id,
      name: trashName(),
    }
    return { change, cost: metadataCost }
  }
  return { change: { kind: 'snapshot-removed', image: image.id, snapshot: snapshot.id }, cost: metadataCost }
}

/** Removes a snapshot that was kept for its clones, if it has none any more. */
export function planFreeing(state: ClusterState, ids: SnapshotIds): { change: SnapshotRemoved | undefined } {
  const snapshot = state.images.get(ids.image)?.snapshots.find(({ id }) => id === ids.snapshot)
  const isOver = snapshot?.namespace.kind === 'trash' && !state.children.has(childKey(ids))
  return { change: isOver ? { kind: 'snapshot-removed', ...ids } : undefined }
}

/** @throws ConflictError (EBUSY) when protected already; UnsupportedError (ENOSYS) when the image has no layering */
export function planProtect(state: ClusterState, spec: RbdSnapshotSpec): Plan<SnapshotProtection> {
  const { image, snapshot } = findSnapshot(state, spec)
  if (!image.features.includes('layering')) throw parentWithoutLayering(spec)
  if (snapshot.protected) throw isProtected(spec)
  assertNotFull(state, image.pool)
  return { change: protection(image.id, snapshot.id, true), cost: metadataCost }
}

/** @throws InvalidArgumentError (EINVAL) when not protected; ConflictError (EBUSY) for children of clone format 1 */
export function planUnprotect(state: ClusterState, spec: RbdSnapshotSpec): Plan<SnapshotProtection> {
  const { image, snapshot } = findSnapshot(state, spec)
  if (!snapshot.protected) throw isNotProtected(spec)
  if (hasProtectingChild(state, { image: image.id, snapshot: snapshot.id })) {
    const children = childrenOf(state, image, snapshot)
    throw hasChildren(spec, children.map((id) => nameOf(state, id)).sort())
  }
  return { change: protection(image.id, snapshot.id, false), cost: metadataCost }
}

/**
 * The head becomes what the snapshot is: its size and data, but not its overlap with a parent, which stays the lower
 * one. Every object is set back, changed or not, so all of them are stored in the snapshot and at the head from then on.
 */
export function planRollback(state: ClusterState, spec: RbdSnapshotSpec, atMs: number): Plan<RolledBack> {
  const { image, index } = findSnapshot(state, spec)
  return planRollbackOf(state, image, index, atMs)
}

/** The same to a snapshot by its position. */
export function planRollbackOf(state: ClusterState, image: ImageState, index: number, atMs: number): Plan<RolledBack> {
  const snapshot = image.snapshots[index]
  if (!snapshot) throw snapshotMissing({ ...specOf(image), snapshot: String(index) })
  if (image.migration?.state === 'prepared') throw isMigrating(specOf(image))
  assertIntact(state, { image, snapshot }, 0, snapshot.sizeBytes)
  const tally = new Tally(state, image)
  if (snapshot.sizeBytes < image.sizeBytes) tally.copyUpEnd(snapshot.sizeBytes)
  for (const object of [...image.objects.touchedAfter(-1)].sort((a, b) => a - b)) {
    tally.touched++
    const length = image.objects.lengthOf(object, index)
    if (length === undefined) {
      if (image.objects.lengthOf(object) !== undefined) tally.remove(object)
    } else {
      tally.put(object, length)
      tally.copiedUpBytes += length
      const differing = image.objects.differing(object, index, image.objects.head)
      for (let i = 0; i < differing.length; i += 2) tally.modify(object, differing[i]!, differing[i + 1]!)
    }
  }
  assertSpace(state, image.dataPool, tally.storedDeltaBytes)
  const change: RolledBack = {
    kind: 'rolled-back',
    image: image.id,
    snapshot: snapshot.id,
    layer: state.layers.nextId,
    objects: tally.objects,
    base: tally.base,
    modified: tally.modified,
    atMs,
  }
  const { touched, copiedUpBytes, storedDeltaBytes } = tally
  return {
    change,
    cost: { objects: 1 + touched, readBytes: copiedUpBytes, writtenBytes: copiedUpBytes, storedDeltaBytes },
  }
}

/** `pool/image`, for people. */
function nameOf(state: ClusterState, id: string): string {
  const image = imageById(state, id)
  return `${image.pool.name}/${image.name}`
}

function protection(image: string, snapshot: number, value: boolean): SnapshotProtection {
  return { kind: 'snapshot-protection', image, snapshot, protected: value }
}
