import { join } from 'node:path'
import type { FileSystem, StoreFile } from './file-system.ts'
import { blocksInPage, decodeSumPage, encodeSumPage, sumBlockBytes, sumOf, sumPageBytes } from './sum-page.ts'

/** Files of checksums kept open. */
const openLimit = 16
/** Blocks read at a time. */
const readBlocks = 16
/** Behind a page's sums in memory, two words each: which blocks were touched, whose sums are known, which are being read. */
const touchedWords = blocksInPage
const knownWords = blocksInPage + 2
const readingWords = blocksInPage + 4
const pageWords = blocksInPage + 6

/** The file of a layer, as far as its checksums go. */
export interface SummedFile {
  /** Fills whole blocks, with zeros past the end of the file. */
  read(offset: number, into: Buffer): Promise<void>
  /** Whether all that was written is synced. */
  isSynced(): boolean
}

interface SummedLayer {
  readonly id: number
  /** Pages with touched blocks, by number. */
  readonly pages: Map<number, Uint32Array>
  hasFile: boolean
}

/**
 * Keeps the checksums of layer files in step with their bytes. A write costs a look into a bitmap: the first one to a
 * block that is vouched for takes the checksum away before the bytes change, and `vouch` makes new ones once the bytes
 * are synced. So whatever checksum a crash leaves is one of bytes that are there, with one exception, of which
 * `onOverwrite` is told in time: after a power failure an old checksum may be back, and new bytes with it.
 */
export class LayerSums {
  readonly #fileSystem: FileSystem
  readonly #directory: string
  readonly #onOverwrite: (layer: number) => void
  readonly #layers = new Map<number, SummedLayer>()
  readonly #open = new Map<number, StoreFile>()

  /** @param onOverwrite - called before the first byte of a block changes that is vouched for on the disk */
  constructor(fileSystem: FileSystem, directory: string, onOverwrite: (layer: number) => void) {
    this.#fileSystem = fileSystem
    this.#directory = directory
    this.#onOverwrite = onOverwrite
  }

  /** Layers with blocks that nobody vouches for yet. */
  touchedLayers(): number[] {
    return [...this.#layers.values()].filter(({ pages }) => pages.size > 0).map(({ id }) => id)
  }

  /** Bytes of a layer's file are about to change. */
  touch(layer: number, offset: number, lengthBytes: number): void {
    if (lengthBytes === 0) return
    const own = this.#of(layer)
    const end = Math.floor((offset + lengthBytes - 1) / sumBlockBytes) + 1
    for (let block = Math.floor(offset / sumBlockBytes); block < end; ) {
      const number = Math.floor(block / blocksInPage)
      const from = block - number * blocksInPage
      const to = Math.min(blocksInPage, end - number * blocksInPage)
      this.#touchIn(own, number, from, to)
      block = number * blocksInPage + to
    }
  }

  /**
   * These bytes have been handed to a layer's file, after `touch`: whole blocks of them need not be read again.
   *
   * @param part - of `bytes`: only blocks that end in it, for who goes through them piece by piece
   */
  know(layer: number, offset: number, bytes: Uint8Array, part = { from: 0, to: bytes.byteLength }): void {
    const own = this.#of(layer)
    const firstEnd = Math.max(Math.ceil(offset / sumBlockBytes), Math.floor((offset + part.from) / sumBlockBytes)) + 1
    for (let end = firstEnd * sumBlockBytes; end <= offset + part.to; end += sumBlockBytes) {
      const block = end / sumBlockBytes - 1
      const page = own.pages.get(Math.floor(block / blocksInPage))
      if (!page) return
      const index = block % blocksInPage
      page[index] = sumOf(bytes.subarray(end - sumBlockBytes - offset, end - offset))
      setBit(page, knownWords, index)
    }
  }

  /**
   * Vouches for the touched blocks of a layer. Those that change meanwhile are left for another time, and so is
   * everything from the moment on when there are bytes that are not synced.
   *
   * @returns whether all are vouched for
   */
  async vouch(layer: number, file: SummedFile): Promise<boolean> {
    const own = this.#layers.get(layer)
    for (const [number, page] of own?.pages ?? []) {
      for (let index = 0; index < blocksInPage; ) index = await readUnknown(page, { number, index }, file)
      if (!own || this.#layers.get(layer) !== own || !file.isSynced()) return false
      if (!isKnown(page) || !this.#write(own, number, page, true)) continue
      own.pages.delete(number)
    }
    return own === undefined || own.pages.size === 0
  }

  /** What is written of a layer's checksums survives a power failure. */
  async sync(layer: number): Promise<void> {
    if (this.#layers.get(layer)?.hasFile) await this.#file(layer).sync()
  }

  /** Nobody vouches for any block of the layer any more. */
  remove(layer: number): void {
    this.#layers.delete(layer)
    this.#open.get(layer)?.close()
    this.#open.delete(layer)
    this.#fileSystem.remove(this.#path(layer))
  }

  close(): void {
    for (const file of this.#open.values()) file.close()
    this.#open.clear()
    this.#layers.clear()
  }

  #of(layer: number): SummedLayer {
    let own = this.#layers.get(layer)
    if (!own) {
      own = { id: layer, pages: new Map(), hasFile: this.#fileSystem.exists(this.#path(layer)) }
      this.#layers.set(layer, own)
    }
    return own
  }

  #touchIn(own: SummedLayer, number: number, from: number, to: number): void {
    const page = own.pages.get(number) ?? this.#load(own, number)
    const vouched: number[] = []
    for (let index = from; index < to; index++) {
      if (page[index] !== 0 && !hasBit(page, touchedWords, index)) vouched.push(index)
    }
    if (vouched.length > 0) {
      this.#onOverwrite(own.id)
      const next = page.slice()
      for (const index of vouched) next[index] = 0
      this.#write(own, number, next, false)
      page.set(next)
    }
    own.pages.set(number, page)
    for (let index = from; index < to; index++) {
      setBit(page, touchedWords, index)
      clearBit(page, knownWords, index)
      clearBit(page, readingWords, index)
    }
  }

  /** A page that is damaged vouches for nothing. */
  #load(own: SummedLayer, number: number): Uint32Array {
    const page = new Uint32Array(pageWords)
    if (!own.hasFile) return page
    const bytes = Buffer.alloc(sumPageBytes)
    const count = this.#file(own.id).readSync(bytes, number * sumPageBytes)
    page.set(decodeSumPage({ layer: own.id, page: number }, bytes.subarray(0, count)) ?? [])
    return page
  }

  /** @returns false when there is no room on the disk: then nobody vouches for the blocks */
  #write(own: SummedLayer, number: number, page: Uint32Array, withTouched: boolean): boolean {
    const sums = withTouched ? page : page.map((sum, index) => (hasBit(page, touchedWords, index) ? 0 : sum))
    try {
      const bytes = encodeSumPage({ layer: own.id, page: number }, sums)
      this.#file(own.id).writeSync(bytes, number * sumPageBytes)
      own.hasFile = true
      return true
    } catch (error) {
      if (withTouched && isNoSpace(error)) return false
      throw error
    }
  }

  #file(layer: number): StoreFile {
    const known = this.#open.get(layer)
    if (known) return known
    if (this.#open.size >= openLimit) {
      const [[oldest, file]] = this.#open as Iterable<[number, StoreFile]> as [[number, StoreFile]]
      file.close()
      this.#open.delete(oldest)
    }
    const file = this.#fileSystem.open(this.#path(layer), { create: true })
    this.#open.set(layer, file)
    return file
  }

  #path(layer: number): string {
    return join(this.#directory, sumsName(layer))
  }
}

/** Learns the sums of the next blocks of a page that have to be read. @returns the index to go on from */
async function readUnknown(
  page: Uint32Array,
  { number, index: from }: { number: number; index: number },
  file: SummedFile,
): Promise<number> {
  const isUnknown = (index: number) => hasBit(page, touchedWords, index) && !hasBit(page, knownWords, index)
  let start = from
  while (start < blocksInPage && !isUnknown(start)) start++
  let end = start
  while (end < Math.min(blocksInPage, start + readBlocks) && isUnknown(end)) setBit(page, readingWords, end++)
  if (start === end) return blocksInPage
  const bytes = Buffer.allocUnsafe((end - start) * sumBlockBytes)
  await file.read((number * blocksInPage + start) * sumBlockBytes, bytes)
  for (let index = start; index < end; index++) {
    // Cleared where the block has changed since.
    if (!hasBit(page, readingWords, index)) continue
    clearBit(page, readingWords, index)
    page[index] = sumOf(bytes.subarray((index - start) * sumBlockBytes, (index - start + 1) * sumBlockBytes))
    setBit(page, knownWords, index)
  }
  return end
}

function isKnown(page: Uint32Array): boolean {
  return page[touchedWords] === page[knownWords] && page[touchedWords + 1] === page[knownWords + 1]
}

export function sumsName(layer: number): string {
  return `${layer}.sums`
}

function hasBit(page: Uint32Array, words: number, index: number): boolean {
  return (page[words + (index >>> 5)]! & (1 << (index & 31))) !== 0
}
function setBit(page: Uint32Array, words: number, index: number): void {
  page[words + (index >>> 5)]! |= 1 << (index & 31)
}
function clearBit(page: Uint32Array, words: number, index: number): void {
  page[words + (index >>> 5)]! &= ~(1 << (index & 31))
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
