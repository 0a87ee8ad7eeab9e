import { deflateRawSync } from 'node:zlib'
import { type Content, type ContentSource, contentLength } from '#ceph-sim/rbd.ts'
import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { ByteSink } from './byte-source.ts'
import { qcow2Magic } from './qcow2-header.ts'
import { isZero } from './zero-runs.ts'

export interface Qcow2WriteOptions {
  /** A multiple of 512. */
  readonly virtualSizeBytes: number
  /** 9 to 21; default 16 (64 KiB clusters). */
  readonly clusterBits?: number
  /** Deflates every cluster that gets smaller by it. */
  readonly compressed?: boolean
}

/**
 * Writes a qcow2 version 3 image from its content. The file grows strictly forward: header, L1 table, then clusters
 * with each L2 table after the clusters it maps, and the reference counts at the end; the header is written last, so a
 * file cut short is not taken for an image. Clusters of zeros are left out.
 *
 * @param content - ascending runs; what they leave out reads as zeros
 * @returns the file's length
 * @throws InvalidArgumentError for a bad option, and for runs that overlap, go back or pass the end
 */
export async function writeQcow2(
  sink: ByteSink,
  content: ContentSource,
  options: Qcow2WriteOptions,
): Promise<{ readonly fileBytes: number }> {
  const writer = new Qcow2Writer(sink, options)
  for await (const run of content) await writer.add(run)
  return writer.finish()
}

const copiedFlag = 0x8000_0000
const compressedFlag = 0x4000_0000
const headerLength = 112
const batchBytes = 256 * 1024
const largestL1Bytes = 32 * 1024 * 1024

class Qcow2Writer {
  readonly #out: ForwardFile
  readonly #sizeBytes: number
  readonly #clusterBits: number
  readonly #clusterBytes: number
  readonly #compressed: boolean
  readonly #l1: Buffer
  readonly #l2: Buffer
  #l2Index = 0
  #l2Used = false
  readonly #cluster: Buffer
  /** Where the next run may begin. */
  #offset = 0
  /** The current cluster's place on the disk, and how many of its bytes hold content; the rest of it is zero. */
  #at = 0
  #filledTo = 0

  constructor(sink: ByteSink, { virtualSizeBytes, clusterBits = 16, compressed = false }: Qcow2WriteOptions) {
    if (!(virtualSizeBytes >= 0 && virtualSizeBytes % 512 === 0 && Number.isSafeInteger(virtualSizeBytes))) {
      throw new InvalidArgumentError('the virtual size must be a multiple of 512')
    }
    if (!(clusterBits >= 9 && clusterBits <= 21))
      throw new InvalidArgumentError(`Unsupported cluster size: 2^${clusterBits}`)
    this.#sizeBytes = virtualSizeBytes
    this.#clusterBits = clusterBits
    this.#clusterBytes = 2 ** clusterBits
    this.#compressed = compressed
    const entries = Math.ceil(virtualSizeBytes / (this.#clusterBytes * (this.#clusterBytes / 8)))
    if (entries * 8 > largestL1Bytes) throw new InvalidArgumentError('the image is too big for its cluster size')
    this.#l1 = Buffer.alloc(entries * 8)
    this.#l2 = Buffer.alloc(this.#clusterBytes)
    this.#cluster = Buffer.alloc(this.#clusterBytes)
    this.#out = new ForwardFile(sink, this.#clusterBytes)
    this.#out.skip(this.#clusterBytes + this.#l1.byteLength)
  }

  async add(run: Content): Promise<void> {
    const end = run.offset + contentLength(run)
    if (run.offset < this.#offset || end > this.#sizeBytes) {
      throw new InvalidArgumentError(`content at ${run.offset} overlaps what was written, or passes the image's end`)
    }
    this.#offset = end
    if (run.kind === 'zero') return
    for (let done = 0; done < run.bytes.byteLength; ) {
      const offset = run.offset + done
      const inCluster = offset % this.#clusterBytes
      await this.#moveTo(offset - inCluster)
      const part = run.bytes.subarray(done, done + this.#clusterBytes - inCluster)
      this.#cluster.set(part, inCluster)
      this.#filledTo = inCluster + part.byteLength
      done += part.byteLength
    }
  }

  async finish(): Promise<{ readonly fileBytes: number }> {
    await this.#flushCluster()
    await this.#flushL2()
    const l1Offset = this.#clusterBytes
    const refcounts = await this.#out.writeRefcounts()
    await this.#out.flush()
    await this.#out.writeAt(l1Offset, this.#l1)
    await this.#out.writeAt(0, this.#header(l1Offset, refcounts))
    return { fileBytes: this.#out.length }
  }

  /** Makes the cluster at `clusterOffset` the current one, storing the one before it. */
  async #moveTo(clusterOffset: number): Promise<void> {
    if (clusterOffset === this.#at) return
    await this.#flushCluster()
    this.#at = clusterOffset
    const l2Index = Math.floor(clusterOffset / this.#clusterBytes / (this.#clusterBytes / 8))
    if (l2Index === this.#l2Index) return
    await this.#flushL2()
    this.#l2Index = l2Index
  }

  async #flushCluster(): Promise<void> {
    const filled = this.#cluster.subarray(0, this.#filledTo)
    const stored = !isZero(filled)
    if (stored) await this.#store()
    filled.fill(0)
    this.#filledTo = 0
  }

  async #store(): Promise<void> {
    const entry = (Math.floor(this.#at / this.#clusterBytes) % (this.#clusterBytes / 8)) * 8
    this.#l2Used = true
    const packed = this.#compressed ? deflateRawSync(this.#cluster, { windowBits: 12, memLevel: 9 }) : undefined
    if (packed && packed.byteLength < this.#clusterBytes) {
      const offset = await this.#out.appendPacked(packed)
      const furtherSectors = Math.floor((offset + packed.byteLength - 1) / 512) - Math.floor(offset / 512)
      const sectorShift = 62 - (this.#clusterBits - 8) - 32
      const high = Math.floor(offset / 2 ** 32) + furtherSectors * 2 ** sectorShift + compressedFlag
      this.#l2.writeUInt32BE(high, entry)
      this.#l2.writeUInt32BE(offset % 2 ** 32, entry + 4)
      return
    }
    writeEntry(this.#l2, entry, await this.#out.appendCluster(this.#cluster))
  }

  async #flushL2(): Promise<void> {
    if (!this.#l2Used) return
    writeEntry(this.#l1, this.#l2Index * 8, await this.#out.appendCluster(this.#l2))
    this.#l2.fill(0)
    this.#l2Used = false
  }

  #header(l1Offset: number, refcounts: { offset: number; clusters: number }): Buffer {
    // Eight zero bytes after the header end its list of extensions.
    const header = Buffer.alloc(headerLength + 8)
    header.writeUInt32BE(qcow2Magic, 0)
    header.writeUInt32BE(3, 4)
    header.writeUInt32BE(this.#clusterBits, 20)
    header.writeBigUInt64BE(BigInt(this.#sizeBytes), 24)
    header.writeUInt32BE(this.#l1.byteLength / 8, 36)
    header.writeBigUInt64BE(BigInt(l1Offset), 40)
    header.writeBigUInt64BE(BigInt(refcounts.offset), 48)
    header.writeUInt32BE(refcounts.clusters, 56)
    header.writeUInt32BE(4, 96)
    header.writeUInt32BE(headerLength, 100)
    return header
  }
}

function writeEntry(table: Buffer, at: number, offset: number): void {
  table.writeUInt32BE(Math.floor(offset / 2 ** 32) + copiedFlag, at)
  table.writeUInt32BE(offset % 2 ** 32, at + 4)
}

/** The image file as it grows: batches small writes, and counts how often each of its clusters is referred to. */
class ForwardFile {
  readonly #sink: ByteSink
  readonly #clusterBytes: number
  readonly #batch: Buffer
  #batchLength = 0
  #batchStart = 0
  #references = new Uint16Array(1024)

  constructor(sink: ByteSink, clusterBytes: number) {
    this.#sink = sink
    this.#clusterBytes = clusterBytes
    this.#batch = Buffer.allocUnsafeSlow(Math.max(batchBytes, clusterBytes))
  }

  get length(): number {
    return this.#batchStart + this.#batchLength
  }

  /** Leaves room, in whole clusters, for a table that is written at the end. */
  skip(lengthBytes: number): void {
    const skipped = Math.ceil(lengthBytes / this.#clusterBytes) * this.#clusterBytes
    this.#refer(this.length, skipped)
    this.#batchStart += skipped
  }

  async appendCluster(cluster: Buffer): Promise<number> {
    await this.#pad()
    const offset = this.length
    this.#refer(offset, cluster.byteLength)
    await this.#append(cluster)
    return offset
  }

  /** Packed clusters share file clusters; each counts once for every cluster that its sectors touch. */
  async appendPacked(packed: Buffer): Promise<number> {
    const offset = this.length
    const firstSector = offset - (offset % 512)
    this.#refer(firstSector, Math.ceil((offset + packed.byteLength) / 512) * 512 - firstSector)
    await this.#append(packed)
    return offset
  }

  /** Appends refcount blocks and the table that lists them; both count themselves. */
  async writeRefcounts(): Promise<{ offset: number; clusters: number }> {
    await this.#pad()
    const perBlock = this.#clusterBytes / 2
    const used = this.length / this.#clusterBytes
    let blocks = 0
    let tables = 0
    for (;;) {
      const neededBlocks = Math.ceil((used + blocks + tables) / perBlock)
      const neededTables = Math.ceil((neededBlocks * 8) / this.#clusterBytes)
      if (neededBlocks === blocks && neededTables === tables) break
      blocks = neededBlocks
      tables = neededTables
    }
    const offset = this.length
    this.#refer(offset, (tables + blocks) * this.#clusterBytes)
    const table = Buffer.alloc(tables * this.#clusterBytes)
    for (let i = 0; i < blocks; i++) table.writeBigUInt64BE(BigInt(offset + (tables + i) * this.#clusterBytes), i * 8)
    for (let i = 0; i < tables; i++)
      await this.#append(table.subarray(i * this.#clusterBytes, (i + 1) * this.#clusterBytes))
    for (let i = 0; i < blocks; i++) await this.#append(this.#block(i * perBlock, perBlock))
    return { offset, clusters: tables }
  }

  async flush(): Promise<void> {
    if (this.#batchLength > 0) await this.#sink.write(this.#batchStart, this.#batch.subarray(0, this.#batchLength))
    this.#batchStart += this.#batchLength
    this.#batchLength = 0
  }

  writeAt(offset: number, bytes: Buffer): Promise<void> {
    return this.#sink.write(offset, bytes)
  }

  #block(first: number, count: number): Buffer {
    const block = Buffer.alloc(count * 2)
    for (let i = 0; i < count; i++) block.writeUInt16BE(this.#references[first + i] ?? 0, i * 2)
    return block
  }

  async #append(bytes: Buffer): Promise<void> {
    if (this.#batchLength + bytes.byteLength > this.#batch.byteLength) await this.flush()
    this.#batch.set(bytes, this.#batchLength)
    this.#batchLength += bytes.byteLength
  }

  async #pad(): Promise<void> {
    const over = this.length % this.#clusterBytes
    if (over > 0) await this.#append(Buffer.alloc(this.#clusterBytes - over))
  }

  #refer(offset: number, lengthBytes: number): void {
    const first = Math.floor(offset / this.#clusterBytes)
    const last = Math.ceil((offset + lengthBytes) / this.#clusterBytes) - 1
    if (last >= this.#references.length) {
      const grown = new Uint16Array(Math.max(last + 1, this.#references.length * 2))
      grown.set(this.#references)
      this.#references = grown
    }
    for (let cluster = first; cluster <= last; cluster++) this.#references[cluster]!++
  }
}
