import type { Change } from '../changes.ts'
import { type ClusterState, imageById } from '../state.ts'

/** Layers that are a head now and will be written no more once the change is applied. */
export function sealedLayers(state: ClusterState, change: Change): number[] {
  switch (change.kind) {
    case 'snapshot-created':
      return [imageById(state, change.image).head.id]
    case 'migration-prepared':
      return [imageById(state, change.source).head.id]
    case 'several':
      return change.changes.flatMap((each) => sealedLayers(state, each))
    default:
      return []
  }
}
