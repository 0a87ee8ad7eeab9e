import { BadStream, type ByteSource } from './byte-source.ts'
import { diffBanner, diffEnd, encodeDiffHeader, encodeExtent, longestNameBytes } from './rbd-diff.ts'

/** How far a merge has come: `done` of `total` bytes of both images. */
export interface MergeProgress {
  readonly done: number
  readonly total: number
}

/**
 * Two diffs, of which the second starts where the first ends, as one: all of the second, and of the first what the second
 * leaves. Both must have their extents in ascending order. Content goes through in the pieces that it comes in.
 *
 * @param write - called with the merged stream's bytes, in order; each is valid until it resolves
 * @throws BadStream: EINVAL when the diffs do not follow one another; EOPNOTSUPP for extents out of order or past the
 * end; EDOM
 * @see the output for golden/rbd 07, which cuts extents where the other diff's begin
 */
export async function mergeDiffs(
  sources: { readonly first: ByteSource; readonly second: ByteSource },
  write: (bytes: Uint8Array) => Promise<void>,
  onProgress: (progress: MergeProgress) => void = () => {},
): Promise<void> {
  const first = await DiffExtents.open(sources.first, 'first')
  const second = await DiffExtents.open(sources.second, 'second')
  if ((first.toSnapshot ?? '') !== (second.fromSnapshot ?? '')) {
    const rule = 'The first TO snapshot must be equal with the second FROM snapshot, aborting'
    throw new BadStream('EINVAL', rule)
  }
  const { sizeBytes } = second
  await write(encodeDiffHeader(1, { fromSnapshot: first.fromSnapshot, toSnapshot: second.toSnapshot, sizeBytes }))
  const total = 2 * Math.max(first.sizeBytes, sizeBytes)
  // A first image that was smaller holds zeros up to the second's size; one that was larger ends there.
  first.tail = { kind: 'zero', from: first.sizeBytes, to: sizeBytes }
  second.tail = { kind: 'nothing', from: sizeBytes, to: first.sizeBytes }
  await first.next()
  await second.next()
  while (first.left > 0 || second.left > 0) {
    onProgress({ done: first.offset + second.offset, total })
    const uncovered = second.offset - first.offset
    if (first.left > 0 && uncovered > 0) {
      await first.pass(Math.min(first.left, uncovered), write)
      continue
    }
    const covered = second.offset + second.left - first.offset
    if (first.left > 0 && covered > 0) {
      await first.drop(Math.min(first.left, covered))
      continue
    }
    if (second.left === 0) throw new BadStream('EOPNOTSUPP', 'rbd: failed to merge diff chunk')
    await second.pass(second.left, write)
  }
  await write(diffEnd)
}

type ExtentKind = 'write' | 'zero' | 'nothing'

/** The extents of one diff, one at a time, which can be passed on or dropped in parts. */
class DiffExtents {
  fromSnapshot: string | undefined
  toSnapshot: string | undefined
  sizeBytes = 0
  offset = 0
  /** Bytes of the present extent that are left; 0 once there are no more extents. */
  left = 0
  isAtEnd = false
  /** Taken for one more extent, the last. */
  tail: { readonly kind: ExtentKind; readonly from: number; readonly to: number } | undefined
  readonly #source: ByteSource
  readonly #name: 'first' | 'second'
  #kind: ExtentKind = 'nothing'
  #tag: string | undefined

  private constructor(source: ByteSource, name: 'first' | 'second') {
    this.#source = source
    this.#name = name
  }

  static async open(source: ByteSource, name: 'first' | 'second'): Promise<DiffExtents> {
    const extents = new DiffExtents(source, name)
    await extents.#guard(`parse ${name} diff header`, () => extents.#readHeader())
    return extents
  }

  /** Goes to the next extent, when there is one. */
  async next(): Promise<void> {
    if (this.isAtEnd) return
    const before = this.offset
    await this.#guard(`read ${this.#name} diff data chunk header`, () => this.#readExtent())
    if (before > this.offset) {
      const where = `(${before} > ${this.offset})`
      throw new BadStream('EOPNOTSUPP', `rbd: out-of-order offset from ${this.#name} diff ${where}`)
    }
  }

  async pass(lengthBytes: number, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    if (this.#kind !== 'nothing') await write(encodeExtent(1, this.#kind, { offset: this.offset, lengthBytes }))
    if (this.#kind === 'write') {
      await this.#guard('merge diff chunk', async () => {
        for await (const piece of this.#source.pieces(lengthBytes, 'write data')) await write(piece)
      })
    }
    await this.#advance(lengthBytes)
  }

  async drop(lengthBytes: number): Promise<void> {
    if (this.#kind === 'write') {
      await this.#guard('skip first diff data', () => this.#source.skip(lengthBytes, 'write data'))
    }
    await this.#advance(lengthBytes)
  }

  async #advance(lengthBytes: number): Promise<void> {
    this.offset += lengthBytes
    this.left -= lengthBytes
    if (this.left === 0) await this.next()
  }

  async #readHeader(): Promise<void> {
    const banner = diffBanner[1]
    const found = (await this.#source.exactly(banner.length, 'diff banner')).toString('latin1')
    if (found !== banner) throw new BadStream('EINVAL', `invalid banner '${found}', expected '${banner}'`)
    for (;;) {
      const tag = await this.#tagByte()
      if (tag === 'f') this.fromSnapshot = await this.#source.string(longestNameBytes, 'start snap name')
      else if (tag === 't') this.toSnapshot = await this.#source.string(longestNameBytes, 'end snap name')
      else if (tag === 's') this.sizeBytes = await this.#source.number('image size')
      else {
        this.#tag = tag
        return
      }
    }
  }

  async #readExtent(): Promise<void> {
    const tag = this.#tag ?? (await this.#tagByte())
    this.#tag = undefined
    if (tag === 'e') {
      this.isAtEnd = true
      const { kind, from, to } = this.tail ?? { kind: 'nothing', from: this.sizeBytes, to: 0 }
      this.#kind = kind
      this.offset = from
      this.left = Math.max(0, to - from)
      return
    }
    if (tag !== 'w' && tag !== 'z') throw new BadStream('EOPNOTSUPP', '')
    this.#kind = tag === 'w' ? 'write' : 'zero'
    this.offset = await this.#source.number('IO length')
    this.left = await this.#source.number('IO length')
    if (this.left === 0) throw new BadStream('EOPNOTSUPP', '')
  }

  async #tagByte(): Promise<string> {
    return String.fromCharCode(await this.#source.byte('tag'))
  }

  /** A bad stream is told in the words of the step that found it. */
  async #guard(step: string, act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (thrown) {
      if (!(thrown instanceof BadStream)) throw thrown
      const told = thrown.message.startsWith('invalid banner') ? `${thrown.message}\n` : ''
      throw new BadStream(thrown.code, `${told}rbd: failed to ${step}`)
    }
  }
}
