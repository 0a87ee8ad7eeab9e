import type { RbdChild } from '../../port/clones.ts'
import {
  formatSpec,
  type ImageMigration,
  type RbdImageSpec,
  type RbdSnapshotNamespace,
  type RbdSpec,
} from '../../rbd.ts'
import { findImage, findSnapshot } from '../lookup.ts'
import { byCode } from '../names.ts'
import { snapshotMissing } from '../refusals.ts'
import {
  type ClusterState,
  childKey,
  childrenOf,
  type ImageState,
  imageById,
  poolById,
  type SnapshotState,
  specOf,
} from '../state.ts'
import type { MigrationState, SnapshotNamespace } from './image-roles.ts'

/** What images and snapshots are to others: clones, groups, migration. */

/** In the order of their bits, as `rbd info` shows them. */
export function opFeatures(state: ClusterState, image: ImageState): readonly string[] {
  const isParent = image.snapshots.some(({ id }) => {
    const children = [...(state.children.get(childKey({ image: image.id, snapshot: id })) ?? [])]
    return children.some((child) =>
      linksOf(imageById(state, child)).some((link) => link.snapshot === id && link.cloneFormat === 2),
    )
  })
  const features: readonly [string, boolean][] = [
    ['clone-parent', isParent],
    ['clone-child', linksOf(image).some(({ cloneFormat }) => cloneFormat === 2)],
    ['group', image.group !== undefined],
    ['snap-trash', image.snapshots.some(({ namespace }) => namespace.kind === 'trash')],
  ]
  return features.filter(([, has]) => has).map(([name]) => name)
}

/** An image's own features, and those that what it takes part in switches on. */
export function shownFeatures(state: ClusterState, image: ImageState): readonly string[] {
  return [
    ...image.features,
    ...(opFeatures(state, image).length > 0 ? ['operations'] : []),
    ...(image.migration ? ['migrating'] : []),
  ]
}

function linksOf(image: ImageState) {
  return [image, ...image.snapshots].flatMap(({ parent }) => (parent ? [parent] : []))
}

export function shownNamespace(
  state: ClusterState,
  namespace: Exclude<SnapshotNamespace, { kind: 'user' }>,
): RbdSnapshotNamespace {
  if (namespace.kind !== 'group') return namespace
  const pool = poolById(state, namespace.pool)
  const group = pool.groups[namespace.group]
  return {
    kind: 'group',
    pool: pool.name,
    ...(group?.namespace && { namespace: group.namespace }),
    group: group?.name ?? '',
    groupSnapshot: group?.snapshots.find(({ id }) => id === namespace.groupSnapshot)?.name ?? '',
  }
}

export function migrationOf(state: ClusterState, image: ImageState, migration: MigrationState): ImageMigration {
  const [own, other] = [image, imageById(state, migration.other)].map((each) => ({ ...specOf(each), id: each.id }))
  const [source, destination] = migration.role === 'source' ? [own!, other!] : [other!, own!]
  return { source, destination, state: migration.state }
}

/**
 * Clones of a snapshot or, where none is named, of all of an image's, sorted by `pool/image`; with `descendants` the
 * clones of their snapshots too.
 *
 * @throws NotFoundError (ENOENT)
 */
export function childImages(
  state: ClusterState,
  spec: RbdSpec,
  { snapshotId, descendants }: { snapshotId?: number | undefined; descendants?: boolean | undefined } = {},
): readonly RbdChild[] {
  const found = new Set<ImageState>()
  const visit = (image: ImageState, snapshot: SnapshotState) => {
    for (const id of childrenOf(state, image, snapshot)) {
      const child = imageById(state, id)
      if (found.has(child)) continue
      found.add(child)
      if (descendants) for (const next of child.snapshots) visit(child, next)
    }
  }
  const image = findImage(state, spec)
  for (const snapshot of snapshotsOf(state, image, spec, snapshotId)) visit(image, snapshot)
  return [...found]
    .sort((a, b) => byCode(formatSpec(specOf(a)), formatSpec(specOf(b))))
    .map((child) => ({ ...specOf(child), id: child.id, inTrash: child.trash !== undefined }))
}

function snapshotsOf(
  state: ClusterState,
  image: ImageState,
  spec: RbdImageSpec & { snapshot?: string | undefined },
  snapshotId: number | undefined,
): readonly SnapshotState[] {
  if (spec.snapshot !== undefined) return [findSnapshot(state, { ...spec, snapshot: spec.snapshot }).snapshot]
  if (snapshotId === undefined) return image.snapshots
  const snapshot = image.snapshots.find(({ id }) => id === snapshotId)
  if (!snapshot) throw snapshotMissing({ ...spec, snapshot: String(snapshotId) })
  return [snapshot]
}
