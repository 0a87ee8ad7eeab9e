import type {
  ByteRange,
  ClusterUsage,
  ParentRef,
  PoolInfo,
  PoolUsage,
  RbdImageInfo,
  RbdImageSpec,
  RbdListEntry,
  RbdSnapshotInfo,
  RbdSnapshotSpec,
  RbdUsage,
} from '../rbd.ts'
import { objectCountOf } from './content/striping.ts'
import { findImages, type Readable } from './lookup.ts'
import { byCode } from './names.ts'
import type { GroupLink } from './roles/image-roles.ts'
import { childImages, migrationOf, opFeatures, shownFeatures, shownNamespace } from './roles/role-queries.ts'
import {
  type ClusterState,
  type ImageState,
  imageById,
  type ParentLink,
  type PoolState,
  poolById,
  type SnapshotState,
  snapshotById,
  specOf,
} from './state.ts'
import { metadataCount, poolMaxAvailBytes, poolRawBytes, rawUsage } from './status/capacity.ts'

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
  return {
    totalBytes,
    availBytes,
    usedBytes,
    pools,
    ...(fullness !== 'ok' && { fullness: fullness === 'full' ? 'full' : 'nearfull' }),
  }
}

function poolUsage(state: ClusterState, pool: PoolState): PoolUsage {
  return {
    name: pool.name,
    id: pool.id,
    pgNum: pool.pgNum,
    storedBytes: pool.storedBytes,
    objects: pool.storedObjects + metadataCount(pool),
    usedBytes: poolRawBytes(state, pool),
    maxAvailBytes: poolMaxAvailBytes(state, pool),
  }
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
    const snapshots = image.snapshots.filter(isUsers).map((snapshot) => ({
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
    objects: objectCountOf(image, sizeBytes),
    stripeUnitBytes: image.stripeUnit,
    stripeCount: image.stripeCount,
    ...(image.dataPool !== image.pool && { dataPool: image.dataPool.name }),
    dataPrefix: dataPrefix(image),
    features: shownFeatures(state, image),
    flags: (snapshot ?? image).flags,
    ...(image.snapshotLimit !== undefined && { snapshotLimit: image.snapshotLimit }),
    opFeatures: opFeatures(state, image),
    snapshotCount: image.snapshots.length,
    createdMs: image.createdMs,
    modifiedMs: image.modifiedMs,
    accessedMs: image.accessedMs,
    ...(parent && { parent }),
    ...(snapshot && { protected: snapshot.protected }),
    ...(image.group && { group: groupName(state, image.group) }),
    ...(image.mirror && { mirroring: { ...image.mirror, primary: true } }),
    ...(image.migration && { migration: migrationOf(state, image, image.migration) }),
    watchers,
  }
}

function groupName(state: ClusterState, link: GroupLink): string {
  const { name, groups } = poolById(state, link.pool)
  const group = groups[link.group]
  return [name, group?.namespace, group?.name].filter(Boolean).join('/')
}

/** In another pool than the image's own, the names of data objects carry the latter's number too. */
function dataPrefix({ id, pool, dataPool }: ImageState): string {
  return dataPool === pool ? `rbd_data.${id}` : `rbd_data.${pool.id}.${id}`
}

/** A parent by its present names. None once the overlap is 0, though the tie holds until a flatten (golden/rbd 09). */
function parentRef(state: ClusterState, link: ParentLink | undefined): ParentRef | undefined {
  if (!link || link.overlapBytes === 0) return undefined
  const image = imageById(state, link.image)
  const snapshot = snapshotById(image, link.snapshot)
  return {
    ...specOf(image),
    snapshot: snapshot.name,
    overlapBytes: link.overlapBytes,
    ...(image.trash && { trashId: image.id }),
  }
}

/** The snapshot that an image in the trash is a clone of. */
export function parentSpec(state: ClusterState, image: ImageState): RbdSnapshotSpec | undefined {
  const parent = parentRef(state, image.parent)
  return parent && withoutOverlap(parent)
}

function withoutOverlap({ overlapBytes: _, trashId: __, ...spec }: ParentRef): RbdSnapshotSpec {
  return spec
}

export function snapshotInfos(
  state: ClusterState,
  image: ImageState,
  { all = false }: { all?: boolean | undefined } = {},
): readonly RbdSnapshotInfo[] {
  const shown = all ? image.snapshots : image.snapshots.filter(isUsers)
  return shown.map(({ id, name, sizeBytes, protected: isProtected, createdMs, namespace }) => ({
    id,
    name,
    sizeBytes,
    protected: isProtected,
    createdMs,
    ...(namespace.kind !== 'user' && { namespace: shownNamespace(state, namespace) }),
  }))
}

/** Clones of a snapshot by name, and with `descendants` the clones of their snapshots too; none of the trash. */
export function childSpecs(
  state: ClusterState,
  spec: RbdSnapshotSpec,
  options: { descendants?: boolean | undefined } = {},
): readonly RbdImageSpec[] {
  const children = childImages(state, spec, options).filter(({ inTrash }) => !inTrash)
  return children.map(({ id: _, inTrash: __, ...child }) => child)
}

/** `rbd du`: objects written up to each of the users' snapshots since the one before, by whole objects. */
export function imageUsage(image: ImageState): readonly RbdUsage[] {
  const rows: RbdUsage[] = []
  let from = -1
  for (const [epoch, snapshot] of [...image.snapshots, undefined].entries()) {
    if (snapshot && !isUsers(snapshot)) continue
    const { sizeBytes } = snapshot ?? image
    const usedBytes = image.objects.usedBytes(epoch, { ...image, sizeBytes }, from)
    rows.push({ ...(snapshot && { snapshot: snapshot.name }), provisionedBytes: sizeBytes, usedBytes })
    from = epoch
  }
  return rows
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

function isUsers({ namespace }: SnapshotState): boolean {
  return namespace.kind === 'user'
}
