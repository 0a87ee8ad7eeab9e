import { InternalError } from '#kernel/errors/domain-error.ts'

/** Says that an object which an earlier epoch has is gone in this one. */
export const removed = -1

/** `[object number, length in bytes or removed]`. */
export type ObjectEntry = readonly [index: number, length: number]

/**
 * The RADOS objects of one image, by epoch: epoch *i* is what was written between snapshot *i-1* and snapshot *i*, the
 * last one is the head's. An object that was written in several epochs is stored once in each (RADOS keeps a clone, and
 * counts it whole), which is what `du`, the pool's STORED and fast-diff are made of.
 *
 * A length ends at the last byte written, as an object's size does in RADOS.
 */
export class ObjectTable {
  readonly #epochs: Map<number, number>[] = [new Map()]
  #storedBytes = 0
  #storedObjects = 0

  get storedBytes(): number {
    return this.#storedBytes
  }
  /** Objects and their clones. */
  get storedObjects(): number {
    return this.#storedObjects
  }
  get head(): number {
    return this.#epochs.length - 1
  }

  /** The object's length as epoch `epoch` sees it, or undefined when it does not exist. */
  lengthOf(index: number, epoch = this.head): number | undefined {
    for (let i = epoch; i >= 0; i--) {
      const length = this.#epochs[i]!.get(index)
      if (length !== undefined) return length === removed ? undefined : length
    }
    return undefined
  }

  /** What an epoch itself says of the object. */
  entry(epoch: number, index: number): number | undefined {
    return this.#epochs[epoch]!.get(index)
  }

  entries(epoch: number): IterableIterator<[number, number]> {
    return this.#epochs[epoch]!.entries()
  }

  /** Objects that any epoch after `epoch` has something to say about. */
  touchedAfter(epoch: number): Set<number> {
    const touched = new Set<number>()
    for (let i = epoch + 1; i <= this.head; i++) for (const index of this.#epochs[i]!.keys()) touched.add(index)
    return touched
  }

  set(epoch: number, index: number, length: number): void {
    const entries = this.#epochs[epoch]!
    this.#count(entries.get(index), -1)
    if (length === removed && (epoch === 0 || this.lengthOf(index, epoch - 1) === undefined)) {
      entries.delete(index)
      return
    }
    entries.set(index, length)
    this.#count(length, 1)
  }

  /** Forgets what an epoch says of an object, so that the one before answers. */
  unset(epoch: number, index: number): void {
    const entries = this.#epochs[epoch]!
    this.#count(entries.get(index), -1)
    entries.delete(index)
  }

  /** A snapshot was taken. */
  openEpoch(): void {
    this.#epochs.push(new Map())
  }

  /** The snapshot that ends `epoch` was removed: what only it had goes, the rest becomes the next epoch's. */
  closeEpoch(epoch: number): void {
    const [old] = this.#epochs.splice(epoch, 1)
    const next = this.#epochs[epoch]
    if (old === undefined || next === undefined) throw new InternalError('the head epoch cannot be closed')
    for (const [index, length] of old) {
      if (next.has(index)) this.#count(length, -1)
      else next.set(index, length)
    }
    for (const [index, length] of next) {
      const before = epoch === 0 ? undefined : this.lengthOf(index, epoch - 1)
      if (length === removed && before === undefined) next.delete(index)
    }
  }

  /** Bytes by whole objects, the image's last one cut to its size: what `rbd du` says of an epoch. */
  usedBytes(epoch: number, size: { sizeBytes: number; objectBytes: number }): number {
    let used = 0
    for (const [index, length] of this.#epochs[epoch]!) {
      if (length === removed) continue
      used += Math.max(0, Math.min(size.objectBytes, size.sizeBytes - index * size.objectBytes))
    }
    return used
  }

  #count(length: number | undefined, sign: 1 | -1): void {
    if (length === undefined || length === removed) return
    this.#storedBytes += sign * length
    this.#storedObjects += sign
    if (this.#storedBytes < 0 || this.#storedObjects < 0) throw new InternalError('an image stores less than nothing')
  }
}
