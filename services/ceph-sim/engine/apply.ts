import { InternalError } from '#kernel/errors/domain-error.ts'
import type {
  Change,
  Flattened,
  ImageAttributesSet,
  ImageCreated,
  ImageResized,
  LayersMerged,
  ObjectChanges,
  RolledBack,
} from './changes.ts'
import { unitBytes } from './content/layer-map.ts'
import { ObjectTable } from './content/objects.ts'
import { healHead, loseObjects } from './osds/damage.ts'
import { changePool, createPool, noteTrash, removePool, renamePool } from './pools/apply-pools.ts'
import { changePlainObjects } from './rados/plain-objects.ts'
import {
  executeMigration,
  prepareMigration,
  relinkChildren,
  removeGroup,
  restoreImage,
  setGroup,
  setImageRoles,
  trashImage,
} from './roles/apply-roles.ts'
import { type SnapshotIds, type SnapshotNamespace, userNamespace } from './roles/image-roles.ts'
import { registerChild, unregisterChild } from './snapshots/children.ts'
import { type ClusterState, type ImageState, imageById, imagesOf, poolById, snapshotById } from './state.ts'

/** What a change leaves to do outside the engine. */
export interface Effects {
  /** Layers that nothing needs any more; their files may go. */
  readonly goneLayers: readonly number[]
  /** Snapshots in the trash name space whose last clone went: they are to be removed next. */
  readonly childless?: readonly SnapshotIds[]
}

const nothing: Effects = { goneLayers: [] }

/** The one place where a cluster's state changes. */
export function apply(state: ClusterState, change: Change): Effects {
  switch (change.kind) {
    case 'pool-created':
      createPool(state, change)
      return nothing
    case 'pool-changed':
      changePool(state, change)
      return nothing
    case 'pool-renamed':
      renamePool(state, change)
      return nothing
    case 'pool-removed':
      return { goneLayers: removePool(state, change) }
    case 'objects-lost':
      loseObjects(state, change)
      return nothing
    case 'image-created':
      return createImage(state, change)
    case 'image-removed':
      return removeImage(state, imageById(state, change.image))
    case 'image-renamed': {
      const image = imageById(state, change.image)
      const images = imagesOf(image)
      images.delete(image.name)
      image.name = change.name
      images.set(image.name, image)
      return nothing
    }
    case 'image-resized':
      return resize(imageById(state, change.image), change)
    case 'image-touched':
      imageById(state, change.image).accessedMs = change.accessedMs
      return nothing
    case 'written': {
      const image = imageById(state, change.image)
      for (const [start, count, unitState] of change.units) image.head.map.set(start, count, unitState)
      setObjects(image, change)
      if (change.atMs !== undefined) image.modifiedMs = change.atMs
      return nothing
    }
    case 'snapshot-created':
      return createSnapshot(state, imageById(state, change.image), change)
    case 'snapshot-removed':
      return removeSnapshot(state, imageById(state, change.image), change.snapshot)
    case 'snapshot-protection':
      snapshotById(imageById(state, change.image), change.snapshot).protected = change.protected
      return nothing
    case 'rolled-back':
      return rollback(state, imageById(state, change.image), change)
    case 'flattened':
      return flatten(state, imageById(state, change.image), change)
    case 'layers-merged':
      return mergeLayers(state, change)
    case 'identity-set':
      state.identities.set(change.entity, { entity: change.entity, key: change.key, caps: change.caps })
      return nothing
    case 'identity-removed':
      state.identities.delete(change.entity)
      return nothing
    case 'namespace-created':
      poolById(state, change.pool).namespaces.set(change.namespace, new Map())
      return nothing
    case 'namespace-removed':
      poolById(state, change.pool).namespaces.delete(change.namespace)
      return nothing
    case 'settings-changed':
      state.settings = { ...state.settings, ...change.settings }
      return nothing
    case 'image-trashed':
      trashImage(state, change)
      return nothing
    case 'image-restored':
      restoreImage(state, change)
      return nothing
    case 'image-roles-set':
      setImageRoles(state, change)
      return nothing
    case 'snapshot-trashed': {
      const snapshot = snapshotById(imageById(state, change.image), change.snapshot)
      snapshot.namespace = { kind: 'trash', originalName: snapshot.name }
      snapshot.name = change.name
      return nothing
    }
    case 'group-set':
      setGroup(state, change.group)
      return nothing
    case 'group-removed':
      removeGroup(state, change)
      return nothing
    case 'pool-mirror-set':
      poolById(state, change.pool).mirror = change.mirror
      return nothing
    case 'migration-prepared':
      prepareMigration(state, change)
      return nothing
    case 'migration-executed':
      executeMigration(state, change, account)
      return nothing
    case 'children-relinked':
      relinkChildren(state, change)
      return nothing
    case 'image-attributes-set':
      setAttributes(imageById(state, change.image), change)
      return nothing
    case 'snapshot-renamed':
      snapshotById(imageById(state, change.image), change.snapshot).name = change.name
      return nothing
    case 'pool-metadata-set':
      poolById(state, change.pool).metadata = change.metadata
      return nothing
    case 'manual-locks-set':
      imageById(state, change.image).locks = change.locks ?? undefined
      return nothing
    case 'plain-object-put':
    case 'plain-object-removed':
      changePlainObjects(poolById(state, change.pool), change)
      return nothing
    case 'several':
      return applyAll(state, change.changes)
  }
}

function createImage(state: ClusterState, change: ImageCreated): Effects {
  const pool = poolById(state, change.pool)
  const { parent } = change
  const head = state.layers.create(
    change.layer,
    parent && {
      layer: snapshotById(imageById(state, parent.image), parent.snapshot).layer,
      limitBytes: parent.overlapBytes,
    },
  )
  const image: ImageState = {
    id: change.image,
    pool,
    namespace: change.namespace ?? '',
    name: change.name,
    order: change.order,
    objectBytes: 2 ** change.order,
    stripeUnit: change.stripeUnit ?? 2 ** change.order,
    stripeCount: change.stripeCount ?? 1,
    dataPool: change.dataPool === undefined ? pool : poolById(state, change.dataPool),
    features: change.features,
    flags: [],
    metadata: change.metadata ?? {},
    createdMs: change.atMs,
    modifiedMs: change.atMs,
    accessedMs: change.atMs,
    sizeBytes: change.sizeBytes,
    parent: parent && { ...parent },
    snapshots: [],
    objects: new ObjectTable(),
    head,
  }
  state.images.set(image.id, image)
  imagesOf(image).set(image.name, image)
  pool.hasDirectory = true
  if (parent) {
    pool.hasChildrenDirectory = true
    registerChild(state, image, image.parent)
  }
  return nothing
}

function removeImage(state: ClusterState, image: ImageState): Effects {
  if (image.snapshots.length > 0) throw new InternalError(`image ${image.id} still has snapshots`)
  const childless = unregisterChild(state, image, image.parent)
  image.dataPool.storedBytes -= image.objects.storedBytes
  image.dataPool.storedObjects -= image.objects.storedObjects
  noteTrash(image.pool)
  if (image.trash) image.pool.trash.delete(image.id)
  else imagesOf(image).delete(image.name)
  state.images.delete(image.id)
  return { goneLayers: state.layers.release(image.head), childless }
}

function resize(image: ImageState, change: ImageResized): Effects {
  const shrinks = change.sizeBytes < image.sizeBytes
  image.sizeBytes = change.sizeBytes
  image.modifiedMs = change.atMs
  if (shrinks) {
    image.head.map.clearFrom(Math.ceil(change.sizeBytes / unitBytes))
    const link = image.head.parent
    if (link) link.limitBytes = Math.min(link.limitBytes, change.sizeBytes)
    if (image.parent) image.parent.overlapBytes = Math.min(image.parent.overlapBytes, change.sizeBytes)
  }
  setObjects(image, change)
  return nothing
}

function createSnapshot(
  state: ClusterState,
  image: ImageState,
  change: { snapshot: number; name: string; namespace?: SnapshotNamespace; layer: number; atMs: number },
): Effects {
  image.snapshots.push({
    id: change.snapshot,
    name: change.name,
    namespace: change.namespace ?? userNamespace,
    sizeBytes: image.sizeBytes,
    createdMs: change.atMs,
    protected: false,
    flags: image.flags,
    parent: image.parent && { ...image.parent },
    layer: image.head,
  })
  // The snapshot takes over the head's reference to the layer that is now sealed.
  image.head = state.layers.create(change.layer, { layer: image.head, limitBytes: image.sizeBytes })
  image.objects.openEpoch()
  image.lastSnapshot = change.snapshot
  image.pool.nextSnapshotId = Math.max(image.pool.nextSnapshotId, change.snapshot + 1)
  return nothing
}

function removeSnapshot(state: ClusterState, image: ImageState, id: number): Effects {
  const snapshot = snapshotById(image, id)
  const index = image.snapshots.indexOf(snapshot)
  account(image, () => image.objects.closeEpoch(index))
  image.snapshots.splice(index, 1)
  // The monitors note a removal under a number of its own.
  image.pool.nextSnapshotId++
  const childless = unregisterChild(state, image, snapshot.parent)
  return { goneLayers: state.layers.release(snapshot.layer), childless }
}

function rollback(state: ClusterState, image: ImageState, change: RolledBack): Effects {
  const snapshot = snapshotById(image, change.snapshot)
  const old = image.head
  image.head = state.layers.create(change.layer, { layer: snapshot.layer, limitBytes: snapshot.sizeBytes })
  if (image.parent) image.parent.overlapBytes = Math.min(image.parent.overlapBytes, snapshot.sizeBytes)
  image.sizeBytes = snapshot.sizeBytes
  image.modifiedMs = change.atMs
  setObjects(image, change)
  const epoch = image.snapshots.indexOf(snapshot)
  for (const index of image.objects.entries(image.objects.head).keys()) {
    // The head's object map becomes the snapshot's as it is.
    if (image.objects.lengthOf(index) !== undefined && !image.objects.isDirty(index, epoch))
      image.objects.markClean(index)
  }
  return { goneLayers: state.layers.release(old) }
}

function flatten(state: ClusterState, image: ImageState, change: Flattened): Effects {
  setObjects(image, change)
  const links = [image.parent]
  image.parent = undefined
  if (image.features.includes('deep-flatten')) {
    for (const snapshot of image.snapshots) {
      links.push(snapshot.parent)
      snapshot.parent = undefined
    }
  }
  return { goneLayers: [], childless: links.flatMap((link) => unregisterChild(state, image, link)) }
}

function mergeLayers(state: ClusterState, change: LayersMerged): Effects {
  const child = state.layers.get(change.child)
  const { survivor, gone } = state.layers.merge(state.layers.get(change.layer), child, state.layers.get(change.keep))
  if (gone === child) {
    for (const image of state.images.values()) {
      if (image.head === child) image.head = survivor
      for (const snapshot of image.snapshots) if (snapshot.layer === child) snapshot.layer = survivor
    }
  }
  return { goneLayers: [gone.id] }
}

function applyAll(state: ClusterState, changes: readonly Change[]): Effects {
  const effects = changes.map((change) => apply(state, change))
  return {
    goneLayers: effects.flatMap(({ goneLayers }) => goneLayers),
    childless: effects.flatMap(({ childless = [] }) => childless),
  }
}

function setObjects(image: ImageState, { objects, base, modified }: ObjectChanges): void {
  if (objects !== undefined || base !== undefined) {
    account(image, () => {
      for (const [index, length] of base ?? []) image.objects.set(0, index, length)
      for (const [index, length] of objects ?? []) image.objects.set(image.objects.head, index, length)
    })
    if (image.lost) for (const [index, length] of objects ?? []) if (length <= 0) healHead(image, index)
  }
  if (modified !== undefined) for (const [index, start, end] of modified) image.objects.modify(index, start, end)
}

function setAttributes(image: ImageState, change: ImageAttributesSet): void {
  const { features, metadata, snapshotLimit, flags } = change
  if (features !== undefined) image.features = features
  if (metadata !== undefined) image.metadata = metadata
  if (snapshotLimit !== undefined) image.snapshotLimit = snapshotLimit ?? undefined
  if (flags === undefined) return
  if (flags.of === 'all' || flags.of === 'head') image.flags = flags.names
  for (const snapshot of image.snapshots) {
    if (flags.of === 'all' || flags.of === snapshot.id) snapshot.flags = flags.names
  }
}

/** Carries what `change` does to an image's objects over to the pool that keeps them. */
function account(image: ImageState, change: () => void): void {
  const { storedBytes, storedObjects } = image.objects
  change()
  const { dataPool } = image
  dataPool.storedBytes += image.objects.storedBytes - storedBytes
  dataPool.storedObjects += image.objects.storedObjects - storedObjects
  if (dataPool.storedBytes < 0) throw new InternalError(`pool ${dataPool.name} stores less than nothing`)
}
