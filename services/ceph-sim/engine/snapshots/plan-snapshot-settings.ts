import type { RbdImageSpec, RbdSnapshotSpec } from '../../rbd.ts'
import type { ImageAttributesSet, SnapshotRenamed } from '../changes.ts'
import { findImage, findSnapshot } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { invalid, snapshotExists, snapshotLimitBelowCount } from '../refusals.ts'
import type { ClusterState, ImageState } from '../state.ts'

/** @throws InvalidArgumentError (EINVAL) for what cannot be the name of a snapshot */
export function assertSnapshotName(name: string): void {
  if (name === '' || /[@/\0]/.test(name)) {
    throw invalid(`'${name}' cannot be the name of a snapshot`, { snapshot: name })
  }
}

export function hasUserSnapshot(image: ImageState, name: string): boolean {
  return image.snapshots.some((snapshot) => snapshot.name === name && snapshot.namespace.kind === 'user')
}

/** @throws AlreadyExistsError (EEXIST), also for the snapshot's own name; InvalidArgumentError (EINVAL) for the name */
export function planRenameSnapshot(state: ClusterState, spec: RbdSnapshotSpec, name: string): Plan<SnapshotRenamed> {
  const { image, snapshot } = findSnapshot(state, spec)
  assertSnapshotName(name)
  if (hasUserSnapshot(image, name)) throw snapshotExists({ ...spec, snapshot: name })
  return { change: { kind: 'snapshot-renamed', image: image.id, snapshot: snapshot.id, name }, cost: metadataCost }
}

/**
 * @param limit - undefined for none
 * @throws OutOfRangeError (ERANGE) when there are more already
 */
export function planSetSnapshotLimit(
  state: ClusterState,
  spec: RbdImageSpec,
  limit: number | undefined,
): Plan<ImageAttributesSet> {
  const image = findImage(state, spec)
  if (limit !== undefined && image.snapshots.length > limit) throw snapshotLimitBelowCount(spec, limit)
  const change: ImageAttributesSet = { kind: 'image-attributes-set', image: image.id, snapshotLimit: limit ?? null }
  return { change, cost: metadataCost }
}

/** Whether there may be one more. A limit of 0, which only an image without snapshots can get, does not count. */
export function isAtSnapshotLimit({ snapshotLimit = 0, snapshots }: ImageState): boolean {
  return snapshotLimit > 0 && snapshots.length >= snapshotLimit
}
