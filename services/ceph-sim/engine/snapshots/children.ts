import type { SnapshotIds } from '../roles/image-roles.ts'
import { type ClusterState, childKey, type ImageState, type ParentLink } from '../state.ts'

/** The index of clones by the snapshot that they stand on: kept by `apply`, in step with the links of the images. */

export function registerChild(state: ClusterState, image: { id: string }, parent: ParentLink | undefined): void {
  if (!parent) return
  const key = childKey(parent)
  const children = state.children.get(key) ?? new Set<string>()
  children.add(image.id)
  state.children.set(key, children)
}

/**
 * Ends a child's registration, unless its head or a snapshot of it still stands on that parent.
 *
 * @returns the parent's snapshot if it waited in the trash name space for this child, its last, to go
 */
export function unregisterChild(
  state: ClusterState,
  image: ImageState,
  link: ParentLink | undefined,
): readonly SnapshotIds[] {
  if (!link) return []
  const key = childKey(link)
  const holders = state.images.get(image.id) === image ? [image.parent, ...image.snapshots.map((s) => s.parent)] : []
  if (holders.some((holder) => holder !== undefined && holder !== link && childKey(holder) === key)) return []
  const children = state.children.get(key)
  if (!children?.delete(image.id) || children.size > 0) return []
  state.children.delete(key)
  const parent = state.images.get(link.image)?.snapshots.find(({ id }) => id === link.snapshot)
  return parent?.namespace.kind === 'trash' ? [{ image: link.image, snapshot: link.snapshot }] : []
}

/** Snapshots in the trash name space that no clone needs. */
export function childlessSnapshots(state: ClusterState): readonly SnapshotIds[] {
  return [...state.images.values()].flatMap((image) =>
    image.snapshots
      .filter(({ id, namespace }) => {
        return namespace.kind === 'trash' && !state.children.has(childKey({ image: image.id, snapshot: id }))
      })
      .map(({ id }) => ({ image: image.id, snapshot: id })),
  )
}
