/** One item's place in an `IndexedHeap`; an item may have one in each of several heaps. */
export interface HeapEntry<T> {
  readonly item: T
  key: number
  /** -1 while it is in no heap. */
  position: number
}

export function heapEntry<T>(item: T): HeapEntry<T> {
  return { item, key: 0, position: -1 }
}

/** A binary heap, smallest key first, whose entries know their place: any of them moves or leaves in O(log n). */
export class IndexedHeap<T> {
  readonly #entries: HeapEntry<T>[] = []

  get size(): number {
    return this.#entries.length
  }

  peek(): HeapEntry<T> | undefined {
    return this.#entries[0]
  }

  /** The smallest key, Infinity if there is none. */
  get minKey(): number {
    return this.#entries.length === 0 ? Number.POSITIVE_INFINITY : this.#entries[0]!.key
  }

  /** Puts the entry in, or moves it if it is in. */
  set(entry: HeapEntry<T>, key: number): void {
    if (entry.position < 0) {
      entry.position = this.#entries.length
      this.#entries.push(entry)
    } else if (entry.key === key) return
    entry.key = key
    this.#settle(entry)
  }

  /** Takes the entry out; does nothing if it is not in. */
  delete(entry: HeapEntry<T>): void {
    const { position } = entry
    if (position < 0) return
    entry.position = -1
    const last = this.#entries.pop()!
    if (last === entry) return
    this.#place(last, position)
    this.#settle(last)
  }

  #settle(entry: HeapEntry<T>): void {
    if (!this.#siftUp(entry)) this.#siftDown(entry)
  }

  #siftUp(entry: HeapEntry<T>): boolean {
    const start = entry.position
    let position = start
    while (position > 0) {
      const above = (position - 1) >> 1
      const parent = this.#entries[above]!
      if (parent.key <= entry.key) break
      this.#place(parent, position)
      position = above
    }
    this.#place(entry, position)
    return position !== start
  }

  #siftDown(entry: HeapEntry<T>): void {
    const size = this.#entries.length
    let position = entry.position
    for (;;) {
      let below = 2 * position + 1
      if (below >= size) break
      if (below + 1 < size && this.#entries[below + 1]!.key < this.#entries[below]!.key) below++
      const child = this.#entries[below]!
      if (child.key >= entry.key) break
      this.#place(child, position)
      position = below
    }
    this.#place(entry, position)
  }

  #place(entry: HeapEntry<T>, position: number): void {
    this.#entries[position] = entry
    entry.position = position
  }
}
