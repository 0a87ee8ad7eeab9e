import type { ByteRange, CallOptions, Content, ContentSource, Rbd, RbdImageSpec, RbdSpec } from '#ceph-sim/rbd.ts'
import { contentLength } from '#ceph-sim/rbd.ts'
import { ConflictError, InvalidArgumentError, NoSpaceError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { formatLocationUrl, parseLocationUrl, type RbdLocation } from './location-url.ts'
import { alreadyExists } from './new-image.ts'
import { PieceReader } from './piece-reader.ts'
import { hasErrno, tolerate } from './rbd-errno.ts'
import { SpanBuffers } from './span-buffers.ts'
import { undoOnFailure } from './undo-stack.ts'

/** The snapshot that Glance makes on every image; clones hang on it. */
export const glanceSnapshot = 'snap'

export interface GlanceRbdOptions {
  /** The store's id, e.g. `dcn0`. */
  readonly store: string
  /** Default `images`. */
  readonly pool?: string
  /** `rbd_store_chunk_size`, in bytes; a power of two, also the object size. Default 8 MiB. */
  readonly chunkBytes?: number
  /** `rbd_thin_provisioning`: all-zero chunks are neither sent nor stored. Default false. */
  readonly thinProvisioning?: boolean
}

export interface GlanceAddRequest {
  /** Undefined when the length is only known at the end of the data. */
  readonly sizeBytes?: number | undefined
  /** Contiguous from 0. */
  readonly pieces: ContentSource
  /**
   * Awaited before a chunk is handed to the cluster; not called for chunks that thin provisioning leaves out. The
   * length is the chunk's, except that it is a full chunk's for the last one of data of unknown length.
   */
  readonly beforeChunk?: ((offset: number, lengthBytes: number) => Promise<void>) | undefined
  readonly signal?: AbortSignal | undefined
}
export interface GlanceAddResult {
  readonly url: string
  readonly sizeBytes: number
}
export interface StoredImage {
  readonly sizeBytes: number
  /** The bytes in order, holes as zeros. */
  content(range?: Partial<ByteRange>, options?: CallOptions): AsyncIterable<Content>
  /** Where data is, as ordered runs. */
  extents(options?: CallOptions): Promise<readonly ByteRange[]>
}

/**
 * Glance's RBD store: one image per Glance image, named by its UUID, with a protected snapshot `snap`.
 *
 * @see openstack/glance_store glance_store/_drivers/rbd.py
 */
export class GlanceRbdStore {
  readonly store: string
  readonly chunkBytes: number
  readonly thinProvisioning: boolean
  readonly #rbd: Rbd
  readonly #pool: string

  constructor(rbd: Rbd, options: GlanceRbdOptions) {
    this.#rbd = rbd
    this.store = options.store
    this.#pool = options.pool ?? 'images'
    this.chunkBytes = options.chunkBytes ?? 8 * MiB
    this.thinProvisioning = options.thinProvisioning ?? false
    if (!Number.isInteger(Math.log2(this.chunkBytes))) {
      throw new InvalidArgumentError(`the chunk size must be a power of two, but is ${this.chunkBytes}`)
    }
  }

  /**
   * Stores an image: create, sequential chunks, snapshot, protect. When it fails, what was written is removed; when
   * the process dies, it stays, and the next attempt finds the name taken.
   *
   * @throws AlreadyExistsError `RBD image <id> already exists`; NoSpaceError; InvalidArgumentError `Size mismatch`;
   * whatever the source of the pieces throws
   */
  async add(imageId: string, request: GlanceAddRequest): Promise<GlanceAddResult> {
    const { sizeBytes, signal } = request
    const image: RbdImageSpec = { pool: this.#pool, image: imageId }
    const { fsid } = await this.#rbd.cluster({ signal })
    const reader = new PieceReader(request.pieces, signal)
    try {
      return await undoOnFailure(async (undo) => {
        const order = Math.log2(this.chunkBytes)
        await undo.make(this.#rbd.createImage(image, { sizeBytes: sizeBytes ?? 0, order, signal }), () =>
          this.#remove(image),
        )
        const storedBytes = await this.#writeAll(image, reader, request)
        const snapshot = { ...image, snapshot: glanceSnapshot }
        await this.#rbd.createSnapshot(snapshot, { signal })
        await this.#rbd.protectSnapshot(snapshot, { signal })
        return { url: formatLocationUrl({ fsid, ...snapshot }), sizeBytes: storedBytes }
      })
    } catch (error) {
      throw storeFailure(image, reader.failure?.error ?? error)
    } finally {
      await reader.close()
    }
  }

  /** @param image - a location URL or an image id @throws NotFoundError `RBD image <name> does not exist` */
  async get(image: string, options: CallOptions = {}): Promise<StoredImage> {
    const spec = this.#locate(image)
    try {
      const { sizeBytes } = await this.#rbd.info(spec, options)
      return {
        sizeBytes,
        content: (range = {}, readOptions = {}) => this.#rbd.read(spec, { ...range, ...readOptions }),
        extents: (extentOptions = {}) => this.#rbd.extents(spec, extentOptions),
      }
    } catch (error) {
      if (hasErrno(error, 'ENOENT')) throw new NotFoundError(`RBD image ${image} does not exist`, { image })
      throw error
    }
  }

  /**
   * @param image - a location URL or an image id
   * @throws ConflictError (`details.reason` `in_use`) while clones of it exist or somebody has it open; NotFoundError
   */
  async delete(image: string, options: CallOptions = {}): Promise<void> {
    const { snapshot, ...spec } = this.#locate(image)
    try {
      if (snapshot !== undefined) await this.#dropSnapshot({ ...spec, snapshot }, options)
      await this.#rbd.removeImage(spec, options)
    } catch (error) {
      if (hasErrno(error, 'EBUSY') || hasErrno(error, 'ENOTEMPTY')) throw inUse(spec.image, error)
      if (hasErrno(error, 'ENOENT')) throw new NotFoundError(`RBD image ${spec.image} does not exist`, { image })
      throw error
    }
  }

  #locate(image: string): RbdSpec {
    const location: RbdLocation = image.includes('://')
      ? parseLocationUrl(image)
      : { image, pool: this.#pool, snapshot: glanceSnapshot }
    const spec = { pool: location.pool ?? this.#pool, image: location.image }
    return location.snapshot === undefined ? spec : { ...spec, snapshot: location.snapshot }
  }

  /** @returns the image's size in bytes */
  async #writeAll(image: RbdImageSpec, reader: PieceReader, request: GlanceAddRequest): Promise<number> {
    const { sizeBytes, signal } = request
    if (sizeBytes !== undefined) {
      await this.#writeUpTo(sizeBytes, image, reader, request)
      const rest = await reader.peek()
      const gotBytes = reader.offset + (rest ? contentLength(rest) : 0)
      if (gotBytes !== sizeBytes) throw sizeMismatch(sizeBytes, gotBytes)
      return sizeBytes
    }
    let capacityBytes = 0
    let stepBytes = this.chunkBytes
    while (await reader.peek()) {
      stepBytes = Math.min(stepBytes * 2, 8 * GiB)
      capacityBytes += stepBytes
      await this.#rbd.resize(image, { sizeBytes: capacityBytes, signal })
      await this.#writeUpTo(capacityBytes, image, reader, request)
    }
    if (reader.offset < capacityBytes) {
      await this.#rbd.resize(image, { sizeBytes: reader.offset, allowShrink: true, signal })
    }
    return reader.offset
  }

  /**
   * Writes the content up to `endOffset`, waiting before each chunk as the sequential writes of glance_store do. What is
   * on its way is held in memory until it is stored, so that a caller's `Rbd` may send it again when the cluster was
   * away; meanwhile the next span is read.
   */
  async #writeUpTo(
    endOffset: number,
    image: RbdImageSpec,
    reader: PieceReader,
    request: GlanceAddRequest,
  ): Promise<void> {
    const spans = new SpanBuffers(Math.min(this.chunkBytes, spanBytes))
    let writing: Promise<unknown> = Promise.resolve()
    const write = async (pieces: readonly Content[]) => {
      await writing
      writing = this.#rbd.write(image, pieces, { signal: request.signal })
      writing.catch(() => {})
    }
    try {
      let chunkStart = reader.offset
      let open = false
      while (reader.offset < endOffset && (await reader.peek())) {
        const chunkEnd = Math.min(endOffset, chunkStart + this.chunkBytes)
        const span = await spans.next(reader, chunkEnd)
        if (!open && !(this.thinProvisioning && span.isZero())) {
          open = true
          await writing
          await request.beforeChunk?.(chunkStart, chunkEnd - chunkStart)
          if (span.start > chunkStart) await write([zeroRun(chunkStart, span.start)])
        }
        if (open) await write(span.pieces())
        if (reader.offset >= chunkEnd) {
          chunkStart = chunkEnd
          open = false
        }
      }
    } finally {
      await writing
    }
  }

  async #dropSnapshot(snapshot: RbdImageSpec & { readonly snapshot: string }, options: CallOptions): Promise<void> {
    await tolerate(this.#rbd.unprotectSnapshot(snapshot, options), 'EINVAL', 'ENOENT')
    await tolerate(this.#rbd.removeSnapshot(snapshot, options), 'ENOENT')
  }

  async #remove(image: RbdImageSpec): Promise<void> {
    await this.#dropSnapshot({ ...image, snapshot: glanceSnapshot }, {})
    await tolerate(this.#rbd.removeImage(image), 'ENOENT')
  }
}

/** What one call carries at most; a chunk takes several. */
const spanBytes = 2 * MiB

function zeroRun(offset: number, end: number): Content {
  return { kind: 'zero', offset, lengthBytes: end - offset }
}

function sizeMismatch(expectedBytes: number, gotBytes: number): InvalidArgumentError {
  return new InvalidArgumentError(`Size mismatch: expected ${expectedBytes} bytes, got ${gotBytes} bytes`, {
    reason: 'size_mismatch',
    expectedBytes,
    gotBytes,
  })
}

function storeFailure(image: RbdImageSpec, error: unknown): unknown {
  if (hasErrno(error, 'EEXIST')) return alreadyExists(image, error)
  if (!(error instanceof NoSpaceError)) return error
  const message = `Failed to store image ${image.image} insufficient space available`
  return new NoSpaceError(message, { ...error.details, image: image.image }, { cause: error })
}

/** glance_store's InUseByStore; the API puts the image's id before it. */
function inUse(image: string, cause: unknown): ConflictError {
  return new ConflictError(
    'The image cannot be deleted because it is in use through the backend store outside of Glance.',
    { reason: 'in_use', image },
    { cause },
  )
}
