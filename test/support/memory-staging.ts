import type { StagedImage, StagingArea } from '#central/images/staging.ts'
import { type ByteRange, type Content, type ContentSource, contentLength } from '#ceph-sim/rbd.ts'
import { zeroPages } from './zero-pages.ts'

/** A staging directory in memory: it outlives the hub that writes to it, partial leftovers included. */
export class MemoryStaging implements StagingArea {
  readonly #images = new Map<string, readonly Content[]>()
  readonly #partial = new Map<string, Content[]>()

  async write(
    imageId: string,
    content: ContentSource,
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<StagedImage> {
    const pieces: Content[] = []
    this.#partial.set(imageId, pieces)
    try {
      for await (const piece of content) {
        signal?.throwIfAborted()
        for (const part of zeroPages(piece)) pieces.push(part)
      }
      this.#images.set(imageId, pieces)
      return staged(pieces)
    } finally {
      this.#partial.delete(imageId)
    }
  }

  async find(imageId: string): Promise<StagedImage | undefined> {
    const pieces = this.#images.get(imageId)
    return pieces && staged(pieces)
  }

  async remove(imageId: string): Promise<void> {
    this.#images.delete(imageId)
    this.#partial.delete(imageId)
  }

  async usedBytes(): Promise<number> {
    const all = [...this.#images.values(), ...this.#partial.values()].flat()
    return all.reduce((sum, piece) => sum + (piece.kind === 'data' ? piece.bytes.byteLength : 0), 0)
  }

  /** The ids of the images that are staged or were being staged. */
  names(): readonly string[] {
    return [...new Set([...this.#images.keys(), ...this.#partial.keys()])].sort()
  }

  /** Damages what is staged, as a crash in the middle of writing does: only the first pieces stay. */
  truncate(imageId: string): void {
    const pieces = this.#images.get(imageId) ?? []
    this.#images.set(imageId, pieces.slice(0, Math.floor(pieces.length / 2)))
  }
}

function staged(pieces: readonly Content[]): StagedImage {
  const sizeBytes = pieces.reduce((sum, piece) => sum + contentLength(piece), 0)
  return {
    sizeBytes,
    runs: runsOf(pieces),
    content: async function* () {
      yield* pieces
    },
    source: {
      sizeBytes,
      read: async (offset, lengthBytes) => readAt(pieces, offset, Math.min(lengthBytes, sizeBytes - offset)),
    },
  }
}

function runsOf(pieces: readonly Content[]): readonly ByteRange[] {
  const runs: { offset: number; lengthBytes: number }[] = []
  for (const piece of pieces) {
    if (piece.kind === 'zero') continue
    const last = runs.at(-1)
    if (last && last.offset + last.lengthBytes === piece.offset) last.lengthBytes += piece.bytes.byteLength
    else runs.push({ offset: piece.offset, lengthBytes: piece.bytes.byteLength })
  }
  return runs
}

function readAt(pieces: readonly Content[], offset: number, lengthBytes: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, lengthBytes))
  for (const piece of pieces) {
    if (piece.kind === 'zero' || piece.offset + piece.bytes.byteLength <= offset) continue
    if (piece.offset >= offset + bytes.byteLength) break
    const from = Math.max(0, offset - piece.offset)
    const to = Math.min(piece.bytes.byteLength, offset + bytes.byteLength - piece.offset)
    bytes.set(piece.bytes.subarray(from, to), piece.offset + from - offset)
  }
  return bytes
}
