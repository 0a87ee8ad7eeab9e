import { diffExtents } from '../engine/content/diff-extents.ts'
import { imageRanges, objectCountOf, setBytes } from '../engine/content/striping.ts'
import { findImage, type Readable } from '../engine/lookup.ts'
import { invalid } from '../engine/refusals.ts'
import type { ImageState } from '../engine/state.ts'
import type { ImageIo } from '../image-io.ts'
import type { Copies, CopyOptions, CopyProgress, DeepCopyOptions } from '../port/copies.ts'
import type { CallOptions, Content, ImageLayout, Rbd, RbdImageSpec, RbdSpec } from '../rbd.ts'
import { defaultSparseBytes, sparseRuns } from '../sparse-runs.ts'
import { asWriter } from './as-writer.ts'
import { DeepCopy } from './deep-copy.ts'
import type { SessionContext } from './session-context.ts'

/** Flat copies are read and written in pieces of this size at most. */
const pieceBytes = 4 * 1024 * 1024
/** What `sparsify` takes at least. */
const smallestSparseBytes = 4096

export class CopiesSession implements Copies {
  readonly #context: SessionContext
  readonly #io: ImageIo
  readonly #rbd: Rbd

  /** @param rbd - the same identity's view of the cluster, by which the copies are written */
  constructor(context: SessionContext, io: ImageIo, rbd: Rbd) {
    this.#context = context
    this.#io = io
    this.#rbd = rbd
  }

  async *copy(
    spec: RbdSpec,
    target: RbdImageSpec,
    options: CopyOptions & CallOptions = {},
  ): AsyncGenerator<CopyProgress> {
    const { sparseBytes = defaultSparseBytes, signal, ...asked } = options
    const readable = this.#context.readable(spec, options)
    const { image } = readable
    const { sizeBytes } = readable.snapshot ?? image
    await this.#rbd.createImage(target, { sizeBytes, ...layoutOf(image, asked), signal })
    await this.#copyMetadata(image, target)
    const total = objectCountOf(image, sizeBytes)
    const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, sizeBytes))
    for (const start of this.#periods(readable)) {
      const end = Math.min(sizeBytes, start + setBytes(image))
      for (let offset = start; offset < end; offset += pieceBytes) {
        const bytes = buffer.subarray(0, Math.min(pieceBytes, end - offset))
        await fill(bytes, offset, this.#io.read(readable, { offset, lengthBytes: bytes.byteLength, signal }))
        await this.#rbd.write(target, sparseRuns(bytes, offset, sparseBytes), { signal })
      }
      yield { done: Math.min(total, Math.floor(end / image.objectBytes)), total }
    }
    yield { done: total, total }
  }

  /** Where the sets of objects begin that hold or show something: they are read as a whole, as zeros are looked for. */
  #periods(readable: Readable): ReadonlySet<number> {
    const bytes = setBytes(readable.image)
    const periods = new Set<number>()
    for (const { offset, exists } of diffExtents(this.#context.runtime.state, readable)) {
      if (exists) periods.add(Math.floor(offset / bytes) * bytes)
    }
    return periods
  }

  async *deepCopy(
    spec: RbdSpec,
    target: RbdImageSpec,
    options: DeepCopyOptions & CallOptions = {},
  ): AsyncGenerator<CopyProgress> {
    const { flatten = false, signal, ...asked } = options
    const source = this.#context.readable(spec, options)
    this.#context.mayWrite(target, options)
    const copy = new DeepCopy(
      { runtime: this.#context.runtime, io: this.#io, rbd: this.#rbd },
      { source, target, layout: layoutOf(source.image, asked), flatten, signal },
    )
    yield* copy.run()
    await this.#copyMetadata(source.image, target)
  }

  async *sparsify(
    spec: RbdImageSpec,
    options: { sparseBytes?: number } & CallOptions = {},
  ): AsyncGenerator<CopyProgress> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    const { sparseBytes = defaultSparseBytes, signal } = options
    const image = findImage(runtime.state, spec)
    if (
      sparseBytes < smallestSparseBytes ||
      sparseBytes > image.objectBytes ||
      !Number.isInteger(Math.log2(sparseBytes))
    ) {
      throw invalid(`a sparse size is a power of two between ${smallestSparseBytes} and the object size`)
    }
    const total = objectCountOf(image, image.sizeBytes)
    const sparsifyObject = (index: number) => this.#sparsifyObject(spec, image, { index, sparseBytes })
    yield* asWriter(runtime, image, signal, async function* (lock) {
      for (const index of [...image.objects.touchedAfter(-1)].sort((a, b) => a - b)) {
        await lock()
        await sparsifyObject(index)
        yield { done: Math.min(total, index + 1), total }
      }
      yield { done: total, total }
    })
  }

  /**
   * An object that is all zeros goes. Else its runs of zeros lose their room, it ends with its last data, and is written
   * anew as a whole, which a diff will tell.
   */
  async #sparsifyObject(
    spec: RbdImageSpec,
    image: ImageState,
    { index, sparseBytes }: { index: number; sparseBytes: number },
  ): Promise<void> {
    const length = image.objects.lengthOf(index)
    if (!length) return
    const bytes = Buffer.alloc(length)
    let at = 0
    for (const [from, to] of imageRanges(image, index, 0, length)) {
      const stop = Math.min(to, image.sizeBytes)
      if (from >= stop) break
      const part = bytes.subarray(at, at + stop - from)
      await fill(part, from, this.#io.read({ image, snapshot: undefined }, { offset: from, lengthBytes: stop - from }))
      at += to - from
    }
    const freed: { index: number; start: number; end: number }[] = []
    let position = 0
    for (const run of sparseRuns(bytes, 0, sparseBytes)) {
      if (position < run.offset) freed.push({ index, start: position, end: run.offset })
      position = run.offset + run.bytes.byteLength
    }
    // What follows the last data is cut off.
    if (position < length) freed.push({ index, start: position, end: image.objectBytes })
    if (freed.length === 0) return
    await this.#io.freeObjects(image, freed)
    const left = image.objects.lengthOf(index)
    if (!left || image.snapshots.length === 0) return
    const { runtime } = this.#context
    await runtime.withImage(spec, ({ id }) => {
      runtime.record({ kind: 'written', image: id, units: [], objects: [[index, left]], modified: [[index, 0, left]] })
    })
  }

  async #copyMetadata({ metadata }: ImageState, target: RbdImageSpec): Promise<void> {
    if (Object.keys(metadata).length === 0) return
    await this.#context.runtime.changeImage(target, ({ id }) => ({ kind: 'image-attributes-set', image: id, metadata }))
  }
}

/** The layout of a copy: what is asked for, else the source's. Without striping neither half of it is passed on. */
function layoutOf(image: ImageState, asked: ImageLayout): ImageLayout {
  const { order = image.order, features = image.features, dataPool, ...striping } = asked
  const isAsked = striping.stripeUnitBytes !== undefined || striping.stripeCount !== undefined
  const isStriped = image.stripeUnit !== image.objectBytes || image.stripeCount !== 1
  const kept = isStriped && !isAsked ? striped(image) : striping
  return { order, features, ...kept, ...(dataPool !== undefined && { dataPool }) }
}

function striped({ stripeUnit, stripeCount }: ImageState): ImageLayout {
  return { stripeUnitBytes: stripeUnit, stripeCount }
}

/** Content without gaps that begins at `offset`, as bytes. */
async function fill(into: Buffer, offset: number, content: AsyncIterable<Content>): Promise<void> {
  for await (const piece of content) {
    if (piece.kind === 'data') into.set(piece.bytes, piece.offset - offset)
    else into.fill(0, piece.offset - offset, piece.offset - offset + piece.lengthBytes)
  }
}
