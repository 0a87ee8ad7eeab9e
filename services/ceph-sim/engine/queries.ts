import {
  type ByteRange,
  type ClusterUsage,
  formatSpec,
  type ParentRef,
  type PoolInfo,
  type PoolUsage,
  type RbdImageInfo,
  type RbdImageSpec,
  type RbdListEntry,
  type RbdSnapshotInfo,
  type RbdSnapshotSpec,
  type RbdUsage,
} from '../rbd.ts'
import { poolMaxAvailBytes, poolRawBytes, rawUsage } from './capacity.ts'
import { findImages, findSnapshot, type Readable } from './lookup.ts'
import {
  allImages,
  type ClusterState,
  childrenOf,
  type ImageState,
  imageById,
  objectCount,
  type ParentLink,
  type PoolState,
  type SnapshotState,
  snapshotById,
} from './state.ts'

/** `extents` looks at so many bytes at a time. */
const extentWindowBytes = 2 ** 30

export function poolInfos(state: ClusterState): readonly PoolInfo[] {
  return [...state.pools.values()]
    .sort((a, b) => a.id - b.id)
    .map(({ id, name, replicas, pgNum }) => ({ id, name, replicas, pgNum }))
}

/** `ceph df`. */
export function clusterUsage(state: ClusterState): ClusterUsage {
  const { totalBytes, availBytes, usedBytes, fullness } = rawUsage(state)
  const pools = [...state.pools.values()].sort((a, b) => a.id - b.id).map((pool) => poolUsage(state, pool))
  return { totalBytes, availBytes, usedBytes, pools, ...(fullness !== 'ok' && { fullness }) }
}

function poolUsage(state: ClusterState, pool: PoolState): PoolUsage {
  return {
    name: pool.name,
    id: pool.id,
    pgNum: pool.pgNum,
    storedBytes: pool.storedBytes,
    objects: pool.storedObjects + metadataObjects(pool),
    usedBytes: poolRawBytes(state, pool),
    maxAvailBytes: poolMaxAvailBytes(state, pool),
  }
}

/** `rbd_info`, `rbd_directory`, `rbd_children`; id, header and object map of an image; object map of a snapshot. */
function metadataObjects(pool: PoolState): number {
  let objects = 1 + Number(pool.hasDirectory) + Number(pool.hasChildrenDirectory)
  for (const image of allImages(pool)) {
    const maps = image.features.includes('object-map') ? 1 + image.snapshots.length : 0
    objects += 2 + maps
  }
  return objects
}

export function imageNames(state: ClusterState, pool: string, namespace?: string): readonly string[] {
  return [...findImages(state, pool, namespace).keys()].sort(byCode)
}

/** The rows of `rbd ls -l`. A snapshot shows its own size and parent, which may differ from the head's. */
export function listEntries(
  state: ClusterState,
  { pool, namespace }: { pool: string; namespace?: string | undefined },
  lockOf: (image: ImageState) => 'exclusive' | 'shared' | undefined,
): readonly RbdListEntry[] {
  const images = findImages(state, pool, namespace)
  return imageNames(state, pool, namespace).flatMap((name) => {
    const image = images.get(name)!
    const lock = lockOf(image)
    const head: RbdListEntry = {
      ...row(state, image, image.sizeBytes, image.parent),
      ...(lock !== undefined && { lock }),
    }
    const snapshots = image.snapshots.map((snapshot) => ({
      ...row(state, image, snapshot.sizeBytes, snapshot.parent),
      snapshot: snapshot.name,
      snapshotId: snapshot.id,
      protected: snapshot.protected,
    }))
    return [head, ...snapshots]
  })
}

function row(state: ClusterState, image: ImageState, sizeBytes: number, link: ParentLink | undefined): RbdListEntry {
  const parent = parentRef(state, link)
  return {
    image: image.name,
    id: image.id,
    sizeBytes,
    format: 2,
    ...(parent && { parent: withoutOverlap(parent) }),
  }
}

export function imageInfo(
  state: ClusterState,
  { image, snapshot }: Readable,
  watchers: readonly string[],
): RbdImageInfo {
  const { sizeBytes } = snapshot ?? image
  const parent = parentRef(state, (snapshot ?? image).parent)
  return {
    name: image.name,
    id: image.id,
    sizeBytes,
    order: image.order,
    objects: objectCount({ sizeBytes, objectBytes: image.objectBytes }),
    features: image.features,
    snapshotCount: image.snapshots.length,
    createdMs: image.createdMs,
    modifiedMs: image.modifiedMs,
    accessedMs: image.accessedMs,
    ...(parent && { parent }),
    ...(snapshot && { protected: snapshot.protected }),
    watchers,
  }
}

/** A parent by its present names. None once the overlap is 0, though the tie holds until a flatten (golden/rbd 09). */
function parentRef(state: ClusterState, link: ParentLink | undefined): ParentRef | undefined {
  if (!link || link.overlapBytes === 0) return undefined
  const image = imageById(state, link.image)
  const snapshot = snapshotById(image, link.snapshot)
  return { ...specOf(image), snapshot: snapshot.name, overlapBytes: link.overlapBytes }
}

function withoutOverlap({ overlapBytes: _, ...spec }: ParentRef): RbdSnapshotSpec {
  return spec
}

/** An image by its present names. */
export function specOf({ pool, namespace, name }: ImageState): RbdImageSpec {
  return { pool: pool.name, image: name, ...(namespace !== '' && { namespace }) }
}

export function snapshotInfos(image: ImageState): readonly RbdSnapshotInfo[] {
  return image.snapshots.map(({ id, name, sizeBytes, protected: isProtected, createdMs }) => ({
    id,
    name,
    sizeBytes,
    protected: isProtected,
    createdMs,
  }))
}

/** Clones of a snapshot, and with `descendants` the clones of their snapshots too, sorted by `pool/image`. */
export function childSpecs(
  state: ClusterState,
  spec: RbdSnapshotSpec,
  options: { descendants?: boolean | undefined } = {},
): readonly RbdImageSpec[] {
  const found = new Set<ImageState>()
  const visit = (image: ImageState, snapshot: SnapshotState) => {
    for (const id of childrenOf(state, image, snapshot)) {
      const child = imageById(state, id)
      if (found.has(child)) continue
      found.add(child)
      if (options.descendants) for (const next of child.snapshots) visit(child, next)
    }
  }
  const { image, snapshot } = findSnapshot(state, spec)
  visit(image, snapshot)
  return [...found].map(specOf).sort((a, b) => byCode(formatSpec(a), formatSpec(b)))
}

/** `rbd du`: objects written up to each snapshot since the one before, by whole objects. */
export function imageUsage(image: ImageState): readonly RbdUsage[] {
  const { objectBytes } = image
  const used = (epoch: number, sizeBytes: number) => image.objects.usedBytes(epoch, { sizeBytes, objectBytes })
  const snapshots = image.snapshots.map(({ name, sizeBytes }, epoch) => ({
    snapshot: name,
    provisionedBytes: sizeBytes,
    usedBytes: used(epoch, sizeBytes),
  }))
  const head = { provisionedBytes: image.sizeBytes, usedBytes: used(image.objects.head, image.sizeBytes) }
  return [...snapshots, head]
}

/** What a sparse read of the whole would return as allocated. */
export function storedExtents(state: ClusterState, { image, snapshot }: Readable): readonly ByteRange[] {
  const layer = snapshot?.layer ?? image.head
  const { sizeBytes } = snapshot ?? image
  const extents: { offset: number; lengthBytes: number }[] = []
  let offset = state.layers.nextStored(layer, 0, sizeBytes)
  while (offset < sizeBytes) {
    const end = Math.min(sizeBytes, offset + extentWindowBytes)
    for (const run of state.layers.resolve(layer, offset, end)) {
      if (run.source === 'hole') continue
      const last = extents[extents.length - 1]
      if (last && last.offset + last.lengthBytes === run.offset) last.lengthBytes += run.end - run.offset
      else extents.push({ offset: run.offset, lengthBytes: run.end - run.offset })
    }
    offset = state.layers.nextStored(layer, end, sizeBytes)
  }
  return extents
}

/** Ceph sorts names by their bytes. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
