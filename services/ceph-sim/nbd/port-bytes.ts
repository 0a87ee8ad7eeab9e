import type { ByteRun, ImageBytes } from '../direct-image.ts'
import { type ByteRange, contentLength, type Rbd, type RbdSpec } from '../rbd.ts'

/** The bytes of an image over any adapter of the port. */
export class PortBytes implements ImageBytes {
  readonly #rbd: Rbd
  readonly #spec: RbdSpec
  /** Nobody but users of this object changes what is stored. */
  readonly #isAlone: boolean
  /** What is stored, as far as nothing was changed since. */
  #extents: Promise<readonly ByteRange[]> | undefined
  #changes = 0

  constructor(rbd: Rbd, spec: RbdSpec, { isAlone }: { isAlone: boolean }) {
    this.#rbd = rbd
    this.#spec = spec
    this.#isAlone = isAlone
  }

  async read(offset: number, into: Buffer): Promise<readonly ByteRun[]> {
    const lengthBytes = into.byteLength
    const runs: ByteRun[] = []
    for await (const content of this.#rbd.read(this.#spec, { offset, lengthBytes, pieceBytes: lengthBytes })) {
      if (content.kind === 'data') into.set(content.bytes, content.offset - offset)
      const kind = content.kind === 'data' ? 'data' : 'hole'
      const last = runs[runs.length - 1]
      const length = contentLength(content)
      if (last?.kind === kind) runs[runs.length - 1] = { kind, lengthBytes: last.lengthBytes + length }
      else runs.push({ kind, lengthBytes: length })
    }
    return runs
  }

  async write(offset: number, bytes: Buffer): Promise<void> {
    this.changed()
    try {
      await this.#rbd.write(this.#spec, [{ kind: 'data', offset, bytes }])
    } finally {
      this.changed()
    }
  }

  /** Writes resolve when they are stored. */
  commit(): void {}

  /** Call before and after each other change: what was known of the stored extents is forgotten. */
  changed(): void {
    this.#changes++
    this.#extents = undefined
  }

  async runs(offset: number, lengthBytes: number, { maxRuns }: { maxRuns: number }): Promise<readonly ByteRun[]> {
    const extents = await this.#stored()
    const end = offset + lengthBytes
    const runs: ByteRun[] = []
    let at = offset
    for (let i = firstEndingAfter(extents, offset); at < end && runs.length < maxRuns; i++) {
      const extent = extents[i]
      const start = Math.min(end, Math.max(at, extent?.offset ?? end))
      if (at < start) runs.push({ kind: 'hole', lengthBytes: start - at })
      const stop = extent ? Math.min(end, extent.offset + extent.lengthBytes) : end
      if (start < stop && runs.length < maxRuns) runs.push({ kind: 'data', lengthBytes: stop - start })
      at = stop
    }
    return runs
  }

  #stored(): Promise<readonly ByteRange[]> {
    if (this.#extents) return this.#extents
    const changes = this.#changes
    const extents = this.#rbd.extents(this.#spec)
    if (this.#isAlone || this.#spec.snapshot !== undefined) {
      this.#extents = extents
      extents.catch(() => {
        if (this.#changes === changes) this.#extents = undefined
      })
    }
    return extents
  }
}

/** The index of the first range that ends after `offset`. @param ranges - ascending */
function firstEndingAfter(ranges: readonly ByteRange[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const { offset: start, lengthBytes } = ranges[middle]!
    if (start + lengthBytes <= offset) low = middle + 1
    else high = middle
  }
  return low
}
