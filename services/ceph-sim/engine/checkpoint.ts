import { InternalError } from '#kernel/errors/domain-error.ts'
import type { IdentityCaps } from '../auth/identity.ts'
import { type UnitRun, unitBytes } from './content/layer-map.ts'
import type { Layer } from './content/layers.ts'
import { type ObjectEntry, ObjectTable } from './content/objects.ts'
import { type SnapshotNamespace, userNamespace } from './roles/image-roles.ts'
import { registerChild } from './snapshots/children.ts'
import {
  type ClusterSettings,
  type ClusterState,
  type ImageState,
  imageById,
  imagesIn,
  newPool,
  type PoolState,
  type SnapshotState,
} from './state.ts'

/** One piece of a cluster's whole state, as plain data. In the order of `dumpState` they rebuild it. */
export type StateRecord =
  | { readonly kind: 'identity'; readonly entity: string; readonly key: string; readonly caps: IdentityCaps }
  | { readonly kind: 'settings'; readonly settings: Partial<ClusterSettings> }
  | PoolRecord
  | { readonly kind: 'layer'; readonly id: number; readonly parent?: number; readonly limitBytes?: number }
  | { readonly kind: 'units'; readonly layer: number; readonly runs: readonly UnitRun[] }
  | ImageRecord
  | SnapshotRecord
  | {
      readonly kind: 'clean-objects'
      readonly image: string
      readonly epoch: number
      readonly indices: readonly number[]
    }
  | {
      readonly kind: 'objects'
      readonly image: string
      readonly epoch: number
      readonly entries: readonly ObjectEntry[]
    }
  | {
      readonly kind: 'modified'
      readonly image: string
      readonly epoch: number
      /** An object, then the starts and ends of its ranges. */
      readonly entries: readonly (readonly number[])[]
    }

/** Everything of a pool that is plain data, and the names of its name spaces. */
interface PoolRecord extends PlainPool {
  readonly kind: 'pool'
  readonly namespaces?: readonly string[]
}
type PlainPool = Omit<PoolState, 'images' | 'namespaces' | 'trash' | 'storedBytes' | 'storedObjects'>

/**
 * Everything of an image that is plain data; `pool` and `dataPool` are names, the latter absent where it is the former;
 * `head` is the id of a layer.
 */
interface ImageRecord extends Omit<PlainImage, LaterField>, Partial<Pick<PlainImage, LaterField>> {
  readonly kind: 'image'
  readonly pool: string
  readonly dataPool?: string
  readonly head: number
}
type PlainImage = Omit<ImageState, 'pool' | 'dataPool' | 'objectBytes' | 'snapshots' | 'objects' | 'head'>
type LaterField = keyof ReturnType<typeof laterImageFields>

interface SnapshotRecord extends Omit<SnapshotState, 'layer' | 'namespace' | 'flags'> {
  readonly kind: 'snapshot'
  readonly image: string
  readonly layer: number
  readonly namespace?: SnapshotNamespace
  readonly flags?: readonly string[]
}

/** Runs or entries in one record. */
const chunkLength = 4096
/** Starts and ends in one entry. */
const rangesInEntry = 64

export function* dumpState(state: ClusterState): Generator<StateRecord> {
  for (const identity of state.identities.values()) yield { kind: 'identity', ...identity }
  yield { kind: 'settings', settings: state.settings }
  for (const pool of state.pools.values()) {
    const { images: _, namespaces, trash: __, storedBytes: ___, storedObjects: ____, ...plain } = pool
    yield { kind: 'pool', ...plain, namespaces: [...namespaces.keys()] }
  }
  for (const layer of parentsFirst(state)) {
    const link = layer.parent && { parent: layer.parent.layer.id, limitBytes: layer.parent.limitBytes }
    yield { kind: 'layer', id: layer.id, ...link }
    for (const runs of chunks(layer.map.runs())) yield { kind: 'units', layer: layer.id, runs }
  }
  for (const image of state.images.values()) yield* dumpImage(image)
}

function* dumpImage(image: ImageState): Generator<StateRecord> {
  const { pool, dataPool, objectBytes: _, snapshots, objects, head, ...plain } = image
  yield {
    kind: 'image',
    ...plain,
    pool: pool.name,
    ...(dataPool !== pool && { dataPool: dataPool.name }),
    head: head.id,
  }
  for (const { layer, ...rest } of snapshots) yield { kind: 'snapshot', image: image.id, ...rest, layer: layer.id }
  for (let epoch = 0; epoch <= objects.head; epoch++) {
    for (const entries of chunks(objects.entries(epoch))) yield { kind: 'objects', image: image.id, epoch, entries }
    for (const indices of chunks(objects.clean(epoch))) yield { kind: 'clean-objects', image: image.id, epoch, indices }
    for (const entries of chunks(modifiedRanges(objects, epoch))) {
      yield { kind: 'modified', image: image.id, epoch, entries }
    }
  }
}

/** Adds one record to a state that holds all those before it. */
export function loadRecord(state: ClusterState, record: StateRecord): void {
  switch (record.kind) {
    case 'identity':
      state.identities.set(record.entity, { entity: record.entity, key: record.key, caps: record.caps })
      return
    case 'settings':
      state.settings = { ...state.settings, ...record.settings }
      return
    case 'pool': {
      const { kind: _, namespaces = [], ...plain } = record
      const pool = Object.assign(newPool(record), plain)
      for (const namespace of namespaces) pool.namespaces.set(namespace, new Map())
      state.pools.set(record.name, pool)
      return
    }
    case 'layer': {
      const parent =
        record.parent === undefined
          ? undefined
          : { layer: state.layers.get(record.parent), limitBytes: record.limitBytes ?? 0 }
      // Owners are counted as they turn up.
      state.layers.create(record.id, parent).references = 0
      return
    }
    case 'units': {
      const { map } = state.layers.get(record.layer)
      for (const [start, count, unitState] of record.runs) map.set(start, count, unitState)
      return
    }
    case 'image':
      loadImage(state, record)
      return
    case 'snapshot': {
      const image = imageById(state, record.image)
      const layer = state.layers.get(record.layer)
      layer.references++
      const { kind: _, image: __, layer: ___, parent, ...rest } = record
      image.snapshots.push({ namespace: userNamespace, flags: [], ...rest, layer, parent: parent && { ...parent } })
      image.objects.openEpoch()
      registerChild(state, image, parent)
      return
    }
    case 'clean-objects': {
      const { objects } = imageById(state, record.image)
      for (const index of record.indices) objects.markClean(index, record.epoch)
      return
    }
    case 'objects': {
      const { objects, dataPool } = imageById(state, record.image)
      const before = { bytes: objects.storedBytes, count: objects.storedObjects }
      for (const [index, length] of record.entries) objects.set(record.epoch, index, length)
      dataPool.storedBytes += objects.storedBytes - before.bytes
      dataPool.storedObjects += objects.storedObjects - before.count
      return
    }
    case 'modified': {
      const { objects } = imageById(state, record.image)
      for (const [index = 0, ...ranges] of record.entries) {
        for (let i = 0; i < ranges.length; i += 2) objects.modify(index, ranges[i]!, ranges[i + 1]!, record.epoch)
      }
      return
    }
  }
}

function loadImage(state: ClusterState, record: ImageRecord): void {
  const pool = state.pools.get(record.pool)
  const dataPool = state.pools.get(record.dataPool ?? record.pool)
  if (!pool || !dataPool) throw new InternalError(`image ${record.id} is in an unknown pool`)
  const { kind: _, pool: __, dataPool: ___, head: headId, parent, ...rest } = record
  const head = state.layers.get(headId)
  head.references++
  const image: ImageState = {
    ...laterImageFields(record),
    ...rest,
    pool,
    dataPool,
    objectBytes: 2 ** record.order,
    parent: parent && { ...parent },
    snapshots: [],
    objects: new ObjectTable(),
    head,
  }
  if (image.lost) state.hasLosses = true
  state.images.set(image.id, image)
  if (image.trash) pool.trash.set(image.id, image)
  else imagesIn(pool, image.namespace)?.set(image.name, image)
  registerChild(state, image, parent)
}

/** What the fields are that older checkpoints do not have. */
function laterImageFields(record: {
  readonly order: number
}): Pick<ImageState, 'namespace' | 'stripeUnit' | 'stripeCount' | 'flags' | 'metadata'> {
  return { namespace: '', stripeUnit: 2 ** record.order, stripeCount: 1, flags: [], metadata: {} }
}

function* modifiedRanges(objects: ObjectTable, epoch: number): Generator<number[]> {
  for (const [index, ranges] of objects.modified(epoch)) {
    for (let i = 0; i < ranges.length; i += rangesInEntry) yield [index, ...ranges.slice(i, i + rangesInEntry)]
  }
}

function* parentsFirst(state: ClusterState): Generator<Layer> {
  const done = new Set<Layer>()
  for (const layer of state.layers.all()) {
    const chain: Layer[] = []
    for (let next: Layer | undefined = layer; next && !done.has(next); next = next.parent?.layer) chain.push(next)
    for (const next of chain.reverse()) {
      done.add(next)
      yield next
    }
  }
}

function* chunks<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length === chunkLength) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}

/** Where the last byte that a layer keeps in its file ends; 0 when it keeps none. */
export function dataEndBytes(layer: Layer): number {
  let end = 0
  for (const [start, count, unitState] of layer.map.runs()) if (unitState === 1) end = (start + count) * unitBytes
  return end
}
