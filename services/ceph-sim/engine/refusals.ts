import {
  AlreadyExistsError,
  ConflictError,
  InvalidArgumentError,
  NotFoundError,
  OutOfRangeError,
  QuotaExceededError,
  UnsupportedError,
} from '#kernel/errors/domain-error.ts'
import type { RbdReason } from '../rbd.ts'
import { formatSpec, type RbdImageSpec, type RbdSnapshotSpec } from '../rbd.ts'

/** Errors of librbd, each with its errno and the rule that was broken. */

export function poolMissing(pool: string): NotFoundError {
  return new NotFoundError(`pool '${pool}' does not exist`, { errno: 'ENOENT', reason: reason('pool_missing'), pool })
}
/** Not `pool_missing`: that is said of the pool that a call names first. */
export function dataPoolMissing(pool: string): NotFoundError {
  return new NotFoundError(`data pool '${pool}' does not exist`, { errno: 'ENOENT', dataPool: pool })
}
export function poolExists(pool: string): AlreadyExistsError {
  return new AlreadyExistsError(`pool '${pool}' already exists`, {
    errno: 'EEXIST',
    reason: reason('pool_exists'),
    pool,
  })
}
export function namespaceMissing(pool: string, namespace: string): NotFoundError {
  return new NotFoundError(`pool '${pool}' has no namespace '${namespace}'`, {
    errno: 'ENOENT',
    reason: reason('namespace_missing'),
    pool,
    namespace,
  })
}
export function namespaceExists(pool: string, namespace: string): AlreadyExistsError {
  return new AlreadyExistsError(`pool '${pool}' has a namespace '${namespace}' already`, {
    errno: 'EEXIST',
    reason: reason('namespace_exists'),
    pool,
    namespace,
  })
}
export function namespaceHasImages(pool: string, namespace: string): ConflictError {
  return new ConflictError(`namespace '${namespace}' of pool '${pool}' has images`, {
    errno: 'EBUSY',
    reason: reason('has_images'),
    pool,
    namespace,
  })
}
/** Clone format 1 knows parents by pool alone. */
export function acrossNamespaces(parent: RbdImageSpec, child: RbdImageSpec): InvalidArgumentError {
  const message = `a clone of format 1 is in its parent's name space`
  return new InvalidArgumentError(message, {
    errno: 'EXDEV',
    parentNamespace: parent.namespace ?? '',
    ...imageDetails(child),
  })
}
export function imageMissing(spec: RbdImageSpec): NotFoundError {
  return new NotFoundError(`image ${spec.pool}/${spec.image} does not exist`, {
    errno: 'ENOENT',
    reason: reason('image_missing'),
    ...imageDetails(spec),
  })
}
export function imageExists(spec: RbdImageSpec): AlreadyExistsError {
  return new AlreadyExistsError(`image ${spec.pool}/${spec.image} already exists`, {
    errno: 'EEXIST',
    reason: reason('image_exists'),
    ...imageDetails(spec),
  })
}
export function snapshotMissing(spec: RbdSnapshotSpec): NotFoundError {
  return new NotFoundError(`snapshot ${formatSpec(spec)} does not exist`, {
    errno: 'ENOENT',
    reason: reason('snapshot_missing'),
    ...snapshotDetails(spec),
  })
}
export function snapshotExists(spec: RbdSnapshotSpec): AlreadyExistsError {
  return new AlreadyExistsError(`snapshot ${formatSpec(spec)} already exists`, {
    errno: 'EEXIST',
    reason: reason('snapshot_exists'),
    ...snapshotDetails(spec),
  })
}
export function hasSnapshots(spec: RbdImageSpec, snapshots: readonly string[]): ConflictError {
  return new ConflictError(`image ${spec.pool}/${spec.image} has ${snapshots.length} snapshot(s)`, {
    errno: 'ENOTEMPTY',
    reason: reason('has_snapshots'),
    snapshots,
    ...imageDetails(spec),
  })
}
export function hasLinkedClones(spec: RbdImageSpec): ConflictError {
  return new ConflictError(`image ${spec.pool}/${spec.image} has snapshots with linked clones`, {
    errno: 'ENOTEMPTY',
    reason: reason('has_linked_clones'),
    ...imageDetails(spec),
  })
}
export function isMigrating(spec: RbdImageSpec): ConflictError {
  return new ConflictError(`image ${spec.pool}/${spec.image} is part of a migration`, {
    errno: 'EBUSY',
    reason: reason('migrating'),
    ...imageDetails(spec),
  })
}
export function isInGroup(spec: RbdImageSpec): ConflictError {
  return new ConflictError(`image ${spec.pool}/${spec.image} belongs to a group`, {
    errno: 'EMLINK',
    reason: reason('in_group'),
    ...imageDetails(spec),
  })
}
export function notInTrash({ pool, id }: { pool: string; id: string }): NotFoundError {
  return new NotFoundError(`pool '${pool}' has no image ${id} in its trash`, {
    errno: 'ENOENT',
    reason: reason('not_in_trash'),
    pool,
    id,
  })
}
export function isDeferred({ pool, id }: { pool: string; id: string }): ConflictError {
  return new ConflictError(`the deferment of image ${id} in the trash of pool '${pool}' has not expired`, {
    errno: 'EPERM',
    reason: reason('deferred'),
    pool,
    id,
  })
}
export function isInAnotherGroup(spec: RbdImageSpec): AlreadyExistsError {
  return new AlreadyExistsError(`image ${spec.pool}/${spec.image} belongs to a group`, {
    errno: 'EEXIST',
    reason: reason('in_group'),
    ...imageDetails(spec),
  })
}
export function isNoMember(spec: RbdImageSpec): InvalidArgumentError {
  return new InvalidArgumentError(`image ${spec.pool}/${spec.image} is not a member of the group`, {
    errno: 'EINVAL',
    reason: reason('no_member'),
    ...imageDetails(spec),
  })
}
export function mirroringDisabled({ pool, image }: RbdImageSpec): InvalidArgumentError {
  return new InvalidArgumentError(`pool '${pool}' does not mirror single images`, {
    errno: 'EINVAL',
    reason: reason('mirroring_disabled'),
    pool,
    image,
  })
}
export function groupSnapshotMissing(spec: { pool: string; group: string; snapshot: string }): NotFoundError {
  const { pool, group, snapshot } = spec
  return new NotFoundError(`group ${pool}/${group} has no snapshot '${snapshot}'`, {
    errno: 'ENOENT',
    reason: reason('snapshot_missing'),
    ...{ pool, group, snapshot },
  })
}
export function groupSnapshotExists(spec: { pool: string; group: string; snapshot: string }): AlreadyExistsError {
  const { pool, group, snapshot } = spec
  return new AlreadyExistsError(`group ${pool}/${group} has a snapshot '${snapshot}' already`, {
    errno: 'EEXIST',
    reason: reason('snapshot_exists'),
    ...{ pool, group, snapshot },
  })
}
export function groupMissing({ pool, group }: { pool: string; group: string }): NotFoundError {
  return new NotFoundError(`pool '${pool}' has no group '${group}'`, {
    errno: 'ENOENT',
    reason: reason('group_missing'),
    pool,
    group,
  })
}
export function groupExists({ pool, group }: { pool: string; group: string }): AlreadyExistsError {
  return new AlreadyExistsError(`pool '${pool}' has a group '${group}' already`, {
    errno: 'EEXIST',
    reason: reason('group_exists'),
    pool,
    group,
  })
}
export function metadataMissing(key: string): NotFoundError {
  return new NotFoundError(`there is no metadata under '${key}'`, {
    errno: 'ENOENT',
    reason: reason('metadata_missing'),
    key,
  })
}
export function snapshotLimitReached(spec: RbdSnapshotSpec, limit: number): QuotaExceededError {
  return new QuotaExceededError(`image ${spec.pool}/${spec.image} may have ${limit} snapshot(s) only`, {
    errno: 'EDQUOT',
    reason: reason('snapshot_limit'),
    limit,
    ...snapshotDetails(spec),
  })
}
export function snapshotLimitBelowCount(spec: RbdImageSpec, limit: number): OutOfRangeError {
  return new OutOfRangeError(`image ${spec.pool}/${spec.image} has more than ${limit} snapshot(s) already`, {
    errno: 'ERANGE',
    limit,
    ...imageDetails(spec),
  })
}
export function hasWatchers(spec: RbdImageSpec, watchers: readonly string[]): ConflictError {
  return new ConflictError(`image ${spec.pool}/${spec.image} still has watchers`, {
    errno: 'EBUSY',
    reason: reason('has_watchers'),
    watchers,
    ...imageDetails(spec),
  })
}
export function hasChildren(spec: RbdSnapshotSpec, children: readonly string[]): ConflictError {
  return new ConflictError(`snapshot ${formatSpec(spec)} has ${children.length} child(ren)`, {
    errno: 'EBUSY',
    reason: reason('has_children'),
    children,
    ...snapshotDetails(spec),
  })
}
export function isProtected(spec: RbdSnapshotSpec): ConflictError {
  return new ConflictError(`snapshot ${formatSpec(spec)} is protected`, {
    errno: 'EBUSY',
    reason: reason('protected'),
    ...snapshotDetails(spec),
  })
}
export function isNotProtected(spec: RbdSnapshotSpec): InvalidArgumentError {
  return new InvalidArgumentError(`snapshot ${formatSpec(spec)} is not protected`, {
    errno: 'EINVAL',
    reason: reason('not_protected'),
    ...snapshotDetails(spec),
  })
}
export function hasNoParent(spec: RbdImageSpec): InvalidArgumentError {
  return new InvalidArgumentError(`image ${spec.pool}/${spec.image} has no parent`, {
    errno: 'EINVAL',
    reason: reason('no_parent'),
    ...imageDetails(spec),
  })
}
/** As the manager says it, before it takes a flatten as a task. */
export function parentMissing({ pool, namespace, image }: RbdImageSpec): NotFoundError {
  const name = namespace ? `${pool}/${namespace}/${image}` : `${pool}/${image}`
  return new NotFoundError(`Image ${name} does not have a parent`, {
    errno: 'ENOENT',
    reason: reason('no_parent'),
    ...imageDetails({ pool, image }),
  })
}
export function shrinkNotAllowed(spec: RbdImageSpec): InvalidArgumentError {
  return new InvalidArgumentError(`shrinking ${spec.pool}/${spec.image} was not allowed`, {
    errno: 'EINVAL',
    reason: reason('shrink_not_allowed'),
    ...imageDetails(spec),
  })
}
export function lockedBy(spec: RbdImageSpec, owner: string): ConflictError {
  return new ConflictError(`image ${spec.pool}/${spec.image} is locked by ${owner}`, {
    errno: 'EBUSY',
    reason: reason('locked'),
    owner,
    ...imageDetails(spec),
  })
}
export function parentWithoutLayering(spec: RbdSnapshotSpec): UnsupportedError {
  return new UnsupportedError(`image ${spec.pool}/${spec.image} does not support layering`, {
    errno: 'ENOSYS',
    ...snapshotDetails(spec),
  })
}
export function invalid(
  message: string,
  details: Readonly<Record<string, string | number>> = {},
): InvalidArgumentError {
  return new InvalidArgumentError(message, { errno: 'EINVAL', ...details })
}
export function orderOutOfRange(order: number): OutOfRangeError {
  return new OutOfRangeError(`order ${order} is not between 12 and 25`, { errno: 'EDOM', order })
}

function imageDetails(spec: RbdImageSpec) {
  return { pool: spec.pool, image: spec.image }
}
function snapshotDetails(spec: RbdSnapshotSpec) {
  return { pool: spec.pool, image: spec.image, snapshot: spec.snapshot }
}
/** Checks the spelling against the port's list. */
function reason(name: RbdReason): RbdReason {
  return name
}
