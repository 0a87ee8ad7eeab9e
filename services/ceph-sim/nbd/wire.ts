import type { Duplex } from 'node:stream'
import { ByteQueue } from './byte-queue.ts'

/** The client is gone, or the server is stopping: nothing more can be said. */
export class ConnectionEnded extends Error {
  constructor() {
    super('the connection has ended')
    this.name = 'ConnectionEnded'
  }
}

/**
 * One end of a connection. During the handshake it is read piece by piece, and only as much is taken from the socket as
 * is asked for; later everything that arrives is announced.
 */
export class Wire {
  readonly queue = new ByteQueue()
  #stream: Duplex
  #waiting:
    | { readonly lengthBytes: number; readonly resolve: () => void; readonly reject: (e: Error) => void }
    | undefined
  #onData: (() => void) | undefined
  #onEnd: (() => void) | undefined
  #hasEnded = false

  constructor(stream: Duplex) {
    this.#stream = stream
    this.#listen()
  }

  get stream(): Duplex {
    return this.#stream
  }

  /** The next bytes, once there are so many. @throws ConnectionEnded */
  async read(lengthBytes: number): Promise<Buffer> {
    if (this.queue.lengthBytes < lengthBytes) {
      if (this.#hasEnded) throw new ConnectionEnded()
      await new Promise<void>((resolve, reject) => {
        this.#waiting = { lengthBytes, resolve, reject }
        this.#stream.resume()
      })
    }
    return this.queue.take(lengthBytes)
  }

  write(bytes: Uint8Array): void {
    if (!this.#hasEnded) this.#stream.write(bytes)
  }

  /** Goes on over another stream, as after STARTTLS. Nothing may have arrived that was not read. */
  async replace(wrap: (stream: Duplex) => Promise<Duplex>): Promise<void> {
    this.#stream.removeAllListeners('data').removeAllListeners('end').removeAllListeners('close')
    this.#stream = await wrap(this.#stream)
    this.#listen()
  }

  /** From now on everything that arrives is announced. @param onEnd - called once, when nothing more will arrive */
  follow(onData: () => void, onEnd: () => void): void {
    this.#onData = onData
    this.#onEnd = onEnd
    onData()
    if (this.#hasEnded) onEnd()
    else this.#stream.resume()
  }

  /** Resolves when what was written has left. */
  finish(): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.once('close', resolve)
      this.#stream.end(resolve)
    })
  }

  destroy(): void {
    this.#stream.destroy()
  }

  #listen(): void {
    const ended = () => this.#end()
    this.#stream
      .on('data', (chunk: Buffer) => this.#arrived(chunk))
      .on('end', ended)
      .on('close', ended)
      .on('error', ended)
      .pause()
  }

  #arrived(chunk: Buffer): void {
    this.queue.push(chunk)
    if (this.#onData) {
      this.#onData()
      return
    }
    if (this.#waiting && this.queue.lengthBytes < this.#waiting.lengthBytes) return
    this.#stream.pause()
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve()
  }

  #end(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#waiting?.reject(new ConnectionEnded())
    this.#waiting = undefined
    this.#onEnd?.()
  }
}
