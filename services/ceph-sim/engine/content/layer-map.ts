/**
 * What a layer says about one unit of an image:
 * - `absent`: nothing; the parent layer answers, or zeros where there is none;
 * - `data`: bytes in this layer's own file;
 * - `zero`: allocated, all zero, no bytes kept (a write of zeros);
 * - `hole`: not allocated and hides the parent (a discard inside a clone's overlap).
 */
export type UnitState = 0 | 1 | 2 | 3
export const absent = 0
export const data = 1
export const zero = 2
export const hole = 3

/** The grain of a layer, in bytes. */
export const unitBytes = 4096

/** `[first unit, number of units, state]`. */
export type UnitRun = readonly [start: number, count: number, state: UnitState]

const pageUnits = 256
const pageWords = 16
const wordUnits = 16
/** A word of 16 units that are all in one state. */
const patterns = [0, 0x55555555, 0xaaaaaaaa, 0xffffffff] as const
/** Pages of one state are shared, so a long run costs one map entry a MiB. */
const uniformPages: readonly Uint32Array[] = patterns.map((pattern) => new Uint32Array(pageWords).fill(pattern))
/** Of a layer that nothing was written to, of which there are many. */
const noPages: ReadonlyMap<number, Uint32Array> = new Map()
/** Beyond this many missing pages a search goes through the sorted page numbers instead. */
const probeLimit = 64

/**
 * Unit states of one layer, 2 bits each, in pages of 256 units (1 MiB). Pages that were never touched do not exist, so
 * memory follows what was changed and never the size of the image.
 */
export class LayerMap {
  #pages: Map<number, Uint32Array> = noPages as Map<number, Uint32Array>
  #sorted: number[] | undefined

  get isEmpty(): boolean {
    return this.#pages.size === 0
  }

  /** Whether a range of units lies in one page that this map does not have: all of it is absent. */
  lacksPageOf(unit: number, lastUnit: number): boolean {
    const number = Math.floor(unit / pageUnits)
    return number === Math.floor(lastUnit / pageUnits) && !this.#pages.has(number)
  }

  get(unit: number): UnitState {
    const page = this.#pages.get(Math.floor(unit / pageUnits))
    return page === undefined ? absent : stateIn(page, unit % pageUnits)
  }

  set(start: number, count: number, state: UnitState): void {
    const end = start + count
    let unit = start
    while (unit < end) {
      const number = Math.floor(unit / pageUnits)
      const first = unit - number * pageUnits
      const last = Math.min(pageUnits, end - number * pageUnits)
      if (first === 0 && last === pageUnits) this.#putUniform(number, state)
      else this.#setWithin(number, first, last, state)
      unit = number * pageUnits + last
    }
  }

  /** Makes every unit from `unit` on absent. */
  clearFrom(unit: number): void {
    const number = Math.floor(unit / pageUnits)
    for (const page of [...this.#pages.keys()]) if (page > number) this.#delete(page)
    if (this.#pages.has(number)) this.set(unit, (number + 1) * pageUnits - unit, absent)
  }

  /** Where the run of equal states that starts at `unit` ends, at most `limit`. The state is `get(unit)`. */
  runEnd(unit: number, limit: number): number {
    let number = Math.floor(unit / pageUnits)
    let page = this.#pages.get(number)
    const state = page === undefined ? absent : stateIn(page, unit % pageUnits)
    let from = unit - number * pageUnits
    let probes = 0
    for (;;) {
      if (page === undefined) {
        if (state !== absent) return Math.min(number * pageUnits, limit)
        if (++probes > probeLimit) {
          number = this.#pageFrom(number)
          if (number * pageUnits >= limit) return limit
          from = 0
          page = this.#pages.get(number)
          continue
        }
      } else {
        const stop = page === uniformPages[state] ? pageUnits : runEndIn(page, from, state)
        if (stop < pageUnits) return Math.min(number * pageUnits + stop, limit)
      }
      number++
      if (number * pageUnits >= limit) return limit
      from = 0
      page = this.#pages.get(number)
    }
  }

  /** Every run that is not absent, in order. */
  *runs(from = 0, to = Number.POSITIVE_INFINITY): Generator<UnitRun> {
    const pages = this.#sortedPages()
    if (pages.length === 0) return
    const limit = Math.min(to, (pages[pages.length - 1]! + 1) * pageUnits)
    let unit = from
    while (unit < limit) {
      const state = this.get(unit)
      const end = this.runEnd(unit, limit)
      if (state !== absent) yield [unit, end - unit, state]
      unit = end
    }
  }

  #putUniform(number: number, state: UnitState): void {
    if (state === absent) this.#delete(number)
    else this.#put(number, uniformPages[state]!)
  }

  #setWithin(number: number, first: number, last: number, state: UnitState): void {
    let page = this.#pages.get(number)
    if (page === undefined) {
      if (state === absent) return
      page = new Uint32Array(pageWords)
      this.#put(number, page)
    } else if (uniformPages.includes(page)) {
      page = page.slice()
      this.#pages.set(number, page)
    }
    fill(page, first, last, state)
    if (isUniform(page, state)) this.#putUniform(number, state)
  }

  #put(number: number, page: Uint32Array): void {
    if (this.#pages === noPages) this.#pages = new Map()
    if (!this.#pages.has(number)) this.#sorted = undefined
    this.#pages.set(number, page)
  }

  #delete(number: number): void {
    if (this.#pages.delete(number)) this.#sorted = undefined
  }

  #sortedPages(): number[] {
    this.#sorted ??= [...this.#pages.keys()].sort((a, b) => a - b)
    return this.#sorted
  }

  /** The first page at or after `number` that exists. */
  #pageFrom(number: number): number {
    const pages = this.#sortedPages()
    let low = 0
    let high = pages.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (pages[middle]! < number) low = middle + 1
      else high = middle
    }
    return pages[low] ?? Number.POSITIVE_INFINITY
  }
}

function stateIn(page: Uint32Array, unit: number): UnitState {
  return ((page[unit >>> 4]! >>> ((unit & 15) * 2)) & 3) as UnitState
}

function fill(page: Uint32Array, first: number, last: number, state: UnitState): void {
  const pattern = patterns[state]
  let unit = first
  while (unit < last) {
    const word = unit >>> 4
    const from = unit & 15
    const to = Math.min(wordUnits, last - word * wordUnits)
    const mask = to - from === wordUnits ? 0xffffffff : ((1 << ((to - from) * 2)) - 1) << (from * 2)
    page[word] = (page[word]! & ~mask) | (pattern & mask)
    unit = word * wordUnits + to
  }
}

function isUniform(page: Uint32Array, state: UnitState): boolean {
  const pattern = patterns[state]
  for (let word = 0; word < pageWords; word++) if (page[word] !== pattern) return false
  return true
}

function runEndIn(page: Uint32Array, from: number, state: UnitState): number {
  const pattern = patterns[state]
  let word = from >>> 4
  let difference = (page[word]! ^ pattern) & (0xffffffff << ((from & 15) * 2))
  while (difference === 0) {
    if (++word === pageWords) return pageUnits
    difference = page[word]! ^ pattern
  }
  const lowestBit = 31 - Math.clz32(difference & -difference)
  return word * wordUnits + (lowestBit >>> 1)
}
