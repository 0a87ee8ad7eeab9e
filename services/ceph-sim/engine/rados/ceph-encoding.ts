/**
 * Ceph's wire encoding, little endian: plain integers; a string is its length (u32) and its bytes; a versioned struct is
 * its version, the oldest version that can read it (u8 each) and its length (u32), then its fields.
 *
 * @see https://docs.ceph.com/en/pacific/dev/encoding/
 */
export class Encoder {
  readonly #parts: Uint8Array[] = []

  u8(value: number): this {
    return this.#add(Buffer.of(value))
  }

  u32(value: number): this {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return this.#add(bytes)
  }

  u64(value: number): this {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64LE(BigInt(value))
    return this.#add(bytes)
  }

  string(text: string): this {
    return this.blob(Buffer.from(text))
  }

  /** Bytes with their length before them. */
  blob(bytes: Uint8Array): this {
    return this.u32(bytes.byteLength).raw(bytes)
  }

  raw(bytes: Uint8Array): this {
    return this.#add(bytes)
  }

  /** Seconds and nanoseconds since the epoch. */
  time(atMs: number): this {
    const seconds = Math.floor(atMs / 1000)
    return this.u32(seconds).u32(Math.round((atMs - seconds * 1000) * 1e6))
  }

  /** A value that may be absent. */
  optional(value: number | undefined): this {
    return value === undefined ? this.u8(0) : this.u8(1).u64(value)
  }

  struct(version: number, oldest: number, fields: (body: Encoder) => void): this {
    const body = new Encoder()
    fields(body)
    return this.u8(version).u8(oldest).blob(body.bytes())
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts)
  }

  #add(bytes: Uint8Array): this {
    this.#parts.push(bytes)
    return this
  }
}

const polynomial = 0x82f63b78
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
  return crc
})

/** CRC-32C as Ceph computes it: no inversion at either end. @param seed - what came before */
export function crc32c(bytes: Uint8Array, seed = 0): number {
  let crc = seed
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
  return crc >>> 0
}
