import type { RbdSnapshotSpec } from '../rbd.ts'
import { assertNotFull, assertSpace } from './capacity.ts'
import type { PoolCreated, RolledBack, SnapshotCreated, SnapshotProtection, SnapshotRemoved } from './changes.ts'
import { findImage, findSnapshot } from './lookup.ts'
import { metadataCost, type Plan } from './plan.ts'
import { Tally } from './plan-io.ts'
import { hasChildren, invalid, isNotProtected, isProtected, poolExists, snapshotExists } from './refusals.ts'
import { type ClusterState, childrenOf, imageById } from './state.ts'

/** `osd_pool_default_pg_num`. */
const defaultPgNum = 32

/** @throws AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL) for the name */
export function planCreatePool(state: ClusterState, name: string): Plan<PoolCreated> {
  if (name === '' || /[@/\0]/.test(name)) throw invalid(`'${name}' cannot be the name of a pool`, { pool: name })
  if (state.pools.has(name)) throw poolExists(name)
  let id = 1
  for (const pool of state.pools.values()) id = Math.max(id, pool.id + 1)
  const change: PoolCreated = {
    kind: 'pool-created',
    id,
    name,
    replicas: state.capacity.replicas,
    pgNum: defaultPgNum,
  }
  return { change, cost: metadataCost }
}

/** Copies no data: the head's layer is sealed and a new one opened on it. @throws AlreadyExistsError (EEXIST) */
export function planCreateSnapshot(state: ClusterState, spec: RbdSnapshotSpec, atMs: number): Plan<SnapshotCreated> {
  const image = findImage(state, spec)
  if (spec.snapshot === '' || /[@/\0]/.test(spec.snapshot)) {
    throw invalid(`'${spec.snapshot}' cannot be the name of a snapshot`, { snapshot: spec.snapshot })
  }
  if (image.snapshots.some((snapshot) => snapshot.name === spec.snapshot)) throw snapshotExists(spec)
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

/** @throws ConflictError (EBUSY) when protected */
export function planRemoveSnapshot(state: ClusterState, spec: RbdSnapshotSpec): Plan<SnapshotRemoved> {
  const { image, snapshot } = findSnapshot(state, spec)
  if (snapshot.protected) throw isProtected(spec)
  return { change: { kind: 'snapshot-removed', image: image.id, snapshot: snapshot.id }, cost: metadataCost }
}

/** @throws ConflictError (EBUSY) when protected already */
export function planProtect(state: ClusterState, spec: RbdSnapshotSpec): Plan<SnapshotProtection> {
  const { image, snapshot } = findSnapshot(state, spec)
  if (snapshot.protected) throw isProtected(spec)
  assertNotFull(state, image.pool)
  return { change: protection(image.id, snapshot.id, true), cost: metadataCost }
}

/** @throws InvalidArgumentError (EINVAL) when not protected; ConflictError (EBUSY) when it has children */
export function planUnprotect(state: ClusterState, spec: RbdSnapshotSpec): Plan<SnapshotProtection> {
  const { image, snapshot } = findSnapshot(state, spec)
  if (!snapshot.protected) throw isNotProtected(spec)
  const children = childrenOf(state, image, snapshot)
  if (children.length > 0) throw hasChildren(spec, children.map((id) => nameOf(state, id)).sort())
  return { change: protection(image.id, snapshot.id, false), cost: metadataCost }
}

/**
 * The head becomes what the snapshot is: its size and data, but not its overlap with a parent, which stays the lower
 * one. Objects that were touched since are copied back, so they are stored in the snapshot and at the head.
 */
export function planRollback(state: ClusterState, spec: RbdSnapshotSpec, atMs: number): Plan<RolledBack> {
  const { image, snapshot, index } = findSnapshot(state, spec)
  const tally = new Tally(state, image)
  for (const object of [...image.objects.touchedAfter(index)].sort((a, b) => a - b)) {
    tally.touched++
    const length = image.objects.lengthOf(object, index)
    if (length === undefined) tally.remove(object)
    else {
      tally.put(object, length)
      tally.copiedUpBytes += length
    }
  }
  assertSpace(state, image.pool, tally.storedDeltaBytes)
  const change: RolledBack = {
    kind: 'rolled-back',
    image: image.id,
    snapshot: snapshot.id,
    layer: state.layers.nextId,
    objects: tally.objects,
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
