import { Worker } from 'node:worker_threads'
import type { Content } from '#ceph-sim/rbd.ts'
import { contentLength } from '#ceph-sim/rbd.ts'
import { InternalError } from '#kernel/errors/domain-error.ts'
import { KiB, MiB } from '#kernel/units/bytes.ts'
import type { Digester, DigestStream } from './digest.ts'

export type DigestRequest =
  | { readonly kind: 'start'; readonly stream: number; readonly algorithm: string; readonly ring: SharedArrayBuffer }
  | { readonly kind: 'data'; readonly stream: number; readonly offset: number; readonly lengthBytes: number }
  | { readonly kind: 'zero'; readonly stream: number; readonly lengthBytes: number }
  | { readonly kind: 'finish' | 'close'; readonly stream: number }
export type DigestReply =
  | { readonly kind: 'taken'; readonly stream: number }
  | { readonly kind: 'done'; readonly stream: number; readonly hex: string }

/** A stream's pieces wait in a ring of slots that both threads read, so that nothing is allocated on the way. */
const slotBytes = 256 * KiB
const slotCount = 16
/** How many zeros a thread hashes at one go: other streams wait that long at most. */
const zeroStepBytes = 16 * MiB

/**
 * Digests on two threads, one for MD5 and one for SHA-512, so that both cores work and the event loop stays free.
 *
 * @param entry - the worker's module
 */
export class WorkerDigester implements Digester {
  readonly #threads: readonly HashThread[]
  /** Rings of ended streams, to be used again. */
  readonly #rings: SharedArrayBuffer[] = []
  #streams = 0

  constructor(entry: URL) {
    this.#threads = [new HashThread(entry, 'md5'), new HashThread(entry, 'sha512')]
  }

  start(): DigestStream {
    const ring = this.#rings.pop() ?? new SharedArrayBuffer(slotBytes * slotCount)
    return new RingStream(this.#threads, this.#streams++, ring, () => this.#rings.push(ring))
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()))
  }
}

class RingStream implements DigestStream {
  readonly #stream: number
  readonly #threads: readonly HashThread[]
  readonly #ring: Uint8Array
  readonly #release: () => void
  readonly #digests: readonly Promise<string>[]
  /** Pieces given to the threads, and how many of them each has taken; a slot is free when both have. */
  #given = 0
  readonly #taken: number[]
  #room: PromiseWithResolvers<void> | undefined
  #sizeBytes = 0
  #closed = false

  constructor(threads: readonly HashThread[], stream: number, ring: SharedArrayBuffer, release: () => void) {
    this.#threads = threads
    this.#stream = stream
    this.#ring = new Uint8Array(ring)
    this.#release = release
    this.#taken = threads.map(() => 0)
    this.#digests = threads.map((thread, index) => thread.start(stream, ring, () => this.#take(index)))
    for (const digest of this.#digests) digest.catch(() => {})
  }

  async update(piece: Content): Promise<void> {
    this.#sizeBytes += contentLength(piece)
    if (piece.kind === 'zero') {
      for (let left = piece.lengthBytes; left > 0; left -= zeroStepBytes) {
        await this.#slot()
        this.#post({ kind: 'zero', stream: this.#stream, lengthBytes: Math.min(left, zeroStepBytes) })
      }
      return
    }
    for (let at = 0; at < piece.bytes.byteLength; at += slotBytes) {
      const offset = (await this.#slot()) * slotBytes
      const bytes = piece.bytes.subarray(at, at + slotBytes)
      this.#ring.set(bytes, offset)
      this.#post({ kind: 'data', stream: this.#stream, offset, lengthBytes: bytes.byteLength })
    }
  }

  async finish() {
    for (const thread of this.#threads) thread.post({ kind: 'finish', stream: this.#stream })
    const [checksum = '', osHashValue = ''] = await Promise.all(this.#digests)
    this.close()
    return { checksum, osHashValue, sizeBytes: this.#sizeBytes }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    for (const thread of this.#threads) thread.post({ kind: 'close', stream: this.#stream })
    this.#release()
  }

  /** Waits for a free slot and answers which it is. */
  async #slot(): Promise<number> {
    while (this.#given - Math.min(...this.#taken) >= slotCount) {
      this.#room = Promise.withResolvers<void>()
      // A thread that dies must not leave the sender waiting for room.
      await Promise.race([this.#room.promise, ...this.#digests])
    }
    return this.#given % slotCount
  }

  #post(request: DigestRequest): void {
    this.#given++
    for (const thread of this.#threads) thread.post(request)
  }

  #take(thread: number): void {
    this.#taken[thread]!++
    this.#room?.resolve()
    this.#room = undefined
  }
}

interface StreamState {
  readonly done: PromiseWithResolvers<string>
  taken(): void
}

class HashThread {
  readonly #worker: Worker
  readonly #algorithm: string
  readonly #streams = new Map<number, StreamState>()

  constructor(entry: URL, algorithm: string) {
    this.#algorithm = algorithm
    this.#worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 } })
    this.#worker.unref()
    this.#worker.on('message', (reply: DigestReply) => this.#reply(reply))
    this.#worker.on('error', (error) => this.#fail(error))
  }

  start(stream: number, ring: SharedArrayBuffer, taken: () => void): Promise<string> {
    const done = Promise.withResolvers<string>()
    this.#streams.set(stream, { done, taken })
    this.post({ kind: 'start', stream, algorithm: this.#algorithm, ring })
    return done.promise
  }

  post(request: DigestRequest): void {
    this.#worker.postMessage(request)
    if (request.kind === 'close') this.#streams.delete(request.stream)
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #reply(reply: DigestReply): void {
    const state = this.#streams.get(reply.stream)
    if (reply.kind === 'done') state?.done.resolve(reply.hex)
    else state?.taken()
  }

  #fail(error: Error): void {
    for (const { done } of this.#streams.values()) {
      done.reject(new InternalError(`the ${this.#algorithm} thread died: ${error.message}`, {}, { cause: error }))
    }
    this.#streams.clear()
  }
}
