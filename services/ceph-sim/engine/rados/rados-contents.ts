import { allImages, type ClusterState, type ImageState, imageById, imagesIn, type PoolState } from '../state.ts'
import { Encoder } from './ceph-encoding.ts'
import { headerOmap, hexId, type OmapPair } from './header-omap.ts'
import { objectMapContent } from './object-map-bytes.ts'
import { objectMissing, plainObjectKey } from './plain-objects.ts'

/** What `rbd pool init` writes to see whether the pool takes overwrites. */
const infoText = 'overwrite validated'

/** An object by its name: a data object, whose bytes are an image's, or one whose content is at hand. */
export type FoundObject = DataObject | MadeObject
export interface DataObject {
  readonly kind: 'data'
  readonly image: ImageState
  readonly index: number
  readonly modifiedMs: number
}
export interface MadeObject {
  readonly kind: 'made'
  readonly bytes: Uint8Array
  readonly omap: readonly OmapPair[]
  readonly xattrs: readonly string[]
  readonly modifiedMs: number
}

/**
 * Finds a RADOS object of a pool. @throws NotFoundError (ENOENT, `object_missing`)
 *
 * @param hasLock - whether a client holds the managed lock of an image, which is an attribute of its header
 * @see golden/rbd 17
 */
export function findObject(
  state: ClusterState,
  pool: PoolState,
  { namespace, name }: { namespace: string; name: string },
  hasLock: (image: ImageState) => boolean,
): FoundObject {
  const key = plainObjectKey({ namespace, name })
  const plain = Object.hasOwn(pool.plainObjects, key) ? pool.plainObjects[key] : undefined
  if (plain) return made(plain.modifiedMs, { bytes: Buffer.from(plain.base64, 'base64') })
  const found =
    dataObject(state, pool, namespace, name) ??
    imageObject(state, pool, { namespace, name }, hasLock) ??
    (namespace === '' ? poolObject(state, pool, name) : undefined)
  if (found) return found
  throw objectMissing({ pool: pool.name, namespace, name })
}

function dataObject(state: ClusterState, pool: PoolState, namespace: string, name: string): DataObject | undefined {
  const [, poolId, id = '', hex = ''] = /^rbd_data\.(?:(\d+)\.)?([0-9a-f]+)\.([0-9a-f]{16})$/.exec(name) ?? []
  const image = state.images.get(id)
  if (!image || image.dataPool !== pool || image.namespace !== namespace) return undefined
  if ((poolId === undefined) !== (image.pool === pool) || Number(poolId ?? image.pool.id) !== image.pool.id)
    return undefined
  const index = Number.parseInt(hex, 16)
  const exists = image.snapshots.some((_, epoch) => image.objects.lengthOf(index, epoch) !== undefined)
  if (!exists && image.objects.lengthOf(index) === undefined) return undefined
  return { kind: 'data', image, index, modifiedMs: image.modifiedMs }
}

/** The id, the header and the object maps of an image. */
function imageObject(
  state: ClusterState,
  pool: PoolState,
  { namespace, name }: { namespace: string; name: string },
  hasLock: (image: ImageState) => boolean,
): MadeObject | undefined {
  if (name.startsWith('rbd_id.')) {
    const image = imagesIn(pool, namespace)?.get(name.slice('rbd_id.'.length))
    return image && made(image.createdMs, { bytes: new Encoder().string(image.id).bytes() })
  }
  const [, kind, id = '', hex] = /^rbd_(header|object_map)\.([0-9a-f]+)(?:\.([0-9a-f]{16}))?$/.exec(name) ?? []
  const image = state.images.get(id)
  if (!image || image.pool !== pool || image.namespace !== namespace) return undefined
  if (kind === 'header') {
    if (hex !== undefined) return undefined
    const xattrs = image.locks || hasLock(image) ? ['lock.rbd_lock'] : []
    return made(image.modifiedMs, { omap: headerOmap(state, image), xattrs })
  }
  if (!image.features.includes('object-map')) return undefined
  if (hex === undefined) {
    return made(image.modifiedMs, { bytes: objectMapContent(image, image.objects.head, image.sizeBytes) })
  }
  const epoch = image.snapshots.findIndex((snapshot) => hexId(snapshot.id) === hex)
  const snapshot = image.snapshots[epoch]
  return snapshot && made(snapshot.createdMs, { bytes: objectMapContent(image, epoch, snapshot.sizeBytes) })
}

/** The pool's directories. */
function poolObject(state: ClusterState, pool: PoolState, name: string): MadeObject | undefined {
  const at = pool.createdMs
  if (name === 'rbd_info') return pool.initialized ? made(at, { bytes: Buffer.from(infoText) }) : undefined
  if (name === 'rbd_directory') return pool.hasDirectory ? made(at, { omap: directoryOmap(pool) }) : undefined
  if (name === 'rbd_children')
    return pool.hasChildrenDirectory ? made(at, { omap: childrenOmap(state, pool) }) : undefined
  if (name === 'rbd_trash') return pool.hasTrashDirectory ? made(at, { omap: trashOmap(pool) }) : undefined
  return undefined
}

function directoryOmap({ images }: PoolState): OmapPair[] {
  return [...images.values()].flatMap(({ id, name }) => [
    pair(`id_${id}`, new Encoder().string(name)),
    pair(`name_${name}`, new Encoder().string(id)),
  ])
}

/** Clones of format 1 are known where they are, not where their parents are. */
function childrenOmap(state: ClusterState, pool: PoolState): OmapPair[] {
  const children = new Map<string, { key: Buffer; ids: Set<string> }>()
  for (const image of allImages(pool)) {
    for (const { parent } of [image, ...image.snapshots]) {
      if (!parent || parent.cloneFormat === 2) continue
      const { pool: parentPool, id } = imageById(state, parent.image)
      const key = new Encoder().u64(parentPool.id).string(id).u64(parent.snapshot).bytes()
      const known = children.get(key.toString('hex')) ?? { key, ids: new Set() }
      known.ids.add(image.id)
      children.set(key.toString('hex'), known)
    }
  }
  return [...children.values()].map(({ key, ids }) => {
    const value = new Encoder().u32(ids.size)
    for (const id of [...ids].sort()) value.string(id)
    return { key, value: value.bytes() }
  })
}

function trashOmap({ trash }: PoolState): OmapPair[] {
  return [...trash.values()].flatMap(({ id, name, namespace, trash: entry }) => {
    if (!entry || namespace !== '') return []
    const value = new Encoder().struct(2, 1, (body) =>
      body
        .u8(entry.source === 'user' ? 0 : 2)
        .string(name)
        .time(entry.deletedMs)
        .time(entry.deferredUntilMs)
        .u8(0),
    )
    return [pair(`id_${id}`, value)]
  })
}

function pair(key: string, value: Encoder): OmapPair {
  return { key: Buffer.from(key), value: value.bytes() }
}

function made(modifiedMs: number, content: Partial<MadeObject>): MadeObject {
  const { bytes = Buffer.alloc(0), omap = [], xattrs = [] } = content
  const sorted = [...omap].sort((a, b) => Buffer.compare(a.key, b.key))
  return { kind: 'made', bytes, omap: sorted, xattrs, modifiedMs }
}
