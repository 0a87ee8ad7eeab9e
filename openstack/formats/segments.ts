import type { ByteRange, Content } from '#ceph-sim/rbd.ts'
import { CorruptError, OutOfRangeError } from '#kernel/errors/domain-error.ts'
import { asBuffer, type ByteSource, readExactly } from './byte-source.ts'
import { coalesceZeros, splitZeros } from './zero-runs.ts'

/** A disk image opened for reading: what its guest would see. */
export interface DiskImage {
  readonly virtualSizeBytes: number
  /**
   * The content of a range (default: all of it), in order and without gaps: zero runs coalesced, data runs of at most
   * 1 MiB whose bytes are valid until the next run is asked for. Memory use does not depend on the image's size.
   */
  runs(range?: ByteRange): AsyncIterable<Content>
}

/** Where a stretch of the virtual disk is found in the image file. */
export type Segment = ZeroSegment | StoredSegment | PackedSegment
export interface ZeroSegment {
  readonly kind: 'zero'
  readonly offset: number
  readonly lengthBytes: number
}
export interface StoredSegment {
  readonly kind: 'stored'
  readonly offset: number
  readonly lengthBytes: number
  readonly fileOffset: number
}
/** A compressed cluster or grain. `skipBytes` are unpacked but lie before `offset`. */
export interface PackedSegment {
  readonly kind: 'packed'
  readonly offset: number
  readonly lengthBytes: number
  readonly skipBytes: number
  readonly fileOffset: number
  /** At most this many bytes; the file may end before. */
  readonly fileBytes: number
  unpack(packed: Buffer): Uint8Array
}

/** @throws OutOfRangeError when the range is not wholly inside the image */
export function checkedRange(range: ByteRange, image: Pick<DiskImage, 'virtualSizeBytes'>): ByteRange {
  const { offset, lengthBytes } = range
  if (offset >= 0 && lengthBytes >= 0 && offset + lengthBytes <= image.virtualSizeBytes) return range
  throw new OutOfRangeError(`range ${offset}+${lengthBytes} is outside the image (${image.virtualSizeBytes} bytes)`)
}

const pieceBytes = 1024 * 1024

/** Reads segments (in batches, one per mapping table) into runs of data and zeros. */
export function segmentRuns(
  source: ByteSource,
  batches: AsyncIterable<Iterable<Segment>>,
  what: string,
): AsyncIterable<Content> {
  return coalesceZeros(readSegments(source, batches, what))
}

async function* readSegments(
  source: ByteSource,
  batches: AsyncIterable<Iterable<Segment>>,
  what: string,
): AsyncGenerator<Content> {
  const ahead = new ReadAhead(source, what)
  const piece = new PieceBuffer()
  for await (const batch of batches) {
    for (const segment of batch) {
      if (segment.kind === 'packed') {
        if (!piece.accepts(segment)) yield* piece.flush()
        const unpacked = segment.unpack(await ahead.read(segment.fileOffset, segment.fileBytes))
        piece.append(segment.offset, unpacked.subarray(segment.skipBytes, segment.skipBytes + segment.lengthBytes))
        continue
      }
      yield* piece.flush()
      if (segment.kind === 'zero') yield segment
      else yield* readStored(source, segment, what)
    }
  }
  yield* piece.flush()
}

async function* readStored(source: ByteSource, segment: StoredSegment, what: string): AsyncGenerator<Content> {
  for (let done = 0; done < segment.lengthBytes; ) {
    const lengthBytes = Math.min(pieceBytes - ((segment.offset + done) % pieceBytes), segment.lengthBytes - done)
    const bytes = await readExactly(source, { offset: segment.fileOffset + done, lengthBytes }, what)
    yield* splitZeros(bytes, segment.offset + done)
    done += lengthBytes
  }
}

/** Gathers unpacked clusters into pieces worth sending. Its memory is reused once a piece has been consumed. */
class PieceBuffer {
  #memory: Buffer = Buffer.alloc(0)
  #offset = 0
  #length = 0

  accepts(segment: PackedSegment): boolean {
    if (this.#length === 0) return true
    return segment.offset === this.#offset + this.#length && this.#length + segment.lengthBytes <= pieceBytes
  }

  append(offset: number, bytes: Uint8Array): void {
    if (this.#length === 0) this.#offset = offset
    const needed = this.#length + bytes.byteLength
    if (needed > this.#memory.byteLength) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, pieceBytes))
      grown.set(this.#memory.subarray(0, this.#length))
      this.#memory = grown
    }
    this.#memory.set(bytes, this.#length)
    this.#length = needed
  }

  *flush(): Generator<Content> {
    const length = this.#length
    this.#length = 0
    for (let at = 0; at < length; at += pieceBytes) {
      yield* splitZeros(this.#memory.subarray(at, Math.min(at + pieceBytes, length)), this.#offset + at)
    }
  }
}

/**
 * Serves the small, mostly consecutive reads of compressed clusters from one larger read. Only a read that follows on
 * from the last one reads ahead, so clusters scattered by a hostile image cost no more than their own bytes.
 */
class ReadAhead {
  readonly #source: ByteSource
  readonly #what: string
  #start = 0
  #window: Buffer = Buffer.alloc(0)
  #lastEnd = -1

  constructor(source: ByteSource, what: string) {
    this.#source = source
    this.#what = what
  }

  async read(offset: number, atMostBytes: number): Promise<Buffer> {
    const fileBytes = this.#source.sizeBytes
    if (offset >= fileBytes) {
      throw new CorruptError(
        `${this.#what} at offset ${offset} (compressed) lies past the end of the file (${fileBytes} bytes)`,
        { offset, fileBytes },
      )
    }
    const lengthBytes = Math.min(atMostBytes, fileBytes - offset)
    if (offset < this.#start || offset + lengthBytes > this.#start + this.#window.byteLength) {
      const follows = Math.abs(offset - this.#lastEnd) <= 64 * 1024
      const wanted = follows ? Math.min(Math.max(lengthBytes, pieceBytes), fileBytes - offset) : lengthBytes
      this.#window = asBuffer(await this.#source.read(offset, wanted))
      this.#start = offset
    }
    this.#lastEnd = offset + lengthBytes
    return this.#window.subarray(offset - this.#start, offset - this.#start + lengthBytes)
  }
}
