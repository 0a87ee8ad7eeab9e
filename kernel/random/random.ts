/** Loaded by the first who draws: short commands draw nothing, and would wait for it as long as for their own code. */
const nodeCrypto = () => process.getBuiltinModule('node:crypto')

/**
 * A source of chance, split into named streams so that a new draw in one place shifts no other. A stream's draws
 * depend only on the root seed and its name.
 */
export interface Random {
  /** A child stream, e.g. `random.stream('wan/dcn0/jitter')`. */
  stream(name: string): Random
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform integer in [0, bound). */
  integer(bound: number): number
  bytes(length: number): Uint8Array
  /** A version 4 UUID drawn from this stream. */
  uuid(): string
}

/** Deterministic: sfc32 seeded from SHA-256 of the path of stream names. */
export class SeededRandom implements Random {
  readonly #path: string
  readonly #state: Uint32Array

  constructor(seed: string | number) {
    this.#path = String(seed)
    const digest = nodeCrypto().createHash('sha256').update(this.#path).digest()
    this.#state = new Uint32Array(4)
    for (let i = 0; i < 4; i++) this.#state[i] = digest.readUInt32LE(i * 4)
    for (let i = 0; i < 12; i++) this.#draw()
  }

  stream(name: string): Random {
    return new SeededRandom(`${this.#path}/${name}`)
  }

  next(): number {
    return this.#draw() / 2 ** 32
  }

  integer(bound: number): number {
    return Math.floor(this.next() * bound)
  }

  bytes(length: number): Uint8Array {
    const bytes = Buffer.alloc(length)
    for (let i = 0; i < length; i += 4) {
      const word = this.#draw()
      for (let j = i; j < Math.min(i + 4, length); j++) bytes[j] = word >>> ((j - i) * 8)
    }
    return bytes
  }

  uuid(): string {
    const bytes = this.bytes(16)
    bytes[6] = (bytes[6]! & 0x0f) | 0x40
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = Buffer.from(bytes).toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  #draw(): number {
    const s = this.#state
    const result = (s[0]! + s[1]! + s[3]!) | 0
    s[3] = (s[3]! + 1) | 0
    s[0] = s[1]! ^ (s[1]! >>> 9)
    s[1] = (s[2]! + (s[2]! << 3)) | 0
    s[2] = (((s[2]! << 21) | (s[2]! >>> 11)) + result) | 0
    return result >>> 0
  }
}

/** Real chance, for a live world that was given no seed. */
export function systemRandom(): Random {
  return new SeededRandom(crypto.randomUUID())
}
