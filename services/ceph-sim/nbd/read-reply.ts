import type { ByteRun } from '../direct-image.ts'
import { commandFlag, simpleReplyBytes } from './protocol.ts'
import type { ReplyQueue, Reserved } from './reply-queue.ts'
import type { Session } from './requests.ts'
import {
  dataChunkBytes,
  holeChunkBytes,
  type Request,
  writeDataChunk,
  writeDoneChunk,
  writeHoleChunk,
  writeSimpleReply,
} from './transmission-codec.ts'

/** The answer to one read: data are read to where they are sent from, behind room for their head. */
export class ReadReply {
  /** To be filled with what was asked for; runs that are zeros may be left as they are. */
  readonly data: Buffer
  readonly #replies: ReplyQueue
  readonly #request: Request
  readonly #isStructured: boolean
  readonly #room: Reserved
  readonly #dataStart: number

  constructor(replies: ReplyQueue, request: Request, { hasStructuredReplies }: Session) {
    const { lengthBytes } = request
    const headBytes = hasStructuredReplies ? dataChunkBytes : simpleReplyBytes
    this.#replies = replies
    this.#request = request
    this.#isStructured = hasStructuredReplies
    this.#room = replies.reserve(Math.max(headBytes + lengthBytes, holeChunkBytes))
    this.#dataStart = this.#room.start + headBytes
    this.data = this.#room.slab.bytes.subarray(this.#dataStart, this.#dataStart + lengthBytes)
  }

  /** Nothing is sent. */
  drop(): void {
    this.#replies.finish(this.#room)
  }

  /** Queues the answer. @param runs - what `data` is made of */
  send(runs: readonly ByteRun[]): void {
    const mustBeOne = !this.#isStructured || (this.#request.flags & commandFlag.df) !== 0
    if (mustBeOne || runs.length <= 1 || isZero(runs)) this.#sendOne(runs)
    else this.#sendChunks(runs)
  }

  #sendOne(runs: readonly ByteRun[]): void {
    const { slab, start } = this.#room
    const { offset, lengthBytes } = this.#request
    const chunk = { offset, lengthBytes, isLast: true }
    let end: number
    if (!this.#isStructured) {
      this.#fillZeroes(runs)
      end = writeSimpleReply(slab.bytes, start, this.#request, 0) + lengthBytes
    } else if (lengthBytes === 0) end = writeDoneChunk(slab.bytes, start, this.#request)
    else if (isZero(runs)) end = writeHoleChunk(slab.bytes, start, this.#request, chunk)
    else {
      this.#fillZeroes(runs)
      end = writeDataChunk(slab.bytes, start, this.#request, chunk) + lengthBytes
    }
    this.#replies.send(this.#room, start, end)
    this.#replies.finish(this.#room, end)
  }

  /** One chunk for each run; their heads are made elsewhere. */
  #sendChunks(runs: readonly ByteRun[]): void {
    const heads = this.#replies.reserve(runs.length * holeChunkBytes)
    let head = heads.start
    let at = this.#dataStart
    let { offset } = this.#request
    runs.forEach(({ lengthBytes, kind }, index) => {
      const write = kind === 'data' ? writeDataChunk : writeHoleChunk
      const chunk = { offset, lengthBytes, isLast: index === runs.length - 1 }
      const headEnd = write(heads.slab.bytes, head, this.#request, chunk)
      this.#replies.send(heads, head, headEnd)
      if (kind === 'data') this.#replies.send(this.#room, at, at + lengthBytes)
      head = headEnd
      at += lengthBytes
      offset += lengthBytes
    })
    this.#replies.finish(heads, head)
    this.#replies.finish(this.#room, at)
  }

  #fillZeroes(runs: readonly ByteRun[]): void {
    let at = 0
    for (const { lengthBytes, kind } of runs) {
      if (kind !== 'data') this.data.fill(0, at, at + lengthBytes)
      at += lengthBytes
    }
  }
}

function isZero(runs: readonly ByteRun[]): boolean {
  return runs.every(({ kind }) => kind !== 'data')
}
