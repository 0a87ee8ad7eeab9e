import type { LayersMerged } from '../changes.ts'
import type { ImageState } from '../state.ts'
import { absent, data, unitBytes } from './layer-map.ts'
import type { Layer } from './layers.ts'

/** Bytes to copy between two layer files before a merge may be applied. */
export interface MergePlan {
  readonly change: LayersMerged
  readonly from: Layer
  readonly into: Layer
  /** Byte ranges, whole units. */
  readonly copies: readonly { readonly offset: number; readonly lengthBytes: number }[]
  /** In the file of `into`: what lies past the child's view must read as zeros from now on. */
  readonly zeroFrom: number | undefined
}

/**
 * Which two layers of an image can become one, now that no snapshot or other child needs the lower of them: the bytes
 * of whichever has fewer are copied into the file of the other. Nothing visible changes, so neither step has to be
 * atomic with the other.
 */
export function planMerge(image: ImageState): MergePlan | undefined {
  const own: Layer[] = [image.head, ...image.snapshots.map((snapshot) => snapshot.layer)]
  for (const child of own) {
    const layer = child.parent?.layer
    if (layer && layer.references === 1 && !own.includes(layer)) return mergeOf(layer, child, child.parent!.limitBytes)
  }
  return undefined
}

function mergeOf(layer: Layer, child: Layer, limitBytes: number): MergePlan {
  const up = copiesUp(layer, child, limitBytes)
  const down = [...child.map.runs()].filter((run) => run[2] === data).map(([start, count]) => range(start, count))
  const change = { kind: 'layers-merged', layer: layer.id, child: child.id } as const
  const isUp = total(up) <= total(down)
  // The last unit that shows may hold bytes past the limit, hidden until now by the child's link.
  const boundary = Math.floor(limitBytes / unitBytes)
  const owner = isUp ? layer : child
  const isCut = limitBytes % unitBytes !== 0 && layer.map.get(boundary) === data && child.map.get(boundary) === absent
  const zeroFrom = isCut ? limitBytes : undefined
  return isUp
    ? { change: { ...change, keep: child.id }, from: owner, into: child, copies: up, zeroFrom }
    : { change: { ...change, keep: layer.id }, from: owner, into: layer, copies: down, zeroFrom }
}

/** The lower layer's data that shows through the upper one. */
function copiesUp(layer: Layer, child: Layer, limitBytes: number): { offset: number; lengthBytes: number }[] {
  const copies: { offset: number; lengthBytes: number }[] = []
  for (const [start, count, state] of layer.map.runs(0, Math.ceil(limitBytes / unitBytes))) {
    if (state !== data) continue
    let unit = start
    while (unit < start + count) {
      const end = child.map.runEnd(unit, start + count)
      if (child.map.get(unit) === absent) copies.push(range(unit, end - unit))
      unit = end
    }
  }
  return copies
}

function range(startUnit: number, units: number): { offset: number; lengthBytes: number } {
  return { offset: startUnit * unitBytes, lengthBytes: units * unitBytes }
}

function total(ranges: readonly { lengthBytes: number }[]): number {
  return ranges.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0)
}
