import type { Duplex } from 'node:stream'
import type { BufferPool } from './buffer-pool.ts'

const slabBytes = 512 * 1024
/** Larger answers have memory of their own. */
const sharedLimitBytes = 128 * 1024

/** Memory that answers are made in; free again when the last of them has left. */
interface Slab {
  readonly bytes: Buffer
  used: number
  /** Parts that are reserved or queued. */
  references: number
}

/** Room for an answer: `slab.bytes` from `start` on. */
export interface Reserved {
  readonly slab: Slab
  readonly start: number
  readonly lengthBytes: number
}

interface Piece {
  readonly slab: Slab
  readonly start: number
  end: number
  references: number
}

/**
 * Answers on their way to a socket. They are made in place in reused memory, and all of one burst go in one write.
 * What was promised for an answer (`costBytes`) is told back when the system has taken it.
 */
export class ReplyQueue {
  readonly #socket: Duplex
  readonly #pool: BufferPool
  readonly #onSent: (costBytes: number) => void
  #slab: Slab | undefined
  #pieces: Piece[] = []
  #costBytes = 0

  constructor(socket: Duplex, pool: BufferPool, onSent: (costBytes: number) => void) {
    this.#socket = socket
    this.#pool = pool
    this.#onSent = onSent
  }

  /** Room until `finish`. */
  reserve(lengthBytes: number): Reserved {
    const slab = lengthBytes > sharedLimitBytes ? this.#newSlab(lengthBytes) : this.#sharedSlab(lengthBytes)
    const start = slab.used
    slab.used += lengthBytes
    slab.references++
    return { slab, start, lengthBytes }
  }

  /** Queues some of what was reserved, from and to an index of the slab. */
  send({ slab }: Reserved, from: number, to: number): void {
    slab.references++
    const last = this.#pieces[this.#pieces.length - 1]
    if (last !== undefined && last.slab === slab && last.end === from) {
      last.end = to
      last.references++
    } else this.#pieces.push({ slab, start: from, end: to, references: 1 })
  }

  /** Nothing more of this room is needed from `end` on. */
  finish({ slab, start, lengthBytes }: Reserved, end = start): void {
    if (slab.used === start + lengthBytes) slab.used = end
    this.#release(slab, 1)
  }

  /** An answer that is queued has cost so much; told back when it has left. */
  charge(costBytes: number): void {
    this.#costBytes += costBytes
  }

  /** Hands everything queued to the socket. */
  flush(): void {
    const pieces = this.#pieces
    const last = pieces.length - 1
    if (last < 0) return
    const costBytes = this.#costBytes
    this.#pieces = []
    this.#costBytes = 0
    const sent = () => {
      for (const { slab, references } of pieces) this.#release(slab, references)
      this.#onSent(costBytes)
    }
    if (last > 0) this.#socket.cork()
    for (let i = 0; i < last; i++) this.#socket.write(viewOf(pieces[i]!))
    this.#socket.write(viewOf(pieces[last]!), sent)
    if (last > 0) this.#socket.uncork()
  }

  #sharedSlab(lengthBytes: number): Slab {
    if (this.#slab?.references === 0) this.#slab.used = 0
    if (!this.#slab || this.#slab.used + lengthBytes > slabBytes) this.#slab = this.#newSlab(slabBytes)
    return this.#slab
  }

  #newSlab(lengthBytes: number): Slab {
    return { bytes: this.#pool.take(lengthBytes), used: 0, references: 0 }
  }

  #release(slab: Slab, references: number): void {
    slab.references -= references
    if (slab.references === 0 && slab !== this.#slab) this.#pool.give(slab.bytes)
  }
}

function viewOf({ slab, start, end }: Piece): Buffer {
  return slab.bytes.subarray(start, end)
}
