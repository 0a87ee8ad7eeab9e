import { unitBytes } from '../engine/content/layer-map.ts'
import type { Layer } from '../engine/content/layers.ts'
import { type ClusterState, specOf } from '../engine/state.ts'
import { type ByteRange, formatSpec } from '../rbd.ts'
import type { ShownAt } from './findings.ts'

/** Which images and snapshots show bytes of a layer's range, and which bytes of them. */
export function shownAt(state: ClusterState, layer: Layer, { offset, lengthBytes }: ByteRange): ShownAt[] {
  const shown: ShownAt[] = []
  for (const image of state.images.values()) {
    const parts = [
      ...image.snapshots.map(({ name, sizeBytes, layer: top }) => ({ name, sizeBytes, top })),
      { name: undefined, sizeBytes: image.sizeBytes, top: image.head },
    ]
    for (const { name, sizeBytes, top } of parts) {
      const end = Math.min(offset + lengthBytes, sizeBytes)
      if (offset >= end || !standsOn(top, layer)) continue
      const runs = state.layers.resolve(top, offset, end).filter(({ source }) => source === layer)
      if (runs.length === 0) continue
      const trashed = image.trash ? ` (in the trash, id ${image.id})` : ''
      const spec = formatSpec({ ...specOf(image), ...(name !== undefined && { snapshot: name }) })
      const ranges = runs.map((run) => ({ offset: run.offset, lengthBytes: run.end - run.offset }))
      shown.push({ image: `${spec}${trashed}`, ranges })
    }
  }
  return shown
}

/** The bytes of a layer that are data, within a range of its file. */
export function dataWithin(layer: Layer, { offset, lengthBytes }: ByteRange): ByteRange[] {
  const from = Math.floor(offset / unitBytes)
  const to = Math.ceil((offset + lengthBytes) / unitBytes)
  const found: ByteRange[] = []
  for (const [start, count, unitState] of layer.map.runs(from, to)) {
    if (unitState === 1) found.push({ offset: start * unitBytes, lengthBytes: count * unitBytes })
  }
  return found
}

function standsOn(top: Layer, layer: Layer): boolean {
  for (let next: Layer | undefined = top; next; next = next.parent?.layer) if (next === layer) return true
  return false
}
