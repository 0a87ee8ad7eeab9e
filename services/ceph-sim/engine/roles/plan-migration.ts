import type { RbdImageSpec } from '../../rbd.ts'
import type { Change, MigrationExecuted, MigrationPrepared, Several } from '../changes.ts'
import { assertImageName } from '../images/plan-images.ts'
import { findImage, findImages, findPool } from '../lookup.ts'
import { several } from '../plan.ts'
import { imageExists, invalid, isInAnotherGroup, isMigrating } from '../refusals.ts'
import { type ClusterState, childrenOf, type ImageState, imageById, specOf } from '../state.ts'
import { assertNotFull, assertSpace } from '../status/capacity.ts'
import type { MigrationState } from './image-roles.ts'

/**
 * The destination stands on the source's layers, so it has every byte at once; clones of the source's snapshots become
 * the destination's.
 *
 * @throws AlreadyExistsError (EEXIST); ConflictError (EBUSY) for a source that is in a group, mirrored or migrating
 * @see ceph/ceph doc/rbd/rbd-live-migration.rst
 */
export function planPrepare(
  state: ClusterState,
  spec: RbdImageSpec,
  destination: RbdImageSpec,
  { id, atMs }: { id: string; atMs: number },
): Several {
  const source = findImage(state, spec)
  const pool = findPool(state, destination.pool)
  assertImageName(destination.image)
  if (source.group) throw isInAnotherGroup(spec)
  if (source.migration || source.mirror || source.trash) throw isMigrating(spec)
  if (source.snapshots.some(({ namespace }) => namespace.kind === 'group')) throw isInAnotherGroup(spec)
  const taken = findImages(state, destination.pool, destination.namespace).get(destination.image)
  if (taken && taken !== source) throw imageExists(destination)
  assertNotFull(state, pool)
  const firstLayer = state.layers.nextId
  const prepared: MigrationPrepared = {
    kind: 'migration-prepared',
    source: source.id,
    image: id,
    pool: pool.id,
    ...(destination.namespace && { namespace: destination.namespace }),
    name: destination.image,
    layer: firstLayer,
    snapshots: source.snapshots.map((snapshot, index) => ({
      from: snapshot.id,
      id: pool.nextSnapshotId + index,
      layer: firstLayer + 1 + index,
    })),
    atMs,
  }
  return {
    kind: 'several',
    changes: [
      prepared,
      ...prepared.snapshots.map((each): Change => {
        return {
          kind: 'children-relinked',
          from: { image: source.id, snapshot: each.from },
          to: { image: id, snapshot: each.id },
        }
      }),
    ],
  }
}

/** @throws InvalidArgumentError (EINVAL) for no destination, or one that has the data; NoSpaceError (ENOSPC) */
export function planExecute(state: ClusterState, spec: RbdImageSpec): MigrationExecuted {
  const image = findImage(state, spec)
  const { source, migration } = endsOf(state, image, spec)
  if (migration.state !== 'prepared') throw invalid(`the data of ${spec.pool}/${spec.image} has migrated already`)
  assertSpace(state, image.pool, source.objects.storedBytes)
  return { kind: 'migration-executed', image: image.id }
}

/** The source goes. @throws InvalidArgumentError (EINVAL) before the data is copied */
export function planCommit(state: ClusterState, spec: RbdImageSpec): Several {
  const image = findImage(state, spec)
  const { source, migration } = endsOf(state, image, spec)
  if (migration.state !== 'executed') throw invalid(`the data of ${spec.pool}/${spec.image} has not migrated yet`)
  return several([...removed(source), { kind: 'image-roles-set', image: image.id, migration: null }])
}

/** The destination goes, with what was written to it, and the source has its name and its clones again. */
export function planAbort(state: ClusterState, spec: RbdImageSpec): Several {
  const image = findImage(state, spec)
  const { source } = endsOf(state, image, spec)
  const { pool, namespace } = specOf(source)
  const taken = findImages(state, pool, namespace).get(source.name)
  if (taken && taken !== image) throw imageExists(specOf(source))
  const relinked = image.snapshots.flatMap((snapshot): Change[] => {
    const before = source.snapshots.find(({ name }) => name === snapshot.name)
    if (!before && childrenOf(state, image, snapshot).length > 0) throw isMigrating(spec)
    if (!before) return []
    return [
      {
        kind: 'children-relinked',
        from: { image: image.id, snapshot: snapshot.id },
        to: { image: source.id, snapshot: before.id },
      },
    ]
  })
  return several([
    ...relinked,
    ...removed(image),
    { kind: 'image-roles-set', image: source.id, migration: null },
    { kind: 'image-restored', image: source.id, name: source.name },
  ])
}

function endsOf(
  state: ClusterState,
  image: ImageState,
  spec: RbdImageSpec,
): { source: ImageState; migration: MigrationState } {
  const { migration } = image
  if (migration?.role !== 'destination')
    throw invalid(`${spec.pool}/${spec.image} is not the destination of a migration`)
  return { source: imageById(state, migration.other), migration }
}

function removed({ id, snapshots }: ImageState): Change[] {
  const gone = snapshots.map((snapshot): Change => ({ kind: 'snapshot-removed', image: id, snapshot: snapshot.id }))
  return [...gone, { kind: 'image-removed', image: id }]
}
