import { Worker } from 'node:worker_threads'
import type { Content } from '#ceph-sim/rbd.ts'
import { contentLength } from '#ceph-sim/rbd.ts'
import { InternalError } from '#kernel/errors/domain-error.ts'
import type { Digester, DigestStream } from './digest.ts'

export type DigestRequest =
  | { readonly kind: 'start'; readonly stream: number; readonly algorithm: string }
  | { readonly kind: 'piece'; readonly stream: number; readonly piece: Content }
  | { readonly kind: 'finish' | 'close'; readonly stream: number }
export type DigestReply =
  | { readonly kind: 'taken'; readonly stream: number }
  | { readonly kind: 'done'; readonly stream: number; readonly hex: string }

/** Pieces that may be on their way to a thread before the sender waits. */
const window = 8

/**
 * Digests on two threads, one for MD5 and one for SHA-512, so that both cores work and the event loop stays free.
 *
 * @param entry - the worker's module: source or bundle
 */
export class WorkerDigester implements Digester {
  readonly #threads: readonly HashThread[]
  #streams = 0

  constructor(entry: URL) {
    this.#threads = [new HashThread(entry, 'md5'), new HashThread(entry, 'sha512')]
  }

  start(): DigestStream {
    const stream = this.#streams++
    const [md5, sha512] = this.#threads.map((thread) => thread.start(stream)) as [ThreadStream, ThreadStream]
    let sizeBytes = 0
    return {
      async update(piece) {
        sizeBytes += contentLength(piece)
        // The sender's buffer is free again when this resolves, so each thread gets a copy.
        await Promise.all([md5.update(copyOf(piece)), sha512.update(copyOf(piece))])
      },
      async finish() {
        const [checksum, osHashValue] = await Promise.all([md5.finish(), sha512.finish()])
        return { checksum, osHashValue, sizeBytes }
      },
      close: () => {
        md5.close()
        sha512.close()
      },
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()))
  }
}

interface ThreadStream {
  update(piece: Content): Promise<void>
  finish(): Promise<string>
  close(): void
}

interface StreamState {
  outstanding: number
  room: PromiseWithResolvers<void> | undefined
  done: PromiseWithResolvers<string>
}

class HashThread {
  readonly #worker: Worker
  readonly #algorithm: string
  readonly #streams = new Map<number, StreamState>()

  constructor(entry: URL, algorithm: string) {
    this.#algorithm = algorithm
    this.#worker = new Worker(entry)
    this.#worker.unref()
    this.#worker.on('message', (reply: DigestReply) => this.#take(reply))
    this.#worker.on('error', (error) => this.#fail(error))
  }

  start(stream: number): ThreadStream {
    const state: StreamState = { outstanding: 0, room: undefined, done: Promise.withResolvers<string>() }
    state.done.promise.catch(() => {})
    this.#streams.set(stream, state)
    this.#post({ kind: 'start', stream, algorithm: this.#algorithm })
    return {
      update: async (piece) => {
        if (++state.outstanding >= window) {
          state.room = Promise.withResolvers<void>()
          this.#post({ kind: 'piece', stream, piece })
          await Promise.race([state.room.promise, state.done.promise])
        } else {
          this.#post({ kind: 'piece', stream, piece })
        }
      },
      finish: () => {
        this.#post({ kind: 'finish', stream })
        return state.done.promise
      },
      close: () => {
        if (this.#streams.delete(stream)) this.#post({ kind: 'close', stream })
      },
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #post(request: DigestRequest): void {
    const transfer =
      request.kind === 'piece' && request.piece.kind === 'data' ? [request.piece.bytes.buffer as ArrayBuffer] : []
    this.#worker.postMessage(request, transfer)
  }

  #take(reply: DigestReply): void {
    const state = this.#streams.get(reply.stream)
    if (!state) return
    if (reply.kind === 'done') {
      this.#streams.delete(reply.stream)
      state.done.resolve(reply.hex)
      return
    }
    state.outstanding--
    state.room?.resolve()
    state.room = undefined
  }

  #fail(error: Error): void {
    for (const state of this.#streams.values()) {
      state.done.reject(new InternalError(`the ${this.#algorithm} thread died: ${error.message}`, {}, { cause: error }))
    }
    this.#streams.clear()
  }
}

function copyOf(piece: Content): Content {
  return piece.kind === 'zero' ? piece : { ...piece, bytes: new Uint8Array(piece.bytes) }
}
