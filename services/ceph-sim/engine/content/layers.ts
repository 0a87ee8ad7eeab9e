import { InternalError } from '#kernel/errors/domain-error.ts'
import { absent, data, hole, LayerMap, unitBytes, zero } from './layer-map.ts'

/** How far a layer looks through to the one below: bytes from `limitBytes` on read as zeros, whatever lies there. */
export interface LayerLink {
  readonly layer: Layer
  limitBytes: number
}

/**
 * One level of an image's content: what was written between two snapshots. Only a layer that an image's head owns is
 * ever written; sealed ones keep their visible content for good.
 */
export interface Layer {
  readonly id: number
  readonly map: LayerMap
  parent: LayerLink | undefined
  /** Heads, snapshots and child layers that need this one. */
  references: number
}

/** Where the bytes of a run are: a layer's file, allocated zeros, or nowhere. */
export type RunSource = Layer | 'zero' | 'hole'
export interface Run {
  readonly source: RunSource
  readonly offset: number
  end: number
}

/** All layers of a cluster, by id, with their reference counts. */
export class LayerTable {
  readonly #layers = new Map<number, Layer>()
  #nextId = 1

  get nextId(): number {
    return this.#nextId
  }

  get(id: number): Layer {
    const layer = this.#layers.get(id)
    if (layer === undefined) throw new InternalError(`there is no layer ${id}`, { layer: id })
    return layer
  }

  has(id: number): boolean {
    return this.#layers.has(id)
  }

  all(): IterableIterator<Layer> {
    return this.#layers.values()
  }

  /** A new, empty layer with one reference, that of its creator. */
  create(id: number, parent?: { layer: Layer; limitBytes: number }): Layer {
    if (this.#layers.has(id)) throw new InternalError(`layer ${id} exists`, { layer: id })
    const layer: Layer = { id, map: new LayerMap(), parent: parent && { ...parent }, references: 1 }
    if (parent) parent.layer.references++
    this.#layers.set(id, layer)
    this.#nextId = Math.max(this.#nextId, id + 1)
    return layer
  }

  /** Drops one reference; a layer that nothing needs goes, and so may the ones below. Returns what went. */
  release(layer: Layer): number[] {
    const gone: number[] = []
    let current: Layer | undefined = layer
    while (current) {
      if (current.references <= 0) throw new InternalError(`layer ${current.id} is released twice`)
      current.references--
      if (current.references > 0) break
      this.#layers.delete(current.id)
      gone.push(current.id)
      current = current.parent?.layer
    }
    return gone
  }

  /**
   * Folds a layer into its only child, keeping the id of the one whose file received the other's bytes. Visible content
   * does not change. @returns the id of the layer that went
   */
  merge(layer: Layer, child: Layer, keep: Layer): { survivor: Layer; gone: Layer } {
    const link = child.parent
    if (link?.layer !== layer || layer.references !== 1) {
      throw new InternalError(`layer ${layer.id} is not held by layer ${child.id} alone`)
    }
    const limitUnits = Math.ceil(link.limitBytes / unitBytes)
    if (keep === child) for (const run of layer.map.runs(0, limitUnits)) fillAbsent(child.map, run[0], run[1], run[2])
    else {
      layer.map.clearFrom(limitUnits)
      for (const [start, count, state] of child.map.runs()) layer.map.set(start, count, state)
    }
    const parent = layer.parent
    if (parent) parent.limitBytes = Math.min(parent.limitBytes, link.limitBytes)
    const gone = keep === child ? layer : child
    const survivor = keep
    survivor.parent = parent
    survivor.references = child.references
    this.#layers.delete(gone.id)
    if (gone === child) {
      for (const other of this.#layers.values()) {
        if (other.parent?.layer === child) other.parent = { layer, limitBytes: other.parent.limitBytes }
      }
    }
    return { survivor, gone }
  }

  /** What a reader of `layer` finds in `[from, to)`, in order and without gaps; neighbours of one source are one run. */
  resolve(layer: Layer, from: number, to: number): Run[] {
    const runs: Run[] = []
    resolveInto(runs, layer, from, to)
    return runs
  }

  /** Whether a reader of `layer` finds anything allocated in `[from, to)`. */
  hasStored(layer: Layer, from: number, to: number): boolean {
    return nextStored(layer, from, to) < to
  }

  /** The same without zeros that were written. */
  hasData(layer: Layer, from: number, to: number): boolean {
    return nextStored(layer, from, to, true) < to
  }

  /** The offset of the first allocated byte at or after `from`, or `to`. */
  nextStored(layer: Layer, from: number, to: number): number {
    return nextStored(layer, from, to)
  }
}

function fillAbsent(map: LayerMap, start: number, count: number, state: 0 | 1 | 2 | 3): void {
  const end = start + count
  let unit = start
  while (unit < end) {
    const stop = map.runEnd(unit, end)
    if (map.get(unit) === absent) map.set(unit, stop - unit, state)
    unit = stop
  }
}

/** The first layer that may have something to say about a range; those above have nothing and hide nothing. */
function descend(layer: Layer, from: number, to: number): Layer {
  const first = Math.floor(from / unitBytes)
  const last = Math.floor((to - 1) / unitBytes)
  let current = layer
  while (current.parent && to <= current.parent.limitBytes && current.map.lacksPageOf(first, last)) {
    current = current.parent.layer
  }
  return current
}

function resolveInto(runs: Run[], top: Layer, from: number, to: number): void {
  const layer = descend(top, from, to)
  const limitUnit = Math.ceil(to / unitBytes)
  let offset = from
  while (offset < to) {
    const unit = Math.floor(offset / unitBytes)
    const state = layer.map.get(unit)
    const end = Math.min(to, layer.map.runEnd(unit, limitUnit) * unitBytes)
    if (state === data) push(runs, layer, offset, end)
    else if (state === zero) push(runs, 'zero', offset, end)
    else if (state === hole || layer.parent === undefined) push(runs, 'hole', offset, end)
    else {
      const shown = Math.min(end, Math.max(offset, layer.parent.limitBytes))
      if (offset < shown) resolveInto(runs, layer.parent.layer, offset, shown)
      if (shown < end) push(runs, 'hole', shown, end)
    }
    offset = end
  }
}

function push(runs: Run[], source: RunSource, offset: number, end: number): void {
  const last = runs[runs.length - 1]
  if (last !== undefined && last.source === source) last.end = end
  else runs.push({ source, offset, end })
}

function nextStored(top: Layer, from: number, to: number, isDataOnly = false): number {
  const layer = descend(top, from, to)
  const limitUnit = Math.ceil(to / unitBytes)
  let offset = from
  while (offset < to) {
    const unit = Math.floor(offset / unitBytes)
    const state = layer.map.get(unit)
    if (state === data || (state === zero && !isDataOnly)) return offset
    const end = Math.min(to, layer.map.runEnd(unit, limitUnit) * unitBytes)
    if (state === absent && layer.parent && offset < layer.parent.limitBytes) {
      const shown = Math.min(end, layer.parent.limitBytes)
      const found = nextStored(layer.parent.layer, offset, shown, isDataOnly)
      if (found < shown) return found
    }
    offset = end
  }
  return to
}
