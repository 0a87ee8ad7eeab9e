import type {
  ChildrenRelinked,
  GroupRemoved,
  ImageRestored,
  ImageRolesSet,
  ImageTrashed,
  MigrationExecuted,
  MigrationPrepared,
} from '../changes.ts'
import { ObjectTable, removed } from '../content/objects.ts'
import { objectOffset } from '../content/striping.ts'
import { registerChild } from '../snapshots/children.ts'
import { type ClusterState, childKey, type ImageState, imageById, imagesOf, poolById, snapshotById } from '../state.ts'
import type { GroupState } from './image-roles.ts'

/** How a cluster's state changes where names are given up, shared or moved: trash, groups, migration. Called by `apply`. */

export function trashImage(state: ClusterState, { image: id, entry }: ImageTrashed): void {
  const image = imageById(state, id)
  imagesOf(image).delete(image.name)
  image.trash = entry
  image.pool.trash.set(id, image)
}

export function restoreImage(state: ClusterState, { image: id, name }: ImageRestored): void {
  const image = imageById(state, id)
  image.pool.trash.delete(id)
  image.trash = undefined
  image.name = name
  imagesOf(image).set(name, image)
}

export function setImageRoles(state: ClusterState, { image: id, group, migration, mirror }: ImageRolesSet): void {
  const image = imageById(state, id)
  if (group !== undefined) image.group = group ?? undefined
  if (migration !== undefined) image.migration = migration ?? undefined
  if (mirror !== undefined) image.mirror = mirror ?? undefined
}

export function setGroup(state: ClusterState, group: GroupState): void {
  const pool = poolById(state, group.pool)
  pool.groups = { ...pool.groups, [group.group]: group }
}

export function removeGroup(state: ClusterState, { pool: poolId, group }: GroupRemoved): void {
  const pool = poolById(state, poolId)
  const { [group]: _, ...rest } = pool.groups
  pool.groups = rest
}

/** The new image's layers stand on the old one's, so that every byte is there at once and none is stored twice. */
export function prepareMigration(state: ClusterState, change: MigrationPrepared): void {
  const source = imageById(state, change.source)
  const pool = poolById(state, change.pool)
  const image: ImageState = {
    ...source,
    dataPool: source.dataPool === source.pool ? pool : source.dataPool,
    ...{ id: change.image, pool, namespace: change.namespace ?? '', name: change.name },
    ...{ createdMs: change.atMs, modifiedMs: change.atMs, accessedMs: change.atMs },
    parent: source.parent && { ...source.parent },
    migration: { role: 'destination', other: source.id, state: 'prepared' },
    snapshots: [],
    objects: new ObjectTable(),
    head: state.layers.create(change.layer, { layer: source.head, limitBytes: source.sizeBytes }),
  }
  trashImage(state, {
    kind: 'image-trashed',
    image: source.id,
    entry: { source: 'migration', deletedMs: change.atMs, deferredUntilMs: change.atMs },
  })
  source.migration = { role: 'source', other: image.id, state: 'prepared' }
  state.images.set(image.id, image)
  imagesOf(image).set(image.name, image)
  pool.hasDirectory = true
  for (const { from, id, layer } of change.snapshots) {
    const old = snapshotById(source, from)
    image.snapshots.push({
      ...old,
      id,
      parent: old.parent && { ...old.parent },
      layer: state.layers.create(layer, { layer: old.layer, limitBytes: old.sizeBytes }),
    })
    image.objects.openEpoch()
    pool.nextSnapshotId = Math.max(pool.nextSnapshotId, id + 1)
  }
  for (const { parent } of [image, ...image.snapshots]) registerChild(state, image, parent)
}

/** Objects of the source are now stored at the destination too, epoch by epoch, with what was written there. */
export function executeMigration(
  state: ClusterState,
  { image: id }: MigrationExecuted,
  account: (image: ImageState, change: () => void) => void,
): void {
  const image = imageById(state, id)
  const source = imageById(state, image.migration?.other ?? '')
  account(image, () => {
    for (let epoch = 0; epoch <= Math.min(source.objects.head, image.objects.head); epoch++) {
      for (const [index, length] of source.objects.entries(epoch)) {
        const own = image.objects.entry(epoch, index)
        // A head that shrank meanwhile has no room for what lay behind its end.
        const room = epoch === image.objects.head ? objectOffset(image, index, image.sizeBytes) : image.objectBytes
        if (own === removed || room === 0) continue
        image.objects.set(epoch, index, Math.max(Math.min(length, room), own ?? removed))
        const modified = source.objects.modified(epoch).get(index) ?? []
        for (let i = 0; i < modified.length; i += 2) image.objects.modify(index, modified[i]!, modified[i + 1]!, epoch)
      }
    }
  })
  for (const each of [image, source]) if (each.migration) each.migration = { ...each.migration, state: 'executed' }
}

export function relinkChildren(state: ClusterState, { from, to }: ChildrenRelinked): void {
  const children = state.children.get(childKey(from))
  if (!children) return
  state.children.delete(childKey(from))
  for (const id of children) {
    const child = imageById(state, id)
    for (const part of [child, ...child.snapshots]) {
      if (part.parent && childKey(part.parent) === childKey(from)) part.parent = { ...part.parent, ...to }
    }
    for (const { parent } of [child, ...child.snapshots]) registerChild(state, child, parent)
  }
}
