import { removed } from './content/objects.ts'
import type { ClusterState } from './state.ts'

/**
 * Makes up what stores of format version 1 did not keep, once all of such a store is loaded: which bytes of an object an
 * epoch changed (all of them, as nobody knows better), and the newest snapshot of each image.
 */
export function upgradeState(state: ClusterState): void {
  for (const image of state.images.values()) {
    const { objects, snapshots } = image
    for (let epoch = 1; epoch <= objects.head; epoch++) {
      for (const [index, length] of objects.entries(epoch)) {
        const before = objects.lengthOf(index, epoch - 1)
        if (length !== removed && before !== undefined) objects.modify(index, 0, before, epoch)
      }
    }
    if (image.lastSnapshot === undefined) image.lastSnapshot = snapshots.at(-1)?.id
  }
}
