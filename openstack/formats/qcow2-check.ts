import { CorruptError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly, u64be } from './byte-source.ts'
import { openQcow2, type Qcow2Image } from './qcow2-reader.ts'
import type { Segment } from './segments.ts'

export interface Qcow2CheckResult {
  /** One line for each cluster whose count is wrong, as `qemu-img check` words it; at most 100. */
  readonly findings: readonly string[]
  /** Clusters in use that are counted too low, and references that cannot be followed. */
  readonly corruptions: number
  /** Clusters counted though nothing refers to them. */
  readonly leaks: number
  readonly totalClusters: number
  readonly allocatedClusters: number
  readonly fragmentedClusters: number
  readonly compressedClusters: number
  readonly imageEndOffset: number
}

const mostFindings = 100
const mostClusters = 64 * 1024 * 1024

/**
 * Compares the reference counts of a qcow2 image with the references that its tables really hold.
 *
 * @throws UnsupportedError for an image with internal snapshots, whose references are not followed; otherwise what
 * `openQcow2` throws
 */
export async function checkQcow2(source: ByteSource): Promise<Qcow2CheckResult> {
  const image = await openQcow2(source)
  if (image.header.snapshots > 0) throw new UnsupportedError('checking images with internal snapshots is not simulated')
  const walk = new ReferenceWalk(image, source)
  await walk.run()
  return walk.result()
}

class ReferenceWalk {
  readonly #image: Qcow2Image
  readonly #source: ByteSource
  readonly #clusterBytes: number
  readonly #references: Uint32Array
  readonly #findings: string[] = []
  #corruptions = 0
  #leaks = 0
  #stored = 0
  #fragmented = 0
  #compressed = 0
  #nextContiguous = 0
  #lastCounted = -1

  constructor(image: Qcow2Image, source: ByteSource) {
    const clusters = Math.ceil(source.sizeBytes / image.clusterBytes)
    if (clusters > mostClusters) throw new UnsupportedError(`checking images of ${clusters} clusters is not simulated`)
    this.#image = image
    this.#source = source
    this.#clusterBytes = image.clusterBytes
    this.#references = new Uint32Array(clusters)
  }

  async run(): Promise<void> {
    const { header } = this.#image
    this.#refer(0, this.#clusterBytes)
    this.#refer(header.l1Offset, header.l1Entries * 8)
    this.#refer(header.refcountTableOffset, header.refcountTableClusters * this.#clusterBytes)
    for (const offset of this.#image.l2Offsets()) this.#refer(offset, this.#clusterBytes)
    try {
      for await (const batch of this.#image.segments({ offset: 0, lengthBytes: this.#image.virtualSizeBytes })) {
        // Like qemu, fragments are counted within each L2 table.
        this.#nextContiguous = 0
        for (const segment of batch) this.#count(segment)
      }
    } catch (error) {
      if (!(error instanceof CorruptError)) throw error
      this.#corrupt(`ERROR: ${error.message}`)
    }
    await this.#compare()
  }

  result(): Qcow2CheckResult {
    return {
      findings: this.#findings,
      corruptions: this.#corruptions,
      leaks: this.#leaks,
      totalClusters: Math.ceil(this.#image.virtualSizeBytes / this.#clusterBytes),
      allocatedClusters: this.#stored + this.#compressed,
      fragmentedClusters: this.#fragmented,
      compressedClusters: this.#compressed,
      imageEndOffset: (this.#lastCounted + 1) * this.#clusterBytes,
    }
  }

  #count(segment: Segment): void {
    if (segment.kind === 'zero') return
    if (segment.kind === 'packed') {
      // Packed clusters lie anywhere, so qemu calls each of them a fragment.
      this.#compressed++
      this.#fragmented++
      const start = segment.fileOffset - (segment.fileOffset % 512)
      this.#refer(start, segment.fileOffset + segment.fileBytes - start)
      return
    }
    const clusters = Math.ceil(segment.lengthBytes / this.#clusterBytes)
    if (this.#nextContiguous !== 0 && this.#nextContiguous !== segment.fileOffset) this.#fragmented++
    this.#nextContiguous = segment.fileOffset + clusters * this.#clusterBytes
    this.#stored += clusters
    this.#refer(segment.fileOffset, segment.lengthBytes)
  }

  #refer(offset: number, lengthBytes: number): void {
    const end = Math.min(Math.ceil((offset + lengthBytes) / this.#clusterBytes), this.#references.length)
    for (let cluster = Math.floor(offset / this.#clusterBytes); cluster < end; cluster++) this.#references[cluster]!++
  }

  async #compare(): Promise<void> {
    const { header } = this.#image
    const range = { offset: header.refcountTableOffset, lengthBytes: header.refcountTableClusters * this.#clusterBytes }
    const table = await readExactly(this.#source, range, 'Reference count table')
    const perBlock = (this.#clusterBytes * 8) / header.refcountBits
    const blocks = Math.min(table.byteLength / 8, Math.ceil(this.#references.length / perBlock))
    for (let i = 0; i < blocks; i++)
      this.#refer(u64be(table, i * 8), u64be(table, i * 8) === 0 ? 0 : this.#clusterBytes)
    for (let first = 0, i = 0; first < this.#references.length; first += perBlock, i++) {
      const offset = i < blocks ? u64be(table, i * 8) : 0
      const block = offset === 0 ? undefined : await this.#block(offset)
      this.#compareBlock(first, Math.min(perBlock, this.#references.length - first), block)
    }
  }

  async #block(offset: number): Promise<Buffer | undefined> {
    try {
      return await readExactly(this.#source, { offset, lengthBytes: this.#clusterBytes }, 'Refcount block')
    } catch (error) {
      if (!(error instanceof CorruptError)) throw error
      this.#corrupt(`ERROR: ${error.message}`)
      return undefined
    }
  }

  #compareBlock(first: number, count: number, block: Buffer | undefined): void {
    for (let i = 0; i < count; i++) {
      const refcount = block ? readCount(block, i, this.#image.header.refcountBits) : 0
      const reference = this.#references[first + i]!
      if (refcount > 0) this.#lastCounted = first + i
      if (refcount < reference) this.#corrupt(`ERROR cluster ${first + i} refcount=${refcount} reference=${reference}`)
      if (refcount > reference) {
        this.#leaks++
        this.#find(`Leaked cluster ${first + i} refcount=${refcount} reference=${reference}`)
      }
    }
  }

  #corrupt(finding: string): void {
    this.#corruptions++
    this.#find(finding)
  }

  #find(finding: string): void {
    if (this.#findings.length < mostFindings) this.#findings.push(finding)
  }
}

/** Counts of less than a byte start at the byte's low bits. */
function readCount(block: Buffer, index: number, bits: number): number {
  if (bits < 8) return (block.readUInt8(Math.floor((index * bits) / 8)) >> ((index * bits) % 8)) & (2 ** bits - 1)
  if (bits === 64) return u64be(block, index * 8)
  return block.readUIntBE((index * bits) / 8, bits / 8)
}
