import { imageRanges } from '../engine/content/striping.ts'
import { findPool } from '../engine/lookup.ts'
import { clonesOfObject } from '../engine/rados/object-clones.ts'
import { objectMissing } from '../engine/rados/plain-objects.ts'
import { planPutObject, planRemoveObject } from '../engine/rados/plan-plain-objects.ts'
import { type FoundObject, findObject } from '../engine/rados/rados-contents.ts'
import { objectsOf } from '../engine/rados/rados-objects.ts'
import type { ImageIo } from '../image-io.ts'
import type {
  ListObjectsOptions,
  ObjectClones,
  ObjectName,
  ObjectSpec,
  ObjectStat,
  OmapEntry,
  RadosObjects,
} from '../port/rados-objects.ts'
import type { CallOptions } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

const pieceBytes = 128 * 1024

export class RadosObjectsSession implements RadosObjects {
  readonly #context: SessionContext
  readonly #io: ImageIo

  constructor(context: SessionContext, io: ImageIo) {
    this.#context = context
    this.#io = io
  }

  async list(poolName: string, options: ListObjectsOptions & CallOptions = {}): Promise<readonly ObjectName[]> {
    const { namespace = '', all = false } = options
    this.#context.mayRead(poolName, options)
    const { state } = this.#context.runtime
    const pool = findPool(state, poolName)
    return [...objectsOf(state, pool)]
      .filter((object) => all || object.namespace === namespace)
      .map((object) => ({ namespace: object.namespace, name: object.name }))
      .sort((a, b) => byCode(a.namespace, b.namespace) || byCode(a.name, b.name))
  }

  async stat(spec: ObjectSpec, options?: CallOptions): Promise<ObjectStat> {
    const found = this.#find(spec, options)
    return { sizeBytes: lengthOf(found, spec), modifiedMs: found.modifiedMs }
  }

  async *read(spec: ObjectSpec, options?: CallOptions): AsyncGenerator<Uint8Array> {
    const found = this.#find(spec, options)
    const length = lengthOf(found, spec)
    if (found.kind === 'made') {
      for (let at = 0; at < length; at += pieceBytes) yield found.bytes.subarray(at, at + pieceBytes)
      return
    }
    const { image, index } = found
    for (const [offset, end] of imageRanges(image, index, 0, length)) {
      const pieces = this.#io.read({ image, snapshot: undefined }, { offset, lengthBytes: end - offset, pieceBytes })
      for await (const piece of pieces) {
        if (piece.kind === 'data') yield piece.bytes
        else yield* zeros(piece.lengthBytes)
      }
    }
  }

  async put(spec: ObjectSpec, bytes: Uint8Array, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec.pool, options)
    const { runtime } = this.#context
    const atMs = runtime.clock.now()
    await runtime.changeCluster(() => planPutObject(runtime.state, placeOf(spec), { bytes, atMs }).change)
  }

  async remove(spec: ObjectSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec.pool, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planRemoveObject(runtime.state, placeOf(spec)).change)
  }

  async omap(spec: ObjectSpec, options?: CallOptions): Promise<readonly OmapEntry[]> {
    const found = this.#find(spec, options)
    return found.kind === 'made' ? found.omap : []
  }

  async xattrs(spec: ObjectSpec, options?: CallOptions): Promise<readonly string[]> {
    const found = this.#find(spec, options)
    return found.kind === 'made' ? found.xattrs : []
  }

  async clones(spec: ObjectSpec, options?: CallOptions): Promise<ObjectClones> {
    const found = this.#find(spec, options)
    if (found.kind === 'made') return { clones: [], headBytes: found.bytes.byteLength }
    return clonesOfObject(found.image, found.index)
  }

  #find(spec: ObjectSpec, options: CallOptions | undefined): FoundObject {
    this.#context.mayRead(spec.pool, options)
    const { state, clients } = this.#context.runtime
    const pool = findPool(state, spec.pool)
    return findObject(state, pool, placeOf(spec), (image) => clients.holderOf(image.id) !== undefined)
  }
}

/** @throws NotFoundError (ENOENT) where only snapshots still have the object */
function lengthOf(found: FoundObject, spec: ObjectSpec): number {
  const length = found.kind === 'made' ? found.bytes.byteLength : found.image.objects.lengthOf(found.index)
  if (length === undefined) throw objectMissing(placeOf(spec))
  return length
}

function placeOf({ pool, namespace = '', name }: ObjectSpec) {
  return { pool, namespace, name }
}

function* zeros(lengthBytes: number): Generator<Uint8Array> {
  const block = new Uint8Array(Math.min(lengthBytes, pieceBytes))
  for (let left = lengthBytes; left > 0; left -= block.byteLength) yield block.subarray(0, Math.min(left, pieceBytes))
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
