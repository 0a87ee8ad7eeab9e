import type { RbdImageSpec } from '../../rbd.ts'
import type { Change, PoolMirrorSet, Several } from '../changes.ts'
import { findImage, findPool } from '../lookup.ts'
import { mirroringDisabled } from '../refusals.ts'
import { allImages, type ClusterState } from '../state.ts'
import { assertNotFull } from '../status/capacity.ts'

export function planEnablePool(state: ClusterState, name: string, mode: 'image' | 'pool'): PoolMirrorSet {
  return { kind: 'pool-mirror-set', pool: findPool(state, name).id, mirror: { mode } }
}

/** Its images are mirrored no more. */
export function planDisablePool(state: ClusterState, name: string): Several {
  const pool = findPool(state, name)
  const images = [...allImages(pool)].filter(({ mirror }) => mirror).flatMap(({ id }) => disabled(state, id))
  return {
    kind: 'several',
    changes: [...images, { kind: 'pool-mirror-set', pool: pool.id, mirror: { mode: 'disabled' } }],
  }
}

/**
 * Mirrors an image by snapshots; the first is taken at once. Undefined when it is mirrored already.
 *
 * @throws InvalidArgumentError (EINVAL, `mirroring_disabled`) unless its pool leaves the choice to each image
 */
export function planEnableImage(
  state: ClusterState,
  spec: RbdImageSpec,
  { globalId, snapshotId, atMs }: { globalId: string; snapshotId: string; atMs: number },
): Several | undefined {
  const image = findImage(state, spec)
  if (image.pool.mirror.mode !== 'image') throw mirroringDisabled(spec)
  if (image.mirror) return undefined
  assertNotFull(state, image.pool)
  return {
    kind: 'several',
    changes: [
      { kind: 'image-roles-set', image: image.id, mirror: { mode: 'snapshot', globalId } },
      {
        kind: 'snapshot-created',
        image: image.id,
        snapshot: image.pool.nextSnapshotId,
        name: `.mirror.primary.${globalId}.${snapshotId}`,
        namespace: { kind: 'mirror' },
        layer: state.layers.nextId,
        atMs,
      },
    ],
  }
}

export function planDisableImage(state: ClusterState, spec: RbdImageSpec): Several {
  return { kind: 'several', changes: disabled(state, findImage(state, spec).id) }
}

function disabled(state: ClusterState, id: string): Change[] {
  const snapshots = state.images.get(id)?.snapshots.filter(({ namespace }) => namespace.kind === 'mirror') ?? []
  return [
    ...snapshots.map((snapshot): Change => ({ kind: 'snapshot-removed', image: id, snapshot: snapshot.id })),
    { kind: 'image-roles-set', image: id, mirror: null },
  ]
}
