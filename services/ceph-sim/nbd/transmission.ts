import type { Duplex } from 'node:stream'
import type { ByteRun } from '../direct-image.ts'
import { BufferPool } from './buffer-pool.ts'
import type { ByteQueue } from './byte-queue.ts'
import { nbdFailureOf } from './nbd-error.ts'
import { command, commandFlag, maxPayloadBytes, type NbdErrno, requestBytes, simpleReplyBytes } from './protocol.ts'
import { ReadReply } from './read-reply.ts'
import { ReplyQueue } from './reply-queue.ts'
import { refusalOf, type Session, statusOf } from './requests.ts'
import type { ServedImage } from './served-image.ts'
import {
  decodeRequest,
  errorChunkBytes,
  type Request,
  statusChunkBytes,
  writeErrorChunk,
  writeSimpleReply,
  writeStatusChunk,
} from './transmission-codec.ts'

/** Data of requests and answers that may be in memory for one connection before it is not listened to for a while. */
const windowBytes = 16 * 1024 ** 2
/** What a request costs beside its data. */
const requestCostBytes = 1024
const maxStatusRuns = 8192
const maxMessageBytes = 512
const spareLimitBytes = 16 * 1024 ** 2

/** Data of a write that has not arrived as a whole. */
interface Payload {
  readonly request: Request
  readonly memory: Buffer
  filledBytes: number
}

/**
 * The transmission phase of one connection. Requests are worked on as they come, many at a time, and answered as they
 * are done, all that are done in one turn of the event loop by one write.
 */
export class Transmission {
  /** Resolves when the client has taken its leave and everything is answered; rejects for one that breaks the protocol. */
  readonly over: Promise<void>
  readonly #socket: Duplex
  readonly #queue: ByteQueue
  readonly #image: ServedImage
  readonly #session: Session
  readonly #pool = new BufferPool(spareLimitBytes)
  readonly #replies: ReplyQueue
  readonly #leave: (error?: Error) => void
  #payload: Payload | undefined
  /** Writes that are stored but not committed. */
  #stored: Request[] = []
  #inFlightBytes = 0
  #isPaused = false
  #isLeaving = false
  #isSettling = false

  /** @param queue - what arrives; say `advance` after each push */
  constructor(socket: Duplex, queue: ByteQueue, image: ServedImage, session: Session) {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.over = promise
    this.#leave = (error) => (error ? reject(error) : resolve())
    this.#socket = socket
    this.#queue = queue
    this.#image = image
    this.#session = session
    this.#replies = new ReplyQueue(socket, this.#pool, (costBytes) => this.#release(costBytes))
  }

  /** Works on what has arrived, as far as there is room. */
  advance(): void {
    while (!this.#isLeaving) {
      if (this.#payload) {
        if (!this.#fill(this.#payload)) return
        continue
      }
      if (this.#queue.lengthBytes < requestBytes) return
      if (this.#inFlightBytes >= windowBytes) {
        this.#isPaused = true
        this.#socket.pause()
        return
      }
      const request = decodeRequest(this.#queue.take(requestBytes), 0)
      if (request) this.#begin(request)
      else this.#break('a request does not begin with its magic')
    }
  }

  /** The client sends no more: what is under way is finished. */
  end(): void {
    this.#isLeaving = true
    if (this.#payload) this.#inFlightBytes -= costOf(this.#payload.request)
    this.#payload = undefined
    if (this.#inFlightBytes === 0) this.#leave()
  }

  #begin(request: Request): void {
    if (request.command === command.disconnect) this.end()
    else if (request.command === command.write && request.lengthBytes > maxPayloadBytes)
      this.#break(`a write of ${request.lengthBytes} bytes`)
    else {
      this.#inFlightBytes += costOf(request)
      if (request.command === command.write) this.#receive(request)
      else this.#dispatch(request)
    }
  }

  #receive(request: Request): void {
    const { lengthBytes } = request
    if (lengthBytes === 0 || this.#queue.isWhole(lengthBytes)) this.#write(request, this.#queue.take(lengthBytes))
    else this.#payload = { request, memory: this.#pool.take(lengthBytes), filledBytes: 0 }
  }

  /** @returns whether all of the payload is there, and the write begun */
  #fill(payload: Payload): boolean {
    const { request, memory } = payload
    const bytes = memory.subarray(0, request.lengthBytes)
    payload.filledBytes += this.#queue.takeInto(bytes.subarray(payload.filledBytes))
    if (payload.filledBytes < request.lengthBytes) return false
    this.#payload = undefined
    this.#write(request, bytes, memory)
    return true
  }

  /** @param memory - of the pool, to be given back */
  #write(request: Request, bytes: Buffer, memory?: Buffer): void {
    const refusal = refusalOf(request, this.#session)
    if (refusal) {
      if (memory) this.#pool.give(memory)
      this.#answerError(request, refusal.error, refusal.message)
      return
    }
    this.#image
      .write(request.offset, bytes)
      .then(
        () => this.#afterWrite(request),
        (thrown) => this.#fail(request, thrown),
      )
      .finally(() => {
        if (memory) this.#pool.give(memory)
      })
  }

  #afterWrite(request: Request): void {
    if (request.flags & commandFlag.fua) this.#run(request, async () => this.#image.commit())
    else {
      this.#stored.push(request)
      this.#settleSoon()
    }
  }

  #dispatch(request: Request): void {
    const refusal = refusalOf(request, this.#session)
    if (refusal) this.#answerError(request, refusal.error, refusal.message)
    else if (request.command === command.read) this.#read(request)
    else if (request.command === command.blockStatus) this.#status(request)
    else this.#run(request, () => this.#perform(request))
  }

  /** A request that is answered without data. */
  async #perform({ command: name, flags, offset, lengthBytes }: Request): Promise<void> {
    if (name === command.trim) await this.#image.trim({ offset, lengthBytes })
    else if (name === command.flush && !this.#session.isReadOnly) await this.#image.flush()
    else if (name === command.writeZeroes)
      await this.#image.writeZeroes({ offset, lengthBytes }, (flags & commandFlag.noHole) !== 0)
    // CACHE: the bytes are in this process's files, and there is nothing nearer to bring them to.
  }

  #run(request: Request, work: () => Promise<void>): void {
    work()
      .then(() => (request.flags & commandFlag.fua && !this.#session.isReadOnly ? this.#image.flush() : undefined))
      .then(
        () => this.#answer(request),
        (thrown) => this.#fail(request, thrown),
      )
  }

  #read(request: Request): void {
    const reply = new ReadReply(this.#replies, request, this.#session)
    const answer = (runs: readonly ByteRun[]) => {
      reply.send(runs)
      this.#charge(request)
    }
    const fail = (thrown: unknown) => {
      reply.drop()
      this.#fail(request, thrown)
    }
    try {
      const found = this.#image.read(request.offset, reply.data)
      if (found instanceof Promise) found.then(answer, fail)
      else answer(found)
    } catch (thrown) {
      fail(thrown)
    }
  }

  #status(request: Request): void {
    const maxRuns = request.flags & commandFlag.reqOne ? 1 : maxStatusRuns
    const answer = (found: readonly ByteRun[]) => {
      const runs = statusOf(found)
      this.#send(request, statusChunkBytes(runs), (bytes, at) =>
        writeStatusChunk(bytes, at, request, { contextId: this.#session.allocationContextId ?? 0, runs }),
      )
    }
    const { offset, lengthBytes } = request
    try {
      const found = this.#image.runs({ offset, lengthBytes }, { maxRuns })
      if (found instanceof Promise) found.then(answer, (thrown) => this.#fail(request, thrown))
      else answer(found)
    } catch (thrown) {
      this.#fail(request, thrown)
    }
  }

  #answer(request: Request): void {
    this.#send(request, simpleReplyBytes, (bytes, at) => writeSimpleReply(bytes, at, request, 0))
  }

  #fail(request: Request, thrown: unknown): void {
    const { error, message } = nbdFailureOf(thrown)
    this.#answerError(request, error, message)
  }

  #answerError(request: Request, error: NbdErrno, message: string): void {
    if (!this.#session.hasStructuredReplies) {
      this.#send(request, simpleReplyBytes, (bytes, at) => writeSimpleReply(bytes, at, request, error))
      return
    }
    const text = Buffer.from(message).subarray(0, maxMessageBytes)
    this.#send(request, errorChunkBytes(text), (bytes, at) => writeErrorChunk(bytes, at, request, error, text))
  }

  #send(request: Request, lengthBytes: number, write: (bytes: Buffer, at: number) => number): void {
    const room = this.#replies.reserve(lengthBytes)
    const end = write(room.slab.bytes, room.start)
    this.#replies.send(room, room.start, end)
    this.#replies.finish(room, end)
    this.#charge(request)
  }

  #charge(request: Request): void {
    this.#replies.charge(costOf(request))
    this.#settleSoon()
  }

  #settleSoon(): void {
    if (this.#isSettling) return
    this.#isSettling = true
    process.nextTick(() => this.#settle())
  }

  /** Commits what was written, and sends what is answered. */
  #settle(): void {
    const stored = this.#stored
    if (stored.length > 0) {
      this.#stored = []
      try {
        this.#image.commit()
        for (const request of stored) this.#answer(request)
      } catch (thrown) {
        for (const request of stored) this.#fail(request, thrown)
      }
    }
    this.#isSettling = false
    this.#replies.flush()
  }

  #release(costBytes: number): void {
    this.#inFlightBytes -= costBytes
    if (this.#isLeaving) {
      if (this.#inFlightBytes === 0) this.#leave()
    } else if (this.#isPaused && this.#inFlightBytes < windowBytes) {
      this.#isPaused = false
      this.#socket.resume()
      this.advance()
    }
  }

  #break(what: string): void {
    this.#isLeaving = true
    this.#leave(new ProtocolError(what))
  }
}

/** A client that does not keep to the protocol: there is nothing to say to it any more. */
export class ProtocolError extends Error {
  constructor(what: string) {
    super(`the client breaks the protocol: ${what}`)
    this.name = 'ProtocolError'
  }
}

function costOf({ command: name, lengthBytes }: Request): number {
  if (name === command.read || name === command.write) return requestCostBytes + lengthBytes
  return name === command.blockStatus ? requestCostBytes + 8 * maxStatusRuns : requestCostBytes
}
