import { featureBits, objectMapFlags } from '../images/features.ts'
import { opFeatures, shownFeatures } from '../roles/role-queries.ts'
import {
  type ClusterState,
  childrenOf,
  type ImageState,
  imageById,
  type ParentLink,
  type SnapshotState,
} from '../state.ts'
import { Encoder } from './ceph-encoding.ts'

/** One key-value pair of an object. */
export interface OmapPair {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

/** Bits of `op_features`. */
const operationBits: Readonly<Record<string, number>> = {
  'clone-parent': 1,
  'clone-child': 2,
  group: 4,
  'snap-trash': 8,
}
/** `snapid_t` of no snapshot: an image's head. */
const sourceUser = 0

/**
 * The key-value pairs of an image's header object, as class `rbd` of the osds keeps them.
 * @see golden/rbd 17; ceph/ceph src/cls/rbd/cls_rbd.h
 */
export function headerOmap(state: ClusterState, image: ImageState): OmapPair[] {
  const pairs = new Map<string, Encoder>([
    ['access_timestamp', new Encoder().time(image.accessedMs)],
    ['create_timestamp', new Encoder().time(image.createdMs)],
    ['features', new Encoder().u64(featureBits(shownFeatures(state, image)))],
    ['modify_timestamp', new Encoder().time(image.modifiedMs)],
    ['object_prefix', new Encoder().string(dataPrefix(image))],
    ['order', new Encoder().u8(image.order)],
    ['size', new Encoder().u64(image.sizeBytes)],
    ['snap_seq', new Encoder().u64(image.lastSnapshot ?? 0)],
  ])
  if (image.flags.length > 0) pairs.set('flags', new Encoder().u64(flagBits(image.flags)))
  if (image.stripeCount > 1) {
    pairs.set('stripe_unit', new Encoder().u64(image.stripeUnit))
    pairs.set('stripe_count', new Encoder().u64(image.stripeCount))
  }
  if (image.dataPool !== image.pool) pairs.set('data_pool_id', new Encoder().u64(image.dataPool.id))
  if (image.snapshotLimit !== undefined) pairs.set('snap_limit', new Encoder().u64(image.snapshotLimit))
  const operations = opFeatures(state, image)
  if (operations.length > 0) {
    const bits = operations.reduce((sum, name) => sum + (operationBits[name] ?? 0), 0)
    pairs.set('op_features', new Encoder().u64(bits))
  }
  const link = image.parent ?? image.snapshots.findLast(({ parent }) => parent)?.parent
  if (link) pairs.set('parent', parentValue(state, link, image.parent?.overlapBytes))
  for (const [key, value] of Object.entries(image.metadata)) pairs.set(`metadata_${key}`, new Encoder().string(value))
  for (const snapshot of image.snapshots) {
    const id = hexId(snapshot.id)
    pairs.set(`snapshot_${id}`, snapshotValue(state, image, snapshot))
    const linked = linkedClones(state, image, snapshot)
    if (linked.length > 0) pairs.set(`snap_children_${id}`, childrenValue(linked))
  }
  return [...pairs].map(([key, value]) => ({ key: Buffer.from(key), value: value.bytes() }))
}

/** `0000000000000010` */
export function hexId(id: number): string {
  return id.toString(16).padStart(16, '0')
}

/** What the names of an image's data objects begin with. */
export function dataPrefix({ id, pool, dataPool }: ImageState): string {
  return dataPool === pool ? `rbd_data.${id}` : `rbd_data.${pool.id}.${id}`
}

/** Clones of format 2, which the parent's header lists. */
function linkedClones(state: ClusterState, image: ImageState, snapshot: SnapshotState): readonly ImageState[] {
  const isLink = (parent: ParentLink | undefined) =>
    parent?.image === image.id && parent.snapshot === snapshot.id && parent.cloneFormat === 2
  return childrenOf(state, image, snapshot)
    .map((id) => imageById(state, id))
    .filter((child) => [child, ...child.snapshots].some(({ parent }) => isLink(parent)))
}

function childrenValue(children: readonly ImageState[]): Encoder {
  const value = new Encoder().u32(children.length)
  for (const { pool, namespace, id } of children) {
    value.struct(1, 1, (body) => body.u64(pool.id).string(namespace).string(id))
  }
  return value
}

function parentValue(state: ClusterState, link: ParentLink, overlapBytes: number | undefined): Encoder {
  const { pool, namespace, id } = imageById(state, link.image)
  return new Encoder().struct(2, 2, (body) =>
    body.u64(pool.id).string(namespace).string(id).u64(link.snapshot).optional(overlapBytes),
  )
}

function snapshotValue(state: ClusterState, image: ImageState, snapshot: SnapshotState): Encoder {
  return new Encoder().struct(8, 8, (body) =>
    body
      .u64(snapshot.id)
      .string(snapshot.name)
      .u64(snapshot.sizeBytes)
      .u8(snapshot.protected ? 2 : 0)
      .u64(flagBits(snapshot.flags))
      .raw(snapshotNamespace(snapshot))
      .time(snapshot.createdMs)
      .u32(linkedClones(state, image, snapshot).length)
      .optional(snapshot.parent?.overlapBytes),
  )
}

/** Which kind of snapshot it is, and what is kept with that. */
function snapshotNamespace({ namespace }: SnapshotState): Uint8Array {
  return new Encoder()
    .struct(1, 1, (body) => {
      if (namespace.kind === 'group') {
        body.u32(1).u64(namespace.pool).string(namespace.group).string(namespace.groupSnapshot)
      } else if (namespace.kind === 'trash') body.u32(2).string(namespace.originalName).u32(sourceUser)
      else body.u32(namespace.kind === 'mirror' ? 3 : 0)
    })
    .bytes()
}

function flagBits(flags: readonly string[]): number {
  return flags.reduce((bits, flag) => bits + 2 ** objectMapFlags.indexOf(flag), 0)
}
