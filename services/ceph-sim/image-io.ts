import type { ClusterRuntime } from './cluster-runtime.ts'
import { apply } from './engine/apply.ts'
import type { ByteRanges } from './engine/content/byte-ranges.ts'
import { clearedRanges, type ObjectRange, partlyCleared } from './engine/content/cleared-ranges.ts'
import { freedRanges } from './engine/content/freed-ranges.ts'
import { data, type UnitRun, unitBytes } from './engine/content/layer-map.ts'
import type { Layer, Run } from './engine/content/layers.ts'
import {
  addWrittenUnits,
  assertWithin,
  discardedRanges,
  type IoPlan,
  planDiscard,
  planWrite,
  timestampIntervalMs,
} from './engine/content/plan-io.ts'
import type { Readable } from './engine/lookup.ts'
import { assertIntact } from './engine/osds/damage.ts'
import { osdMapOf } from './engine/osds/osd-map.ts'
import { copiesOf } from './engine/osds/placement.ts'
import { assertReadServed, assertServed } from './engine/osds/placement-groups.ts'
import { imageMissing, snapshotMissing } from './engine/refusals.ts'
import type { ImageState } from './engine/state.ts'
import { assertSpace } from './engine/status/capacity.ts'
import { type ByteRange, type Content, contentLength, type ReadOptions } from './rbd.ts'
import { isWantOfSpace } from './space-gate.ts'

/** A write is planned and stored in slices of this size at most. */
const sliceBytes = 2 ** 20
const defaultPieceBytes = 2 ** 20
/** Up to here a call that blocks costs less than one that goes through the thread pool. */
const syncLimitBytes = 64 * 1024
const zeroBlock = Buffer.alloc(syncLimitBytes)
/** Written zeros of this length are told as a length; shorter ones travel with the data around them. */
const longZeroBytes = 64 * 1024
/** How far one look goes for the end of a gap. */
const gapWindowBytes = 64 * 1024 ** 2

/** Bytes for a layer's file. */
interface Segment {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** Moves bytes between callers and layers, with the engine's plans. */
export class ImageIo {
  readonly #runtime: ClusterRuntime

  constructor(runtime: ClusterRuntime) {
    this.#runtime = runtime
  }

  /**
   * Stores one piece at the head of an image.
   *
   * @throws InvalidArgumentError (EINVAL) past the end; NoSpaceError (ENOSPC); NotFoundError once the image is removed
   */
  async write(image: ImageState, content: Content, signal?: AbortSignal): Promise<void> {
    assertWithin(image, { offset: content.offset, lengthBytes: contentLength(content) })
    const end = content.offset + contentLength(content)
    let offset = content.offset
    while (offset < end) {
      // Zeros cost no bytes, so they need no slices; data slices end at multiples of their size.
      const stop = content.kind === 'zero' ? end : Math.min(end, (Math.floor(offset / sliceBytes) + 1) * sliceBytes)
      const bytes =
        content.kind === 'zero'
          ? undefined
          : asBuffer(content.bytes).subarray(offset - content.offset, stop - content.offset)
      const start = offset
      const { gate, locks } = this.#runtime
      const waiting = locks.acquire(image.id)
      if (waiting) await waiting
      try {
        this.#assertPresent(image)
        gate.assertOpen(image.dataPool)
        const pending = this.#writeSlice(image, offset, stop, bytes)
        if (pending) await pending
        offset = stop
      } catch (thrown) {
        if (!gate.waits || !isWantOfSpace(thrown)) throw thrown
      } finally {
        locks.release(image.id)
      }
      if (offset === stop) this.#written(image, stop - start)
      else await gate.change(signal)
    }
  }

  #written({ dataPool }: ImageState, bytes: number): void {
    this.#runtime.gate.observe(dataPool)
    this.#runtime.countIo(dataPool, 'write', bytes)
  }

  /** Gives a range back, in librbd's coarse steps. Call with the image's lock held. */
  discard(image: ImageState, range: ByteRange): void {
    this.#discard(image, discardedRanges(image, range))
  }

  /** Makes a range read as zeros and gives its room back, to the byte. @throws as `write` */
  free(image: ImageState, range: ByteRange): Promise<void> {
    return this.#free(image, () => freedRanges(image, range))
  }

  /** The same for ranges of objects. */
  freeObjects(image: ImageState, ranges: readonly ObjectRange[]): Promise<void> {
    return this.#free(image, () => ranges)
  }

  async #free(image: ImageState, ranges: () => readonly ObjectRange[]): Promise<void> {
    const waiting = this.#runtime.locks.acquire(image.id)
    if (waiting) await waiting
    try {
      this.#assertPresent(image)
      this.#discard(image, ranges())
    } finally {
      this.#runtime.locks.release(image.id)
    }
  }

  #discard(image: ImageState, discarded: readonly ObjectRange[]): void {
    const { state, store, clock } = this.#runtime
    const cleared = clearedRanges(image, discarded)
    const zeroed: UnitRun[] = []
    const segments: Segment[] = []
    for (const [unit, parts] of partlyCleared(cleared)) this.#clearIn(image, zeroed, segments, { unit, parts })
    const plan = planDiscard(state, image, { discarded, cleared, zeroed }, clock.now())
    assertSpace(state, image.dataPool, plan.cost.storedDeltaBytes, this.#runtime.reservedBytes)
    for (const { offset, bytes } of segments) store.writeSync(image.head.id, offset, bytes)
    this.#record(image, plan)
  }

  /** Parts of a unit are to read as zeros. Where nothing is stored, there is no object that could hold them. */
  #clearIn(
    image: ImageState,
    units: UnitRun[],
    segments: Segment[],
    { unit, parts }: { unit: number; parts: ByteRanges },
  ): void {
    const start = unit * unitBytes
    if (!this.#runtime.state.layers.hasStored(image.head, start, start + unitBytes)) return
    const whole = this.#unitOf(image, start)
    for (let i = 0; i < parts.length; i += 2) whole.fill(0, parts[i]! - start, parts[i + 1]! - start)
    addWhole(units, segments, start, start + unitBytes, whole)
  }

  /** What the head shows in a unit. */
  #unitOf(image: ImageState, start: number): Buffer {
    const whole = Buffer.alloc(unitBytes)
    for (const run of this.#runtime.state.layers.resolve(image.head, start, start + unitBytes)) {
      this.#fillRun(run, start, whole)
    }
    return whole
  }

  /**
   * Makes what lies past the end of the image in its last unit read as zeros, before the image grows over it. Call with
   * the image's lock held.
   */
  clearTail(image: ImageState): void {
    const within = image.sizeBytes % unitBytes
    if (within === 0 || image.head.map.get(Math.floor(image.sizeBytes / unitBytes)) !== data) return
    this.#runtime.store.writeSync(image.head.id, image.sizeBytes, zeroBlock.subarray(0, unitBytes - within))
    this.#runtime.store.appendWritten({ image: image.id, layer: image.head.id, change: undefined })
  }

  /** @see Rbd.read */
  async *read(
    readable: Readable,
    options: ReadOptions & { signal?: AbortSignal | undefined },
  ): AsyncGenerator<Content> {
    const { image, snapshot } = readable
    const { sizeBytes } = snapshot ?? image
    const { offset = 0, lengthBytes = Math.max(0, sizeBytes - offset), pieceBytes = defaultPieceBytes } = options
    const end = Math.min(sizeBytes, offset + lengthBytes)
    assertWithin({ ...image, sizeBytes }, { offset, lengthBytes: Math.max(0, end - offset) })
    let buffer: Buffer | undefined
    let position = offset
    while (position < end) {
      this.#runtime.assertRunning(options.signal)
      const layer = this.#layerOf(readable)
      const window = Math.min(end, position + pieceBytes)
      this.#assertReadable(readable, position, window)
      const runs = this.#runtime.state.layers.resolve(layer, position, window)
      const first = runs[0]!
      if (isGap(first)) {
        const stop = this.#gapEnd(layer, position, end)
        this.#assertReadable(readable, position, stop)
        yield { kind: 'zero', offset: position, lengthBytes: stop - position }
        position = stop
        continue
      }
      const gap = runs.findIndex(isGap)
      const stored = gap < 0 ? runs : runs.slice(0, gap)
      const stop = stored[stored.length - 1]!.end
      buffer ??= Buffer.allocUnsafe(Math.min(pieceBytes, end - position))
      const bytes = buffer.subarray(0, stop - position)
      const pending = this.#fill(stored, position, bytes)
      if (pending) await pending
      this.#runtime.countIo(image.dataPool, 'read', bytes.byteLength)
      yield { kind: 'data', offset: position, bytes }
      position = stop
    }
  }

  /** Nothing is lost of a range, and osds serve it. */
  #assertReadable(readable: Readable, from: number, to: number): void {
    const { state, clock } = this.#runtime
    assertIntact(state, readable, from, to)
    assertReadServed(state, readable, { from, to, nowMs: clock.now() })
  }

  /** Notes when an image was last read, once a minute at most, as librbd does. */
  async touch({ image, snapshot }: Readable): Promise<void> {
    const accessedMs = this.#runtime.clock.now()
    if (snapshot || accessedMs - image.accessedMs < timestampIntervalMs) return
    await this.#runtime.locks.exclusive(image.id, () => {
      this.#assertPresent(image)
      this.#runtime.record({ kind: 'image-touched', image: image.id, accessedMs })
      this.#runtime.store.commit()
    })
  }

  /** Returns a promise only where it has to wait for the disk. @param bytes - absent for zeros */
  #writeSlice(image: ImageState, start: number, end: number, bytes: Buffer | undefined): Promise<void> | undefined {
    const units: UnitRun[] = []
    const segments: Segment[] = []
    const firstWhole = Math.ceil(start / unitBytes) * unitBytes
    const lastWhole = Math.floor(end / unitBytes) * unitBytes
    if (firstWhole > lastWhole) this.#addPart(image, units, segments, { start, end, bytes })
    else {
      if (start < firstWhole) {
        this.#addPart(image, units, segments, { start, end: firstWhole, bytes: bytes?.subarray(0, firstWhole - start) })
      }
      if (firstWhole < lastWhole)
        addWhole(units, segments, firstWhole, lastWhole, bytes?.subarray(firstWhole - start, lastWhole - start))
      if (lastWhole < end) {
        this.#addPart(image, units, segments, { start: lastWhole, end, bytes: bytes?.subarray(lastWhole - start) })
      }
    }
    const { state, clock } = this.#runtime
    assertServed(state, image, { from: start, to: end, nowMs: clock.now() })
    const plan = planWrite(state, image, { offset: start, lengthBytes: end - start }, units, clock.now())
    assertSpace(state, image.dataPool, plan.cost.storedDeltaBytes, this.#runtime.reservedBytes)
    return this.#store(image, plan, segments)
  }

  #store(image: ImageState, plan: IoPlan, segments: readonly Segment[]): Promise<void> | undefined {
    const { store } = this.#runtime
    const total = segments.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    if (total <= syncLimitBytes) {
      for (const { offset, bytes } of segments) store.writeSync(image.head.id, offset, bytes)
      this.#record(image, plan)
      return undefined
    }
    return this.#storeSlowly(image, plan, segments)
  }

  async #storeSlowly(image: ImageState, plan: IoPlan, segments: readonly Segment[]): Promise<void> {
    const { state, store } = this.#runtime
    const reserved = Math.max(0, plan.cost.storedDeltaBytes) * copiesOf(osdMapOf(state), image.dataPool).onInOsds
    this.#runtime.reservedBytes += reserved
    try {
      for (const { offset, bytes } of segments) {
        if (bytes.byteLength <= syncLimitBytes) store.writeSync(image.head.id, offset, bytes)
        else await store.write(image.head.id, offset, bytes)
      }
      this.#record(image, plan)
    } finally {
      this.#runtime.reservedBytes -= reserved
    }
  }

  #record(image: ImageState, { change }: IoPlan): void {
    this.#runtime.store.appendWritten({ image: image.id, layer: image.head.id, change })
    if (change) apply(this.#runtime.state, change)
  }

  /** A part of one unit: straight into the file where the unit is there, else the whole unit with what it showed. */
  #addPart(
    image: ImageState,
    units: UnitRun[],
    segments: Segment[],
    part: { start: number; end: number; bytes: Buffer | undefined },
  ): void {
    const unit = Math.floor(part.start / unitBytes)
    const bytes = part.bytes ?? zeroBlock.subarray(0, part.end - part.start)
    if (image.head.map.get(unit) === data) {
      segments.push({ offset: part.start, bytes })
      addWrittenUnits(units, unit, 1, 'data')
      return
    }
    const start = unit * unitBytes
    const whole = this.#unitOf(image, start)
    bytes.copy(whole, part.start - start)
    addWhole(units, segments, start, start + unitBytes, whole)
  }

  /** Where holes and written zeros that begin at `from` give way to data. */
  #gapEnd(layer: Layer, from: number, limit: number): number {
    const { layers } = this.#runtime.state
    let position = from
    while (position < limit) {
      const window = Math.min(limit, position + gapWindowBytes)
      for (const { source, end } of layers.resolve(layer, position, window)) {
        if (source !== 'hole' && source !== 'zero') return position
        position = source === 'hole' && end === window ? layers.nextStored(layer, window, limit) : end
      }
    }
    return position
  }

  /** Fills `into` (which starts at `start`) from stored runs; a promise only where a read is large. */
  #fill(runs: readonly Run[], start: number, into: Buffer): Promise<void> | undefined {
    let pending: Promise<void>[] | undefined
    for (const run of runs) {
      if (typeof run.source === 'object' && run.end - run.offset > syncLimitBytes) {
        const target = into.subarray(run.offset - start, run.end - start)
        pending ??= []
        pending.push(this.#runtime.store.read(run.source.id, run.offset, target))
      } else this.#fillRun(run, start, into)
    }
    return pending && Promise.all(pending).then(() => undefined)
  }

  #fillRun(run: Run, start: number, into: Buffer): void {
    const target = into.subarray(run.offset - start, run.end - start)
    if (typeof run.source === 'object') this.#runtime.store.readSync(run.source.id, run.offset, target)
    else target.fill(0)
  }

  #layerOf({ image, snapshot }: Readable): Layer {
    this.#assertPresent(image)
    if (!snapshot) return image.head
    if (image.snapshots.includes(snapshot)) return snapshot.layer
    throw snapshotMissing({ pool: image.pool.name, image: image.name, snapshot: snapshot.name })
  }

  #assertPresent(image: ImageState): void {
    this.#runtime.assertRunning()
    if (this.#runtime.state.images.get(image.id) === image) return
    throw imageMissing({ pool: image.pool.name, image: image.name })
  }
}

/** Whole units: zeros are only noted, the rest goes to the file in runs. @param bytes - absent for zeros */
function addWhole(units: UnitRun[], segments: Segment[], start: number, end: number, bytes: Buffer | undefined): void {
  const first = start / unitBytes
  const last = end / unitBytes
  if (bytes === undefined) {
    addWrittenUnits(units, first, last - first, 'zero')
    return
  }
  let unit = first
  while (unit < last) {
    const isZero = isZeroUnit(bytes, (unit - first) * unitBytes)
    let stop = unit + 1
    while (stop < last && isZeroUnit(bytes, (stop - first) * unitBytes) === isZero) stop++
    addWrittenUnits(units, unit, stop - unit, isZero ? 'zero' : 'data')
    if (!isZero) {
      segments.push({
        offset: unit * unitBytes,
        bytes: bytes.subarray((unit - first) * unitBytes, (stop - first) * unitBytes),
      })
    }
    unit = stop
  }
}

function isZeroUnit(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0 && bytes.compare(zeroBlock, 0, unitBytes, at, at + unitBytes) === 0
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** What a reader is told of as a length. */
function isGap({ source, offset, end }: Run): boolean {
  return source === 'hole' || (source === 'zero' && end - offset >= longZeroBytes)
}
