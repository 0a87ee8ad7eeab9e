import type { Change, Written } from '../engine/changes.ts'
import { emptyReport, type ObjectStore, type RecoveryReport, type StateKeeper } from './object-store.ts'

const chunkBytes = 64 * 1024

/** A store in this process's memory: for tests and worlds that need no disk. Closing it loses everything. */
export class MemoryStore implements ObjectStore {
  readonly #layers = new Map<number, Map<number, Uint8Array>>()

  async open(keeper: StateKeeper): Promise<RecoveryReport> {
    keeper.initialize()
    return { ...emptyReport, created: true }
  }

  async close(): Promise<void> {}

  readSync(layer: number, offset: number, into: Uint8Array): void {
    const chunks = this.#layers.get(layer)
    for (const part of parts(offset, into.byteLength)) {
      const target = into.subarray(part.at, part.at + part.length)
      const chunk = chunks?.get(part.chunk)
      if (chunk) target.set(chunk.subarray(part.within, part.within + part.length))
      else target.fill(0)
    }
  }

  async read(layer: number, offset: number, into: Uint8Array): Promise<void> {
    this.readSync(layer, offset, into)
  }

  writeSync(layer: number, offset: number, bytes: Uint8Array): void {
    let chunks = this.#layers.get(layer)
    if (!chunks) {
      chunks = new Map()
      this.#layers.set(layer, chunks)
    }
    for (const part of parts(offset, bytes.byteLength)) {
      let chunk = chunks.get(part.chunk)
      if (!chunk) {
        chunk = new Uint8Array(chunkBytes)
        chunks.set(part.chunk, chunk)
      }
      chunk.set(bytes.subarray(part.at, part.at + part.length), part.within)
    }
  }

  async write(layer: number, offset: number, bytes: Uint8Array): Promise<void> {
    this.writeSync(layer, offset, bytes)
  }

  append(_change: Change): void {}
  appendWritten(_written: { image: string; layer: number; change: Written | undefined }): void {}
  commit(): void {}
  async syncImage(_image: string): Promise<void> {}
  vouch(_layer: number): void {}
  async syncLayer(_layer: number): Promise<void> {}
  async sync(): Promise<void> {}

  removeLayer(layer: number): void {
    this.#layers.delete(layer)
  }

  readonly wantsCompaction = false
  async compact(_keeper: StateKeeper): Promise<void> {}
}

function* parts(offset: number, length: number) {
  let at = 0
  while (at < length) {
    const chunk = Math.floor((offset + at) / chunkBytes)
    const within = offset + at - chunk * chunkBytes
    const count = Math.min(length - at, chunkBytes - within)
    yield { chunk, within, at, length: count }
    at += count
  }
}
