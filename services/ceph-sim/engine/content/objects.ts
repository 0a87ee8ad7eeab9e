import { InternalError } from '#kernel/errors/domain-error.ts'
import { allocatedBytes } from '../status/allocation.ts'
import { addRange, type ByteRanges, clipRanges, coversRange } from './byte-ranges.ts'
import { type Layout, objectOffset } from './striping.ts'

/** Says that an object which an earlier epoch has is gone in this one. */
export const removed = -1

/** `[object number, length in bytes or removed]`. */
export type ObjectEntry = readonly [index: number, length: number]
/** Bytes of an object that the newest epoch changed, from its start. */
export type ModifiedRange = readonly [index: number, start: number, end: number]

interface Epoch {
  readonly lengths: Map<number, number>
  /**
   * For objects of the epoch before that this one changed: where, within the length that they had. Objects of which all
   * changed with their length alone (growth, or an object removed) need no entry.
   */
  readonly modified: Map<number, number[]>
  /** Objects that a rollback stored anew, but left clean in the object map, as they were in the snapshot's. */
  clean?: Set<number>
}

const noLengths: ReadonlyMap<number, number> = new Map()
const noObjects: ReadonlySet<number> = new Set()
const noRanges: ReadonlyMap<number, ByteRanges> = new Map()

/**
 * The RADOS objects of one image, by epoch: epoch *i* is what was written between snapshot *i-1* and snapshot *i*, the
 * last one is the head's. An object that was written in several epochs is stored once in each (RADOS keeps a clone, and
 * counts it whole), which is what `du`, the pool's STORED and fast-diff are made of.
 *
 * A length ends at the last byte written, as an object's size does in RADOS. An epoch also keeps which bytes of the
 * epoch before were written, zeroed or cut off: what RADOS leaves out of a clone's overlap with the next one.
 *
 * @see ceph/ceph src/osd/PrimaryLogPG.cc, make_writeable
 */
export class ObjectTable {
  /** An epoch that changed nothing is undefined. */
  readonly #epochs: (Epoch | undefined)[] = [undefined]
  #storedBytes = 0
  #storedObjects = 0
  #allocatedBytes = 0
  /** Counted when it is asked for, until something changes. */
  #headObjects: number | undefined

  get storedBytes(): number {
    return this.#storedBytes
  }
  /** Objects and their clones. */
  get storedObjects(): number {
    return this.#storedObjects
  }
  /** Those of `storedObjects` that only snapshots have. */
  get clones(): number {
    if (this.head === 0) return 0
    this.#headObjects ??= [...this.touchedAfter(-1)].filter((index) => this.lengthOf(index) !== undefined).length
    return this.#storedObjects - this.#headObjects
  }
  /** As `storedBytes`, in the units in which an osd's disk is given out. */
  get allocatedBytes(): number {
    return this.#allocatedBytes
  }
  get head(): number {
    return this.#epochs.length - 1
  }

  /** The object's length as epoch `epoch` sees it, or undefined when it does not exist. */
  lengthOf(index: number, epoch = this.head): number | undefined {
    for (let i = epoch; i >= 0; i--) {
      const length = this.#epochs[i]?.lengths.get(index)
      if (length !== undefined) return length === removed ? undefined : length
    }
    return undefined
  }

  /** What an epoch itself says of the object. */
  entry(epoch: number, index: number): number | undefined {
    return this.#epochs[epoch]?.lengths.get(index)
  }

  /** Whether an object map calls the object written since the snapshot before. */
  isDirty(index: number, epoch: number): boolean {
    const own = this.#epochs[epoch]
    const length = own?.lengths.get(index)
    return length !== undefined && length !== removed && !own?.clean?.has(index)
  }

  /** Objects of an epoch that it has anew, and which are clean all the same. */
  clean(epoch: number): ReadonlySet<number> {
    return this.#epochs[epoch]?.clean ?? noObjects
  }

  markClean(index: number, epoch = this.head): void {
    const own = this.#open(epoch)
    own.clean ??= new Set()
    own.clean.add(index)
  }

  /** What an epoch says, object by object. */
  entries(epoch: number): ReadonlyMap<number, number> {
    return this.#epochs[epoch]?.lengths ?? noLengths
  }

  /** Which bytes of an earlier epoch's objects an epoch changed, for those that it did not change as a whole. */
  modified(epoch: number): ReadonlyMap<number, ByteRanges> {
    return this.#epochs[epoch]?.modified ?? noRanges
  }

  /** Objects that any epoch after `epoch` (-1 for all), up to `last`, has something to say about. */
  touchedAfter(epoch: number, last = this.head): Set<number> {
    const touched = new Set<number>()
    for (let i = epoch + 1; i <= last; i++) for (const index of this.entries(i).keys()) touched.add(index)
    return touched
  }

  set(epoch: number, index: number, length: number): void {
    this.#headObjects = undefined
    const { lengths, modified, clean } = this.#open(epoch)
    const own = lengths.get(index)
    clean?.delete(index)
    const before = this.#lengthBefore(index, epoch)
    this.#count(own, -1)
    if (length === removed) {
      modified.delete(index)
      if (before === undefined) lengths.delete(index)
      else lengths.set(index, removed)
      return
    }
    lengths.set(index, length)
    this.#count(length, 1)
    if (before === undefined) this.#becameOlder(epoch, index, length)
    else if (own === removed) this.#modify(modified, index, { start: 0, end: before })
    else this.#modify(modified, index, { start: length, end: Math.min(before, own ?? before) })
  }

  /** Notes that the head has changed bytes of an object. Those that the epoch before did not have are passed over. */
  modify(index: number, start: number, end: number, epoch = this.head): void {
    const before = this.#lengthBefore(index, epoch)
    if (before === undefined) return
    this.#modify(this.#open(epoch).modified, index, { start, end: Math.min(end, before) })
  }

  /** Whether `modify` would change anything for these bytes of the head. */
  isNoted(index: number, start: number, end: number): boolean {
    const { head } = this
    if (head === 0) return true
    const before = this.#lengthBefore(index, head)
    if (before === undefined || start >= before || this.entry(head, index) === removed) return true
    return coversRange(this.#epochs[head]?.modified.get(index) ?? [], start, Math.min(end, before))
  }

  /**
   * Bytes of an object that may differ between two epochs, by RADOS's books: written, zeroed or cut off, and all that a
   * growth or a removal covers. @param from - -1 for what was before the first epoch
   */
  differing(index: number, from: number, to: number): number[] {
    const ranges: number[] = []
    let before = from < 0 ? undefined : this.lengthOf(index, from)
    for (let epoch = from + 1; epoch <= to; epoch++) {
      const own = this.#epochs[epoch]
      const entry = own?.lengths.get(index)
      if (own === undefined || entry === undefined) continue
      const length = entry === removed ? 0 : entry
      const changed = entry === removed ? wholly(before ?? 0) : (own.modified.get(index) ?? [])
      for (let i = 0; i < changed.length; i += 2) addRange(ranges, changed[i]!, changed[i + 1]!)
      addRange(ranges, before ?? 0, length)
      before = entry === removed ? undefined : length
    }
    return ranges
  }

  /** A snapshot was taken. */
  openEpoch(): void {
    this.#epochs.push(undefined)
  }

  /** The snapshot that ends `epoch` was removed: what only it had goes, the rest becomes the next epoch's. */
  closeEpoch(epoch: number): void {
    if (epoch >= this.head) throw new InternalError('the head epoch cannot be closed')
    const [old] = this.#epochs.splice(epoch, 1)
    if (old === undefined) return
    const next = this.#epochs[epoch]
    if (next === undefined) this.#epochs[epoch] = old
    else for (const [index, length] of old.lengths) this.#fold(epoch, index, { old, length, next })
  }

  /**
   * Bytes by whole objects, the image's last one cut to its size: what `rbd du` says of an epoch.
   *
   * @param after - the epoch whose objects do not count again; default the one before
   */
  usedBytes(epoch: number, image: Layout & { readonly sizeBytes: number }, after = epoch - 1): number {
    let used = 0
    for (const index of this.touchedAfter(after, epoch)) {
      if (this.lengthOf(index, epoch) === undefined || !this.#isNew(index, after, epoch)) continue
      used += objectOffset(image, index, image.sizeBytes)
    }
    return used
  }

  /** Whether the object maps of the epochs in `(after, epoch]` tell of something that was not there. */
  #isNew(index: number, after: number, epoch: number): boolean {
    if (after < 0 || this.lengthOf(index, after) === undefined) return true
    for (let i = after + 1; i <= epoch; i++) if (this.isDirty(index, i)) return true
    return false
  }

  #open(epoch: number): Epoch {
    let own = this.#epochs[epoch]
    if (own === undefined) {
      own = { lengths: new Map(), modified: new Map() }
      this.#epochs[epoch] = own
    }
    return own
  }

  #lengthBefore(index: number, epoch: number): number | undefined {
    return epoch === 0 ? undefined : this.lengthOf(index, epoch - 1)
  }

  #modify(modified: Map<number, number[]>, index: number, { start, end }: { start: number; end: number }): void {
    if (start >= end) return
    const known = modified.get(index)
    if (known) addRange(known, start, end)
    else modified.set(index, [start, end])
  }

  /** An object that later epochs made anew turns out to have been there before: to them all of it has changed. */
  #becameOlder(epoch: number, index: number, length: number): void {
    for (let later = epoch + 1; later <= this.head; later++) {
      const own = this.#epochs[later]
      const entry = own?.lengths.get(index)
      if (own === undefined || entry === undefined) continue
      if (length > 0) own.modified.set(index, wholly(length))
      return
    }
  }

  /** What an epoch says of one object becomes part of what the next one says. */
  #fold(epoch: number, index: number, { old, length, next }: { old: Epoch; length: number; next: Epoch }): void {
    const before = this.#lengthBefore(index, epoch)
    const later = next.lengths.get(index)
    const changed = old.modified.get(index)
    if (later === undefined) {
      next.lengths.set(index, length)
      if (changed) next.modified.set(index, changed)
      if (old.clean?.has(index)) this.markClean(index, epoch)
      return
    }
    if (length !== removed && !old.clean?.has(index)) next.clean?.delete(index)
    this.#count(length, -1)
    if (before === undefined) {
      next.modified.delete(index)
      if (later === removed) next.lengths.delete(index)
    } else if (later !== removed) {
      const both = length === removed ? wholly(before) : clipRanges(next.modified.get(index) ?? [], 0, before)
      for (let i = 0; changed && i < changed.length; i += 2) addRange(both, changed[i]!, changed[i + 1]!)
      if (both.length > 0) next.modified.set(index, both)
      else next.modified.delete(index)
    }
  }

  #count(length: number | undefined, sign: 1 | -1): void {
    if (length === undefined || length === removed) return
    this.#storedBytes += sign * length
    this.#storedObjects += sign
    this.#allocatedBytes += sign * allocatedBytes(length)
    if (this.#storedBytes < 0 || this.#storedObjects < 0) throw new InternalError('an image stores less than nothing')
  }
}

function wholly(length: number): number[] {
  return length > 0 ? [0, length] : []
}
