import type { Change, Several } from './changes.ts'

/** What an operation would do, and what a real cluster would spend on it. Nothing has happened yet. */
export interface Plan<C extends Change = Change> {
  readonly change: C
  readonly cost: Cost
}

/** For timing models: data moved by the osds, before replication. */
export interface Cost {
  /** RADOS objects touched. */
  readonly objects: number
  readonly readBytes: number
  readonly writtenBytes: number
  /** How much STORED of the image's pool grows; negative when space comes back. */
  readonly storedDeltaBytes: number
}

export const metadataCost: Cost = { objects: 1, readBytes: 0, writtenBytes: 0, storedDeltaBytes: 0 }

/** Changes that happen together or not at all. */
export function several(changes: readonly Change[]): Several {
  return { kind: 'several', changes }
}
