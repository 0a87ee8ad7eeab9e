import { InternalError } from '#kernel/errors/domain-error.ts'
import type { Layer } from './content/layers.ts'
import { removed } from './content/objects.ts'
import { isIn, osdMapOf } from './osds/osd-map.ts'
import { childlessSnapshots } from './snapshots/children.ts'
import {
  type ClusterState,
  childKey,
  type ImageState,
  imageById,
  imagesIn,
  type PoolState,
  snapshotById,
} from './state.ts'
import { rawUsage } from './status/capacity.ts'

/**
 * Recounts from scratch what the engine keeps by increments and throws InternalError where they differ: stored bytes
 * (INV01), children and their parents, which clones of format 1 keep protected (INV03, INV10), the full ratio (INV11),
 * references of layers, members of groups. For tests, and for a store that was just opened.
 */
export function audit(state: ClusterState, { isAtRest = true }: { isAtRest?: boolean } = {}): void {
  const references = new Map<Layer, number>()
  const children = new Map<string, Set<string>>()
  const refer = (layer: Layer | undefined) => layer && references.set(layer, (references.get(layer) ?? 0) + 1)
  for (const image of state.images.values()) {
    auditImage(state, image)
    for (const part of [image, ...image.snapshots]) {
      refer('head' in part ? part.head : part.layer)
      if (!part.parent) continue
      const key = childKey(part.parent)
      children.set(key, (children.get(key) ?? new Set()).add(image.id))
    }
  }
  for (const layer of state.layers.all()) refer(layer.parent?.layer)
  for (const layer of state.layers.all()) {
    if (layer.references !== references.get(layer)) throw new InternalError(`layer ${layer.id} has a wrong count`)
  }
  if (references.size !== [...state.layers.all()].length) throw new InternalError('a layer in use is not in the table')
  for (const key of new Set([...children.keys(), ...state.children.keys()])) {
    const [recounted, kept] = [children.get(key), state.children.get(key)]
    if (recounted?.size !== kept?.size) throw new InternalError(`the children of ${key} are not what they should be`)
  }
  for (const { image } of isAtRest ? childlessSnapshots(state) : [])
    throw new InternalError(`a clone kept a snapshot of ${image}`)
  for (const pool of state.pools.values()) auditGroups(state, pool)
  auditSpace(state)
}

function auditImage(state: ClusterState, image: ImageState): void {
  const kept = image.trash ? image.pool.trash.get(image.id) : imagesIn(image.pool, image.namespace)?.get(image.name)
  if (kept !== image) throw new InternalError(`image ${image.id} is lost to its pool`)
  if (image.objects.head !== image.snapshots.length)
    throw new InternalError(`image ${image.id} has a wrong epoch count`)
  for (let epoch = 0; epoch <= image.objects.head; epoch++) {
    for (const index of image.objects.modified(epoch).keys()) auditModified(image, epoch, index)
    for (const [index, length] of image.objects.entries(epoch)) {
      if (length !== removed || (epoch > 0 && image.objects.lengthOf(index, epoch - 1) !== undefined)) continue
      throw new InternalError(`image ${image.id} notes the end of an object that never was`)
    }
  }
  for (const { parent } of [image, ...image.snapshots]) {
    if (!parent) continue
    const parentImage = state.images.get(parent.image)
    if (!parentImage) throw new InternalError(`the parent of ${image.id} is gone`)
    const isProtected = snapshotById(parentImage, parent.snapshot).protected
    if (parent.cloneFormat !== 2 && !isProtected) throw new InternalError('a parent is not protected')
  }
}

/** What an epoch changed of an object is in order, and part of what the object was before. */
function auditModified({ id, objects }: ImageState, epoch: number, index: number): void {
  const ranges = objects.modified(epoch).get(index) ?? []
  const before = epoch === 0 ? 0 : (objects.lengthOf(index, epoch - 1) ?? 0)
  const isSound = ranges.every((end, i) => end > (ranges[i - 1] ?? -1)) && (ranges.at(-1) ?? 0) <= before
  const isThere = (objects.entry(epoch, index) ?? removed) !== removed
  if (!isSound || !isThere) throw new InternalError(`image ${id} notes changes of object ${index} that it cannot have`)
}

function auditGroups(state: ClusterState, pool: PoolState): void {
  for (const { group, members, snapshots } of Object.values(pool.groups)) {
    for (const id of members) {
      if (state.images.get(id)?.group?.group !== group) throw new InternalError(`group ${group} lost image ${id}`)
    }
    for (const { image, snapshot } of snapshots.flatMap(({ parts }) => parts)) {
      const { namespace } = snapshotById(imageById(state, image), snapshot)
      if (namespace.kind !== 'group') throw new InternalError(`group ${group} lost a snapshot of ${image}`)
    }
  }
}

function auditSpace(state: ClusterState): void {
  for (const pool of state.pools.values()) {
    let storedBytes = 0
    let storedObjects = 0
    for (const image of state.images.values()) {
      if (image.dataPool !== pool) continue
      for (let epoch = 0; epoch <= image.objects.head; epoch++) {
        for (const [, length] of image.objects.entries(epoch)) {
          if (length === removed) continue
          storedBytes += length
          storedObjects++
        }
      }
    }
    if (storedBytes !== pool.storedBytes || storedObjects !== pool.storedObjects) {
      throw new InternalError(`pool ${pool.name} counts ${pool.storedBytes} bytes and holds ${storedBytes}`)
    }
  }
  const { usedBytes, totalBytes } = rawUsage(state)
  const map = osdMapOf(state)
  const isAsMade = map.ratios.full === state.capacity.fullRatio && map.osds.every(isIn)
  if (isAsMade && usedBytes > totalBytes * map.ratios.full)
    throw new InternalError('the cluster is past its full ratio')
}
