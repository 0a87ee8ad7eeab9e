import type { ClusterRuntime } from '../cluster-runtime.ts'
import { addRange } from '../engine/content/byte-ranges.ts'
import type { ObjectRange } from '../engine/content/cleared-ranges.ts'
import { diffExtents, epochOf } from '../engine/content/diff-extents.ts'
import { imageRanges, isPlain, type Layout, objectCountOf, objectOffset } from '../engine/content/striping.ts'
import { findImage, type Readable } from '../engine/lookup.ts'
import { isNotProtected } from '../engine/refusals.ts'
import {
  type ImageState,
  imageById,
  type ParentLink,
  type SnapshotState,
  snapshotById,
  specOf,
} from '../engine/state.ts'
import type { ImageIo } from '../image-io.ts'
import type { CopyProgress } from '../port/copies.ts'
import type { Content, ImageLayout, Rbd, RbdImageSpec } from '../rbd.ts'
import { asWriter } from './as-writer.ts'

export interface DeepCopyTools {
  readonly runtime: ClusterRuntime
  readonly io: ImageIo
  readonly rbd: Rbd
}

export interface DeepCopyPlan {
  readonly source: Readable
  readonly target: RbdImageSpec
  readonly layout: ImageLayout
  /** The parent's content is copied too, and the tie is not kept. */
  readonly flatten: boolean
  readonly signal: AbortSignal | undefined
}

/** A moment of the source: one of its snapshots, or the head. */
type Moment = SnapshotState | undefined

/**
 * Copies an image with its history: for each snapshot, oldest first, what it changed, then a snapshot of the same name;
 * at last the head. A clone's copy is a clone of the same parent, whose objects are there exactly where the source's are.
 *
 * @see ceph/ceph src/librbd/deep_copy/ (SnapshotCopyRequest protects what was protected), golden/rbd 08
 */
export class DeepCopy {
  readonly #tools: DeepCopyTools
  readonly #plan: DeepCopyPlan
  readonly #image: ImageState

  constructor(tools: DeepCopyTools, plan: DeepCopyPlan) {
    this.#tools = tools
    this.#plan = plan
    this.#image = plan.source.image
  }

  async *run(): AsyncGenerator<CopyProgress> {
    const { target, signal, flatten } = this.#plan
    const { rbd } = this.#tools
    const moments = this.#moments()
    await this.#create(moments[0])
    const objects = objectCountOf(this.#image, this.#sourceAt(moments.at(-1)).sizeBytes)
    const total = moments.length * objects
    for (const [step, moment] of moments.entries()) {
      await this.#fit(moment)
      for await (const done of this.#copyChanges(step === 0 ? 'nothing' : moments[step - 1], moment)) {
        yield { done: step * objects + Math.min(objects, done), total }
      }
      if (step === 0 && flatten) await this.#copyParent(moment)
      if (moment) {
        const snapshot = { ...target, snapshot: moment.name }
        await rbd.createSnapshot(snapshot, { signal })
        if (moment.protected) await rbd.protectSnapshot(snapshot, { signal })
      }
    }
    if (!this.#plan.source.snapshot && !this.#image.parent && this.#target().parent)
      await rbd.flatten(target, { signal })
    yield { done: total, total }
  }

  /** The users' snapshots up to the one that is copied, or all of them and the head. */
  #moments(): readonly Moment[] {
    const { snapshot } = this.#plan.source
    const last = snapshot ? this.#image.snapshots.indexOf(snapshot) + 1 : this.#image.snapshots.length
    const kept = this.#image.snapshots.slice(0, last).filter(({ namespace }) => namespace.kind === 'user')
    return snapshot ? kept : [...kept, undefined]
  }

  async #create(first: Moment): Promise<void> {
    const { target, layout, flatten, signal } = this.#plan
    const { rbd, runtime } = this.#tools
    const { parent, sizeBytes } = this.#sourceAt(first)
    if (flatten || !parent) return rbd.createImage(target, { sizeBytes, ...layout, signal })
    const image = imageById(runtime.state, parent.image)
    const { name, namespace } = snapshotById(image, parent.snapshot)
    // One that was removed beneath its clones gets no more of them.
    if (namespace.kind !== 'user') throw isNotProtected({ ...specOf(image), snapshot: name })
    // The kind of clone is what the cluster makes now, whichever the source is.
    await rbd.clone({ ...specOf(image), id: image.id, snapshot: name }, target, { ...layout, signal })
  }

  /** The size, and the overlap with the parent, that the source had. Shrinking drops what the source dropped too. */
  async #fit(moment: Moment): Promise<void> {
    const { sizeBytes, parent } = this.#sourceAt(moment)
    const shown = this.#target().parent ? (parent?.overlapBytes ?? 0) : Number.POSITIVE_INFINITY
    if (parent && shown < (this.#target().parent?.overlapBytes ?? 0)) await this.#resize(shown)
    await this.#resize(sizeBytes)
  }

  async #resize(sizeBytes: number): Promise<void> {
    const { target, signal } = this.#plan
    if (this.#target().sizeBytes === sizeBytes) return
    await this.#tools.rbd.resize(target, { sizeBytes, allowShrink: true, signal })
  }

  /** Yields how many objects are done. */
  async *#copyChanges(before: Moment | 'nothing', moment: Moment): AsyncGenerator<number> {
    const { target, signal } = this.#plan
    const { rbd, runtime } = this.#tools
    const from = before === 'nothing' ? undefined : before
    const readable = { image: this.#image, snapshot: moment }
    if (this.#target().parent) await this.#hideParent(this.#newObjects(before, moment), moment)
    for (const extent of [...diffExtents(runtime.state, readable, { from, includeParent: false })]) {
      const { offset, lengthBytes, exists } = extent
      if (exists) await rbd.write(target, this.#tools.io.read(readable, { offset, lengthBytes, signal }), { signal })
      else await rbd.write(target, [{ kind: 'zero', offset, lengthBytes }], { freeZeros: true, signal })
      yield Math.ceil((offset + lengthBytes) / this.#image.objectBytes)
    }
    await this.#cutTails(before, moment)
  }

  #newObjects(before: Moment | 'nothing', moment: Moment): readonly number[] {
    const { objects } = this.#image
    const from = before === 'nothing' ? -1 : epochOf(this.#image, before)
    const to = epochOf(this.#image, moment)
    const existed = (index: number) => from >= 0 && objects.lengthOf(index, from) !== undefined
    const found = [...objects.touchedAfter(from, to)].filter(
      (index) => !existed(index) && objects.lengthOf(index, to) !== undefined,
    )
    return found.sort((a, b) => a - b)
  }

  /** Objects that appear hide the parent from their first byte to their last, whatever was written to them. */
  async #hideParent(objects: readonly number[], moment: Moment): Promise<void> {
    const { target, signal } = this.#plan
    const { rbd } = this.#tools
    const image = this.#target()
    if (!isLike(image, this.#image)) {
      await rbd.write(target, this.#rangesOf(objects, moment), { freeZeros: true, signal })
      return
    }
    await this.#free(objects.map((index) => ({ index, start: 0, end: image.objectBytes })))
  }

  /**
   * Objects end where the source's do, and are gone where its are or hold nothing, though striped ones were freed piece
   * by piece.
   */
  async #cutTails(before: Moment | 'nothing', moment: Moment): Promise<void> {
    const target = this.#target()
    if (!isLike(target, this.#image)) return
    const from = before === 'nothing' ? -1 : epochOf(this.#image, before)
    const to = epochOf(this.#image, moment)
    const tails: ObjectRange[] = []
    for (const index of this.#image.objects.touchedAfter(from, to)) {
      const length = this.#image.objects.lengthOf(index, to) ?? 0
      const reached = target.objects.lengthOf(index)
      if (reached === undefined || (length > 0 && reached <= length)) continue
      tails.push({ index, start: length, end: target.objectBytes })
    }
    await this.#free(tails)
  }

  async #free(ranges: readonly ObjectRange[]): Promise<void> {
    if (ranges.length === 0) return
    const { runtime, io } = this.#tools
    const image = this.#target()
    const freeing = asWriter(runtime, image, this.#plan.signal, async function* (lock) {
      for (const range of ranges) {
        await lock()
        await io.freeObjects(image, [range])
        yield
      }
    })
    for await (const _ of freeing);
  }

  *#rangesOf(objects: readonly number[], moment: Moment): Generator<Content> {
    const { sizeBytes } = this.#sourceAt(moment)
    for (const index of objects) {
      const length = objectOffset(this.#image, index, sizeBytes)
      for (const [offset, end] of imageRanges(this.#image, index, 0, length)) {
        yield { kind: 'zero', offset, lengthBytes: end - offset }
      }
    }
  }

  /** A flattened copy has an object wherever the parent showed, with all that it showed there, zeros too. */
  async #copyParent(moment: Moment): Promise<void> {
    const { parent } = this.#sourceAt(moment)
    if (!parent) return
    const { target, signal } = this.#plan
    const readable = { image: this.#image, snapshot: moment }
    for (const [offset, end] of this.#shownRanges(moment, parent.overlapBytes)) {
      const content = this.#tools.io.read(readable, { offset, lengthBytes: end - offset, signal })
      await this.#tools.rbd.write(target, content, { signal })
    }
  }

  /** What of the parent no object of the source hides, neighbours joined. */
  *#shownRanges(moment: Moment, overlapBytes: number): Generator<readonly [offset: number, end: number]> {
    const to = epochOf(this.#image, moment)
    const own = this.#image.objects.touchedAfter(-1, to)
    const hidden: number[] = []
    for (const index of own) {
      if (this.#image.objects.lengthOf(index, to) === undefined) continue
      const end = objectOffset(this.#image, index, overlapBytes)
      for (const [from, until] of imageRanges(this.#image, index, 0, end)) addRange(hidden, from, until)
    }
    let offset = 0
    for (let i = 0; i < hidden.length; i += 2) {
      if (offset < hidden[i]!) yield [offset, hidden[i]!]
      offset = hidden[i + 1]!
    }
    if (offset < overlapBytes) yield [offset, overlapBytes]
  }

  #sourceAt(moment: Moment): { readonly sizeBytes: number; readonly parent: ParentLink | undefined } {
    return moment ?? this.#image
  }

  #target(): ImageState {
    return findImage(this.#tools.runtime.state, this.#plan.target)
  }
}

/** Whether object n of the one holds what object n of the other does. */
function isLike(one: Layout, other: Layout): boolean {
  const plain = isPlain(one) && isPlain(other)
  const striped = one.stripeUnit === other.stripeUnit && one.stripeCount === other.stripeCount
  return one.objectBytes === other.objectBytes && (plain || striped)
}
