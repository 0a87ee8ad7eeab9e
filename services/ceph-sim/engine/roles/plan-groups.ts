import type { GroupSpec } from '../../port/groups.ts'
import type { RbdImageSpec } from '../../rbd.ts'
import type { Change, GroupRemoved, GroupSet, Several } from '../changes.ts'
import { findImage, findImages, findPool } from '../lookup.ts'
import { several } from '../plan.ts'
import {
  groupExists,
  groupMissing,
  groupSnapshotExists,
  groupSnapshotMissing,
  invalid,
  isInAnotherGroup,
  isMigrating,
  isNoMember,
} from '../refusals.ts'
import { planRollbackOf } from '../snapshots/plan-snapshots.ts'
import { type ClusterState, type ImageState, imageById, type PoolState, specOf } from '../state.ts'
import { assertNotFull, assertSpace } from '../status/capacity.ts'
import type { GroupSnapshotState, GroupState } from './image-roles.ts'

/** What a change of several images makes of them. */
export interface GroupChange {
  readonly images: readonly ImageState[]
  readonly change: Several
}

export function findGroup(state: ClusterState, spec: GroupSpec): GroupState {
  const group = groupsIn(findPool(state, spec.pool), spec.namespace).find(({ name }) => name === spec.group)
  if (!group) throw groupMissing(spec)
  return group
}

export function groupsIn(pool: PoolState, namespace = ''): readonly GroupState[] {
  return Object.values(pool.groups).filter((group) => group.namespace === namespace)
}

/** @throws AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL) for the name */
export function planCreateGroup(state: ClusterState, spec: GroupSpec, id: string): GroupSet {
  findImages(state, spec.pool, spec.namespace)
  const pool = findPool(state, spec.pool)
  assertGroupName(state, spec)
  assertNotFull(state, pool)
  const { namespace = '', group: name } = spec
  return { kind: 'group-set', group: { pool: pool.id, group: id, name, namespace, members: [], snapshots: [] } }
}

/** @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST) */
export function planRenameGroup(state: ClusterState, spec: GroupSpec, name: string): GroupSet {
  const group = findGroup(state, spec)
  assertGroupName(state, { ...spec, group: name })
  return { kind: 'group-set', group: { ...group, name } }
}

/** @throws AlreadyExistsError (EEXIST) for a member of this or another group */
export function planAddMember(state: ClusterState, spec: GroupSpec, imageSpec: RbdImageSpec): Several {
  const group = findGroup(state, spec)
  const image = findImage(state, imageSpec)
  if (image.group) throw isInAnotherGroup(imageSpec)
  if (image.migration) throw isMigrating(imageSpec)
  const link = { pool: group.pool, group: group.group }
  return several([
    { kind: 'image-roles-set', image: image.id, group: link },
    { kind: 'group-set', group: { ...group, members: [...group.members, image.id] } },
  ])
}

/** Snapshots of the group that the image is part of keep it. @throws InvalidArgumentError (EINVAL) for no member */
export function planRemoveMember(state: ClusterState, spec: GroupSpec, imageSpec: RbdImageSpec): Several {
  const group = findGroup(state, spec)
  const image = findImage(state, imageSpec)
  if (!group.members.includes(image.id)) throw isNoMember(imageSpec)
  return several([
    { kind: 'image-roles-set', image: image.id, group: null },
    { kind: 'group-set', group: { ...group, members: group.members.filter((id) => id !== image.id) } },
  ])
}

/** The group, with its snapshots; members stay as images. */
export function planRemoveGroup(state: ClusterState, spec: GroupSpec): GroupChange {
  const group = findGroup(state, spec)
  const removal: GroupRemoved = { kind: 'group-removed', pool: group.pool, group: group.group }
  const left = group.members.map((image): Change => ({ kind: 'image-roles-set', image, group: null }))
  return {
    images: group.snapshots.flatMap((snapshot) => imagesOfParts(state, snapshot)),
    change: several([...group.snapshots.flatMap(partsRemoved), ...left, removal]),
  }
}

/**
 * One snapshot of each member. `.group.<pool>_<group>_<snapshot>` is what each is called (golden/rbd 18).
 *
 * @throws AlreadyExistsError (EEXIST)
 */
export function planGroupSnapshot(
  state: ClusterState,
  spec: GroupSpec,
  options: { name: string; id: string; atMs: number },
): GroupChange {
  const group = findGroup(state, spec)
  const { name, id, atMs } = options
  assertSnapshotName(group, spec, name)
  const images = group.members.map((member) => imageById(state, member))
  const next = new Map<PoolState, number>()
  const parts: Change[] = images.map((image, index) => {
    assertNotFull(state, image.pool)
    const snapshot = next.get(image.pool) ?? image.pool.nextSnapshotId
    next.set(image.pool, snapshot + 1)
    return {
      kind: 'snapshot-created',
      image: image.id,
      snapshot,
      name: `.group.${group.pool}_${group.group}_${id}`,
      namespace: { kind: 'group', pool: group.pool, group: group.group, groupSnapshot: id },
      layer: state.layers.nextId + index,
      atMs,
    }
  })
  const made: GroupSnapshotState = {
    id,
    name,
    parts: parts.flatMap((part) =>
      part.kind === 'snapshot-created' ? [{ image: part.image, snapshot: part.snapshot }] : [],
    ),
  }
  const changed: GroupSet = { kind: 'group-set', group: { ...group, snapshots: [...group.snapshots, made] } }
  return { images, change: several([...parts, changed]) }
}

export function planRemoveGroupSnapshot(state: ClusterState, spec: GroupSpec, name: string): GroupChange {
  const group = findGroup(state, spec)
  const snapshot = snapshotOf(group, spec, name)
  const snapshots = group.snapshots.filter((each) => each !== snapshot)
  return {
    images: imagesOfParts(state, snapshot),
    change: several([...partsRemoved(snapshot), { kind: 'group-set', group: { ...group, snapshots } }]),
  }
}

export function planRenameGroupSnapshot(state: ClusterState, spec: GroupSpec, from: string, to: string): GroupSet {
  const group = findGroup(state, spec)
  const snapshot = snapshotOf(group, spec, from)
  assertSnapshotName(group, spec, to)
  const snapshots = group.snapshots.map((each) => (each === snapshot ? { ...each, name: to } : each))
  return { kind: 'group-set', group: { ...group, snapshots } }
}

/** All members together. @throws NoSpaceError (ENOSPC) when they do not fit together */
export function planGroupRollback(state: ClusterState, spec: GroupSpec, name: string, atMs: number): GroupChange {
  const snapshot = snapshotOf(findGroup(state, spec), spec, name)
  const images = imagesOfParts(state, snapshot)
  const needed = new Map<PoolState, number>()
  const parts = snapshot.parts.map(({ image: id, snapshot: part }, index) => {
    const image = imageById(state, id)
    const position = image.snapshots.findIndex((each) => each.id === part)
    const { change, cost } = planRollbackOf(state, image, position, atMs)
    needed.set(image.pool, (needed.get(image.pool) ?? 0) + cost.storedDeltaBytes)
    return { ...change, layer: state.layers.nextId + index }
  })
  for (const [pool, bytes] of needed) assertSpace(state, pool, bytes)
  return { images, change: several(parts) }
}

export function memberSpecs(state: ClusterState, { members }: GroupState): readonly RbdImageSpec[] {
  return members.map((id) => specOf(imageById(state, id)))
}

function assertGroupName(state: ClusterState, spec: GroupSpec): void {
  const { group: name, namespace = '' } = spec
  if (name === '' || /[@/\0]/.test(name)) throw invalid(`'${name}' cannot be the name of a group`, { group: name })
  if (groupsIn(findPool(state, spec.pool), namespace).some((each) => each.name === name)) throw groupExists(spec)
}

function assertSnapshotName(group: GroupState, spec: GroupSpec, name: string): void {
  if (name === '' || /[@/\0]/.test(name))
    throw invalid(`'${name}' cannot be the name of a snapshot`, { snapshot: name })
  if (group.snapshots.some((each) => each.name === name)) throw groupSnapshotExists({ ...spec, snapshot: name })
}

function snapshotOf(group: GroupState, spec: GroupSpec, name: string): GroupSnapshotState {
  const snapshot = group.snapshots.find((each) => each.name === name)
  if (!snapshot) throw groupSnapshotMissing({ ...spec, snapshot: name })
  return snapshot
}

function imagesOfParts(state: ClusterState, { parts }: GroupSnapshotState): ImageState[] {
  return parts.map(({ image }) => imageById(state, image))
}

function partsRemoved({ parts }: GroupSnapshotState): Change[] {
  return parts.map((part) => ({ kind: 'snapshot-removed', ...part }))
}
