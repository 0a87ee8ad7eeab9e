import { diffBytes, diffExtents, epochOf } from '../engine/content/diff-extents.ts'
import { findImage, findSnapshot, type Readable } from '../engine/lookup.ts'
import { invalid } from '../engine/refusals.ts'
import type { ImageIo } from '../image-io.ts'
import type { DiffExtent, DiffOptions, DiffPiece, Diffs } from '../port/diffs.ts'
import type { CallOptions, RbdImageSpec, RbdSpec, RbdUsage } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class DiffsSession implements Diffs {
  readonly #context: SessionContext
  readonly #io: ImageIo

  constructor(context: SessionContext, io: ImageIo) {
    this.#context = context
    this.#io = io
  }

  async *list(spec: RbdSpec, options: DiffOptions & CallOptions = {}): AsyncGenerator<DiffExtent> {
    const { extents } = this.#changes(spec, options)
    for (const extent of extents) {
      options.signal?.throwIfAborted()
      yield extent
    }
  }

  async *read(spec: RbdSpec, options: DiffOptions & CallOptions = {}): AsyncGenerator<DiffPiece> {
    const { readable, extents } = this.#changes(spec, options)
    for (const extent of extents) {
      yield { kind: 'extent', ...extent }
      const { offset, lengthBytes, exists } = extent
      if (exists) yield* this.#io.read(readable, { offset, lengthBytes, signal: options.signal })
    }
  }

  async usage(spec: RbdImageSpec, options: { exact?: boolean } & CallOptions = {}): Promise<readonly RbdUsage[]> {
    this.#context.mayRead(spec, options)
    const image = findImage(this.#context.runtime.state, spec)
    const points = [...image.snapshots.filter(({ namespace }) => namespace.kind === 'user'), undefined]
    return points.map((snapshot, index) => {
      const query = { from: points[index - 1], wholeObject: options.exact !== true, includeParent: false }
      return {
        ...(snapshot && { snapshot: snapshot.name }),
        provisionedBytes: (snapshot ?? image).sizeBytes,
        usedBytes: diffBytes(this.#context.runtime.state, { image, snapshot }, query),
      }
    })
  }

  /** All at once, so that they belong to one moment. */
  #changes(spec: RbdSpec, options: DiffOptions & CallOptions): { readable: Readable; extents: readonly DiffExtent[] } {
    const readable = this.#context.readable(spec, options)
    const { state } = this.#context.runtime
    const { fromSnapshot, wholeObject, withoutParent } = options
    if (fromSnapshot === undefined) {
      return { readable, extents: [...diffExtents(state, readable, { wholeObject, includeParent: !withoutParent })] }
    }
    const { image, snapshot } = readable
    const from = findSnapshot(state, { ...spec, snapshot: fromSnapshot }).snapshot
    if (from === snapshot) return { readable, extents: [] }
    if (epochOf(image, from) > epochOf(image, snapshot)) throw invalid(`${fromSnapshot} is not the older snapshot`)
    return { readable, extents: [...diffExtents(state, readable, { from, wholeObject })] }
  }
}
