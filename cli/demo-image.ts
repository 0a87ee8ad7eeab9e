import type { Content, DataContent } from '#ceph-sim/rbd.ts'
import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { type Random, SeededRandom } from '#kernel/random/random.ts'
import { asBuffer } from '#openstack/formats/byte-source.ts'
import { writeQcow2 } from '#openstack/formats/qcow2-writer.ts'
import { fileSink, writeSparse, writeWholeFile } from './image-file.ts'

export interface DemoContentOptions {
  /** A multiple of 512. */
  readonly virtualSizeBytes: number
  /** How many bytes hold data, none of whose 4 KiB blocks is zero; the rest are holes. */
  readonly allocatedBytes: number
  readonly contentSeed: string | number
}

export interface DemoImageOptions extends DemoContentOptions {
  readonly path: string
  readonly format: 'qcow2' | 'raw'
  /** Only for qcow2. */
  readonly compressed?: boolean
}

const unitBytes = 64 * 1024
const blockBytes = 4096
const poolBytes = 1024 * 1024
const pieceBytes = 256 * 1024
const partitionStartSector = 2048
const words = [
  'root:x:0:0:',
  '/usr/lib/',
  'ELF',
  'void',
  'int main',
  '#!/bin/sh\n',
  '    return',
  '= 0;\n',
  'GNU',
  'the ',
]

/** Writes a disk image with made-up but reproducible content; a failure leaves no file behind. */
export async function writeDemoImage(options: DemoImageOptions): Promise<void> {
  const content = demoContent(options)
  await writeWholeFile(options.path, async (file) => {
    if (options.format === 'raw') return writeSparse(file, content, options.virtualSizeBytes)
    await writeQcow2(fileSink(file), content, {
      virtualSizeBytes: options.virtualSizeBytes,
      compressed: options.compressed ?? false,
    })
  })
}

/**
 * The content of a disk as an installed system leaves it: a boot sector with one partition, then data in extents of
 * many lengths with holes between them; about half of it random (as packed files are), half text-like. The same
 * options give the same bytes; nothing is kept in memory but one piece.
 *
 * @throws InvalidArgumentError when the sizes do not fit
 */
export function* demoContent(options: DemoContentOptions): Generator<Content> {
  const { virtualSizeBytes, allocatedBytes, contentSeed } = options
  if (virtualSizeBytes % 512 !== 0 || allocatedBytes < 0 || allocatedBytes > virtualSizeBytes) {
    throw new InvalidArgumentError('the virtual size must be a multiple of 512 and hold the allocated bytes')
  }
  const random = new SeededRandom(contentSeed).stream('demo-image')
  const filler = new Filler(random.stream('content'))
  let offset = 0
  for (const extent of extents(options, random.stream('extents'))) {
    if (extent.offset > offset) yield { kind: 'zero', offset, lengthBytes: extent.offset - offset }
    offset = extent.offset + extent.lengthBytes
    for (const piece of filler.pieces(extent)) {
      if (piece.offset === 0) writeBootSector(asBuffer(piece.bytes), virtualSizeBytes)
      yield piece
    }
  }
  if (virtualSizeBytes > offset) yield { kind: 'zero', offset, lengthBytes: virtualSizeBytes - offset }
}

interface Extent {
  readonly offset: number
  readonly lengthBytes: number
}

/** Cuts the data, and what is left of the disk, into as many random parts each, in units of 64 KiB, and interleaves them. */
function extents({ virtualSizeBytes, allocatedBytes }: DemoContentOptions, random: Random): Extent[] {
  const dataUnits = Math.floor(allocatedBytes / unitBytes)
  const tailBytes = allocatedBytes % unitBytes
  const holeUnits = Math.floor((virtualSizeBytes - allocatedBytes) / unitBytes)
  const count = Math.max(1, Math.min(dataUnits, holeUnits + 1, Math.ceil(dataUnits / 12)))
  // At least one unit each, so that the first extent, at offset 0, exists.
  const data = parts(Math.max(0, dataUnits - count), count, random).map((units) => units + (dataUnits > 0 ? 1 : 0))
  const holes = parts(holeUnits, count, random)
  const found: Extent[] = []
  let offset = 0
  for (let i = 0; i < count; i++) {
    const lengthBytes = data[i]! * unitBytes + (i === count - 1 ? tailBytes : 0)
    if (lengthBytes > 0) found.push({ offset, lengthBytes })
    offset += lengthBytes + holes[i]! * unitBytes
  }
  return found
}

/** `total` as `count` random summands. */
function parts(total: number, count: number, random: Random): number[] {
  const cuts = Array.from({ length: count - 1 }, () => random.integer(total + 1)).sort((a, b) => a - b)
  return [...cuts, total].map((cut, i) => cut - (cuts[i - 1] ?? 0))
}

/** Fills extents from two pools made once: random bytes, and text drawn from a few words. */
class Filler {
  readonly #random: Random
  readonly #noise: Buffer
  readonly #text: Buffer
  readonly #piece = Buffer.alloc(pieceBytes)

  constructor(random: Random) {
    this.#random = random
    this.#noise = Buffer.from(random.bytes(poolBytes))
    const phrases: string[] = []
    for (let length = 0; length < poolBytes / 8; ) {
      const word = words[random.integer(words.length)]!
      phrases.push(word)
      length += word.length
    }
    this.#text = Buffer.alloc(poolBytes, phrases.join(''))
  }

  *pieces(extent: Extent): Generator<DataContent> {
    for (let done = 0; done < extent.lengthBytes; done += pieceBytes) {
      const bytes = this.#piece.subarray(0, Math.min(pieceBytes, extent.lengthBytes - done))
      this.#fill(bytes, extent.offset + done)
      yield { kind: 'data', offset: extent.offset + done, bytes }
    }
  }

  /** Each 64 KiB is a random window of a pool; each block begins with its number, so no two blocks are equal. */
  #fill(bytes: Buffer, offset: number): void {
    for (let at = 0; at < bytes.byteLength; at += unitBytes) {
      const pool = this.#random.next() < 0.5 ? this.#noise : this.#text
      const start = this.#random.integer(poolBytes - unitBytes)
      bytes.set(pool.subarray(start, start + Math.min(unitBytes, bytes.byteLength - at)), at)
    }
    for (let at = 0; at + 8 <= bytes.byteLength; at += blockBytes) {
      bytes.writeUInt32LE(0x6f6d6564, at)
      bytes.writeUInt32LE(Math.floor((offset + at) / blockBytes) >>> 0, at + 4)
    }
  }
}

/** One Linux partition from sector 2048 (or 1 on a tiny disk) to the end, active, and the signature 55 AA. */
function writeBootSector(disk: Buffer, virtualSizeBytes: number): void {
  if (disk.byteLength < 512) return
  const sectors = Math.floor(virtualSizeBytes / 512)
  const start = sectors > partitionStartSector ? partitionStartSector : Math.min(1, sectors)
  disk.fill(0, 440, 510)
  disk.writeUInt8(0x80, 446)
  disk.writeUInt8(0x83, 450)
  disk.writeUInt32LE(start, 454)
  disk.writeUInt32LE(Math.min(sectors - start, 0xffff_ffff), 458)
  disk.writeUInt16BE(0x55aa, 510)
}
