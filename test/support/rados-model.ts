/**
 * What librbd and RADOS do with the objects of images, byte by byte and with no thought of speed: an object is a head
 * and clones, each clone with the snapshots that it serves and the bytes that it shares with what came after it. The
 * property tests hold the engine's books against this one.
 */
export interface ModelLayout {
  readonly objectBytes: number
  readonly stripeUnit: number
  readonly stripeCount: number
}

interface ModelClone {
  snaps: number[]
  readonly size: number
  /** 1 for each byte that the next clone, or the head, has from this one. */
  readonly overlap: Uint8Array
}

class ModelObject {
  readonly clones: ModelClone[] = []
  head: { size: number } | undefined
  /** The newest snapshot there was when the object was last written. */
  #seq = 0

  write(snaps: readonly number[], start: number, end: number): void {
    this.#prepare(snaps)
    this.#touch(start, end)
    this.head = { size: Math.max(end, this.head?.size ?? 0) }
  }

  create(snaps: readonly number[]): void {
    if (this.head) return
    this.#prepare(snaps)
    this.head = { size: 0 }
  }

  truncate(snaps: readonly number[], size: number): void {
    if (!this.head) return
    this.#prepare(snaps)
    this.#touch(size, this.head.size)
    this.head = { size }
  }

  zero(snaps: readonly number[], start: number, end: number): void {
    if (!this.head || start >= this.head.size) return
    if (end >= this.head.size) {
      this.truncate(snaps, start)
      return
    }
    this.#prepare(snaps)
    this.#touch(start, end)
  }

  remove(snaps: readonly number[]): void {
    if (!this.head) return
    this.#prepare(snaps)
    this.#touch(0, this.head.size)
    this.head = undefined
  }

  rollback(snaps: readonly number[], snap: number): void {
    const at = this.clones.findIndex((clone) => clone.snaps.includes(snap))
    const clone = this.clones[at]
    if (!clone) {
      if (this.head && this.#seq >= snap) this.remove(snaps)
      else if (this.head) this.#prepare(snaps)
      return
    }
    const size = this.head?.size ?? 0
    const shared = Array.from({ length: size }, (_, i) =>
      this.clones.slice(at).every(({ overlap }) => overlap[i] === 1),
    )
    this.#prepare(snaps)
    for (let i = 0; i < size; i++) if (!shared[i]) this.#touch(i, i + 1)
    this.head = { size: clone.size }
  }

  forget(snap: number): void {
    for (const [at, clone] of [...this.clones.entries()].reverse()) {
      clone.snaps = clone.snaps.filter((id) => id !== snap)
      if (clone.snaps.length > 0) continue
      const before = this.clones[at - 1]
      before?.overlap.forEach((_, i, bytes) => {
        if (clone.overlap[i] !== 1) bytes[i] = 0
      })
      this.clones.splice(at, 1)
    }
  }

  get storedBytes(): number {
    return this.clones.reduce((sum, { size }) => sum + size, this.head?.size ?? 0)
  }

  /** The object's size for a reader of a snapshot (or of the head), if it is there. */
  sizeAt(snap: number | undefined): number | undefined {
    const clone = this.clones.find(({ snaps }) => snap !== undefined && snaps.includes(snap))
    if (clone) return clone.size
    return this.head && (snap === undefined || this.#seq < snap) ? this.head.size : undefined
  }

  /** 1 for data, 2 for zeros, by `diff_iterate`'s rules. @param from - 0 for the beginning */
  changes(from: number, to: number | undefined, bytes: number): Uint8Array {
    const state = new Uint8Array(bytes)
    const before = from === 0 ? undefined : this.sizeAt(from)
    const after = this.sizeAt(to)
    if (after === undefined) return state.fill(2, 0, before ?? 0)
    const last = to ?? Number.POSITIVE_INFINITY
    const versions = [
      ...this.clones.map(({ snaps, ...clone }) => ({ ...clone, first: snaps[0]!, last: snaps.at(-1)! })),
      ...(this.head
        ? [{ ...this.head, overlap: undefined, first: this.#seq + 1, last: Number.POSITIVE_INFINITY }]
        : []),
    ].filter((version) => version.last >= from)
    if (versions[0] && from < versions[0].first) state.fill(1, 0, versions[0].size)
    for (const [i, version] of versions.entries()) {
      if (last <= version.last) break
      const end = Math.max(version.size, versions[i + 1]?.size ?? 0)
      for (let byte = 0; byte < end; byte++) if (version.overlap?.[byte] !== 1) state[byte] = 1
    }
    if (before !== undefined && after < before) state.fill(2, after, before)
    return state
  }

  #prepare(snaps: readonly number[]): void {
    const newer = snaps.filter((id) => id > this.#seq)
    if (this.head && newer.length > 0) {
      const { size } = this.head
      this.clones.push({ snaps: newer, size, overlap: new Uint8Array(size).fill(1) })
    }
    this.#seq = Math.max(this.#seq, ...snaps)
  }

  #touch(start: number, end: number): void {
    this.clones.at(-1)?.overlap.fill(0, start, Math.max(start, end))
  }
}

export interface ModelSnapshot {
  readonly id: number
  readonly name: string
  readonly content: Buffer
  parent: ModelParent | undefined
}
export interface ModelParent {
  readonly image: ModelImage
  readonly snapshot: ModelSnapshot
  readonly overlap: number
}

/** `rbd_discard_granularity_bytes`. */
const grain = 64 * 1024
let nextSnapshot = 1

export class ModelImage {
  readonly layout: ModelLayout
  content: Buffer
  parent: ModelParent | undefined
  snapshots: ModelSnapshot[] = []
  readonly #objects = new Map<number, ModelObject>()
  readonly #places = new Map<number, (readonly [offset: number, within: number])[]>()

  constructor(layout: ModelLayout, content: Buffer, parent?: ModelParent) {
    this.layout = layout
    this.content = content
    this.parent = parent
  }

  get storedBytes(): number {
    return [...this.#objects.values()].reduce((sum, object) => sum + object.storedBytes, 0)
  }

  write(start: number, end: number, byte: number): void {
    for (const [index, from, to] of this.#pieces(start, end)) {
      const whole = from === 0 && to === this.layout.objectBytes
      if (!whole || this.snapshots.length > 0) this.#copyUp(index)
      this.#object(index).write(this.#snaps, from, to)
    }
    this.content.fill(byte, start, end)
  }

  discard(start: number, end: number): void {
    const { objectBytes } = this.layout
    const unit = Math.min(grain, objectBytes)
    for (const [index, askedFrom, askedTo] of this.#pieces(start, end)) {
      const isTail = unit === objectBytes && askedTo === objectBytes
      const from = isTail ? askedFrom : Math.ceil(askedFrom / unit) * unit
      const to = isTail ? askedTo : Math.floor(askedTo / unit) * unit
      if (from < to) this.#discardIn(index, from, to)
    }
  }

  resize(size: number): void {
    if (size < this.content.length) {
      this.#trim(size)
      if (this.parent) this.parent = { ...this.parent, overlap: Math.min(this.parent.overlap, size) }
    }
    const resized = Buffer.alloc(size)
    this.content.copy(resized)
    this.content = resized
  }

  snapshot(name: string): void {
    this.snapshots.push({ id: nextSnapshot++, name, content: Buffer.from(this.content), parent: this.parent })
  }

  removeSnapshot(snapshot: ModelSnapshot): void {
    for (const object of this.#objects.values()) object.forget(snapshot.id)
    this.snapshots = this.snapshots.filter((other) => other !== snapshot)
  }

  rollback(snapshot: ModelSnapshot): void {
    this.resize(snapshot.content.length)
    for (const object of this.#objects.values()) object.rollback(this.#snaps, snapshot.id)
    this.content = Buffer.from(snapshot.content)
  }

  flatten(): void {
    if (!this.parent) return
    for (const [index] of this.#pieces(0, this.parent.overlap)) {
      if (this.#objects.get(index)?.head) continue
      const length = this.#parentLength(index)
      if (length > 0) this.#object(index).write([], 0, length)
    }
    for (const part of [this, ...this.snapshots]) part.parent = undefined
  }

  /** `offset length type` as `rbd diff` lists them. */
  diff(from: ModelSnapshot | undefined, to: ModelSnapshot | undefined): string[] {
    const state = this.#changes(from, to)
    const { objectBytes, stripeCount } = this.layout
    const lines: string[] = []
    for (let period = 0; period < state.length; period += objectBytes * stripeCount) {
      const end = Math.min(state.length, period + objectBytes * stripeCount)
      for (let start = period; start < end; ) {
        let stop = start + 1
        while (stop < end && state[stop] === state[start]) stop++
        if (state[start] !== 0) lines.push(`${start} ${stop - start} ${state[start] === 1 ? 'data' : 'zero'}`)
        start = stop
      }
    }
    return lines
  }

  #changes(from: ModelSnapshot | undefined, to: ModelSnapshot | undefined): Uint8Array {
    const state = new Uint8Array((to ?? this).content.length)
    const { parent } = to ?? this
    const inherited = from || !parent ? undefined : parent.image.#changes(undefined, parent.snapshot)
    for (const [index] of this.#pieces(0, state.length)) {
      const own = this.#objects.get(index)?.changes(from?.id ?? 0, to?.id, this.layout.objectBytes)
      const isEmpty = !own?.some((byte) => byte !== 0)
      for (const [offset, within] of this.#bytesOf(index, state.length)) {
        if (!isEmpty) state[offset] = own![within]!
        else if (inherited && offset < parent!.overlap) state[offset] = inherited[offset] === 1 ? 1 : 0
      }
    }
    return state
  }

  #discardIn(index: number, from: number, to: number): void {
    for (const [offset, within] of this.#bytesOf(index, this.content.length)) {
      if (within >= from && within < to) this.content[offset] = 0
    }
    const object = this.#object(index)
    const hidesParent = this.#overlapOf(index) > 0
    const isWhole = from === 0 && to === this.layout.objectBytes
    if (!object.head && !hidesParent) return
    if (isWhole && !hidesParent) {
      object.remove(this.#snaps)
      return
    }
    if (!isWhole || this.snapshots.length > 0) this.#copyUp(index)
    object.create(this.#snaps)
    if (to === this.layout.objectBytes) object.truncate(this.#snaps, from)
    else object.zero(this.#snaps, from, to)
  }

  #trim(size: number): void {
    for (const [index, from, to] of this.#pieces(size, this.content.length)) {
      if (from === 0) {
        if (this.snapshots.length > 0) this.#copyUp(index)
        this.#object(index).remove(this.#snaps)
      } else this.#discardIn(index, from, to)
    }
  }

  #copyUp(index: number): void {
    const object = this.#object(index)
    if (object.head) return
    const length = this.#parentLength(index)
    if (length > 0) object.write([], 0, length)
  }

  #parentLength(index: number): number {
    if (!this.parent) return 0
    const { image, snapshot, overlap } = this.parent
    const shown = this.#bytesOf(index, overlap)
    if (!shown.some(([offset]) => snapshot.content[offset] !== 0)) return 0
    const last = shown.findLast(([offset]) => image.#provides(snapshot, offset))
    return last ? last[1] + 1 : 0
  }

  /** Whether an object of this image, or of a parent, reaches over a byte of a snapshot. */
  #provides(snapshot: ModelSnapshot, offset: number): boolean {
    const [index, within] = this.#locate(offset)
    const size = this.#objects.get(index)?.sizeAt(snapshot.id)
    if (size !== undefined) return within < size
    const { parent } = snapshot
    return parent !== undefined && offset < parent.overlap && parent.image.#provides(parent.snapshot, offset)
  }

  #overlapOf(index: number): number {
    return this.#bytesOf(index, this.parent?.overlap ?? 0).length
  }

  get #snaps(): readonly number[] {
    return this.snapshots.map(({ id }) => id)
  }

  #object(index: number): ModelObject {
    let object = this.#objects.get(index)
    if (!object) {
      object = new ModelObject()
      this.#objects.set(index, object)
    }
    return object
  }

  #locate(offset: number): [index: number, within: number] {
    const { objectBytes, stripeUnit, stripeCount } = this.layout
    const unit = Math.floor(offset / stripeUnit)
    const [stripe, position] = [Math.floor(unit / stripeCount), unit % stripeCount]
    const stripesInObject = objectBytes / stripeUnit
    const index = Math.floor(stripe / stripesInObject) * stripeCount + position
    return [index, (stripe % stripesInObject) * stripeUnit + (offset % stripeUnit)]
  }

  /** Each byte of an object that lies before `end` in the image: where it is in the image, and in the object. */
  #bytesOf(index: number, end: number): readonly (readonly [offset: number, within: number])[] {
    const { objectBytes, stripeCount } = this.layout
    let bytes = this.#places.get(index)
    if (!bytes) {
      const period = Math.floor(index / stripeCount) * objectBytes * stripeCount
      const all = Array.from({ length: objectBytes * stripeCount }, (_, i) => [period + i, ...this.#locate(period + i)])
      bytes = all.filter(([, found]) => found === index).map(([offset, , within]) => [offset!, within!])
      this.#places.set(index, bytes)
    }
    const last = bytes.at(-1)
    return last && last[0] < end ? bytes : bytes.filter(([offset]) => offset < end)
  }

  /** The objects of a range, each with its own range. */
  #pieces(start: number, end: number): [index: number, from: number, to: number][] {
    const found = new Map<number, [number, number]>()
    const { stripeUnit } = this.layout
    for (let offset = start; offset < end; ) {
      const stop = Math.min(end, offset - (offset % stripeUnit) + stripeUnit)
      const [index, within] = this.#locate(offset)
      const known = found.get(index)
      if (known) known[1] = within + stop - offset
      else found.set(index, [within, within + stop - offset])
      offset = stop
    }
    return [...found].map(([index, [from, to]]) => [index, from, to])
  }
}
