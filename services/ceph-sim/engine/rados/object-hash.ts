const goldenRatio = 0x9e3779b9

/**
 * The hash by which a pool finds the placement group of an object: Bob Jenkins' hash of 1996 (public domain), which Ceph
 * calls `rjenkins`. 32 bits, unsigned.
 *
 * @see ceph/ceph src/common/ceph_hash.cc for the byte order that it is fed in
 */
export function objectHash(name: string): number {
  const bytes = Buffer.from(name)
  const mixer = new Mixer(goldenRatio, goldenRatio, 0)
  let at = 0
  for (; bytes.length - at >= 12; at += 12) {
    mixer.add(word(bytes, at, 4), word(bytes, at + 4, 4), word(bytes, at + 8, 4))
  }
  const left = bytes.length - at
  // The lowest byte of the last word is kept for the length.
  const last = (bytes.length + word(bytes, at + 8, left - 8) * 256) >>> 0
  mixer.add(word(bytes, at, left), word(bytes, at + 4, left - 4), last)
  return mixer.c >>> 0
}

/** A hash of three whole numbers, for drawing lots. 32 bits, unsigned. */
export function drawHash(a: number, b: number, c: number): number {
  return scatter(c + scatter(b + scatter(a))) >>> 0
}

/** Spreads every bit over all others: the last step of MurmurHash3 (public domain). */
function scatter(value: number): number {
  let hash = (value + goldenRatio) | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Up to four bytes from `at`, least significant first; 0 where there are none. */
function word(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let index = Math.min(4, length) - 1; index >= 0; index--) value = value * 256 + bytes[at + index]!
  return value
}

class Mixer {
  #a: number
  #b: number
  c: number

  constructor(a: number, b: number, c: number) {
    this.#a = a
    this.#b = b
    this.c = c
  }

  add(x: number, y: number, z: number): void {
    let a = (this.#a + x) | 0
    let b = (this.#b + y) | 0
    let c = (this.c + z) | 0
    a = (a - b - c) ^ (c >>> 13)
    b = (b - c - a) ^ (a << 8)
    c = (c - a - b) ^ (b >>> 13)
    a = (a - b - c) ^ (c >>> 12)
    b = (b - c - a) ^ (a << 16)
    c = (c - a - b) ^ (b >>> 5)
    a = (a - b - c) ^ (c >>> 3)
    b = (b - c - a) ^ (a << 10)
    c = (c - a - b) ^ (b >>> 15)
    this.#a = a
    this.#b = b
    this.c = c
  }
}
