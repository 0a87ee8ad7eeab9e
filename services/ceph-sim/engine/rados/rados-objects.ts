import { removed } from '../content/objects.ts'
import { type Layout, objectCountOf } from '../content/striping.ts'
import { allImages, type ClusterState, type ImageState, type PoolState } from '../state.ts'
import { plainObjectBytes, plainObjectPlace } from './plain-objects.ts'

/** The RADOS objects that a pool is made of, by name, with what they store. */

/** An object, with its clones beneath snapshots, which always lie with it. */
export interface RadosObject {
  readonly name: string
  /** Empty for the default one. */
  readonly namespace: string
  /** Lengths in bytes: of the newest state and of each clone. */
  readonly lengths: readonly number[]
  /** Set for a data object, and for what an image cannot do without. */
  readonly image?: ImageState
  /** A data object's number in its image. */
  readonly index?: number
}

/** `overwrite validated`, which `rbd pool init` writes. */
const infoBytes = 19
/** Of an object map beside two bits for each object: header and checksums. */
const objectMapOverheadBytes = 26
const objectMapBlockBytes = 4096

export function dataObjectName(image: ImageState, index: number): string {
  const prefix = image.dataPool === image.pool ? image.id : `${image.pool.id}.${image.id}`
  return `rbd_data.${prefix}.${index.toString(16).padStart(16, '0')}`
}

/** Every object of a pool. Takes as long as there are objects. */
export function* objectsOf(state: ClusterState, pool: PoolState): Generator<RadosObject> {
  yield* metadataObjects(pool)
  for (const image of state.images.values()) if (image.dataPool === pool) yield* dataObjects(image)
}

function* dataObjects(image: ImageState): Generator<RadosObject> {
  const lengths = new Map<number, number[]>()
  for (let epoch = image.objects.head; epoch >= 0; epoch--) {
    for (const [index, length] of image.objects.entries(epoch)) {
      if (length === removed) continue
      const known = lengths.get(index)
      if (known) known.push(length)
      else lengths.set(index, [length])
    }
  }
  const { namespace } = image
  for (const [index, found] of lengths) {
    yield { name: dataObjectName(image, index), namespace, lengths: found, image, index }
  }
}

/** What RBD keeps beside data, and what was put by hand: the pool's directories, and each image's id, header and object maps. */
export function* metadataObjects(pool: PoolState): Generator<RadosObject> {
  if (pool.initialized) yield plain('rbd_info', infoBytes)
  if (pool.hasDirectory) yield plain('rbd_directory', 0)
  if (pool.hasChildrenDirectory) yield plain('rbd_children', 0)
  if (pool.hasTrashDirectory) yield plain('rbd_trash', 0)
  for (const [key, object] of Object.entries(pool.plainObjects)) {
    yield { ...plainObjectPlace(key), lengths: [plainObjectBytes(object)] }
  }
  for (const image of allImages(pool)) {
    const of = { image, namespace: image.namespace }
    if (!image.trash) yield { ...of, name: `rbd_id.${image.name}`, lengths: [4 + image.id.length] }
    yield { ...of, name: `rbd_header.${image.id}`, lengths: [0] }
    if (!image.features.includes('object-map')) continue
    const map = `rbd_object_map.${image.id}`
    yield { ...of, name: map, lengths: [objectMapBytes(image, image.sizeBytes)] }
    for (const { id, sizeBytes } of image.snapshots) {
      const lengths = [objectMapBytes(image, sizeBytes)]
      yield { ...of, name: `${map}.${id.toString(16).padStart(16, '0')}`, lengths }
    }
  }
}

function plain(name: string, lengthBytes: number): RadosObject {
  return { name, namespace: '', lengths: [lengthBytes] }
}

function objectMapBytes(layout: Layout, sizeBytes: number): number {
  const bits = Math.ceil(objectCountOf(layout, sizeBytes) / 4)
  return bits + objectMapOverheadBytes + 4 * Math.ceil(bits / objectMapBlockBytes)
}
