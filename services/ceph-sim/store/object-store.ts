import type { Change, Written } from '../engine/changes.ts'
import type { StateRecord } from '../engine/checkpoint.ts'

/**
 * Where a cluster's bytes and records live. Two adapters: a directory (`disk-store.ts`) and this process's memory
 * (`memory-store.ts`).
 *
 * Order is the caller's duty and the store's promise: write data, append the record that makes it visible, commit, then
 * acknowledge. What was committed survives the death of the process; what was synced survives a power failure.
 */
export interface ObjectStore {
  /** Rebuilds the state that was last kept, or has `keeper` make a new one. Takes hold of the directory. */
  open(keeper: StateKeeper): Promise<RecoveryReport>
  close(): Promise<void>

  /** Fills `into` from a layer's file. */
  readSync(layer: number, offset: number, into: Uint8Array): void
  read(layer: number, offset: number, into: Uint8Array): Promise<void>
  /** @throws NoSpaceError (ENOSPC) when the host's disk is full; nothing was acknowledged then */
  writeSync(layer: number, offset: number, bytes: Uint8Array): void
  write(layer: number, offset: number, bytes: Uint8Array): Promise<void>

  append(change: Change): void
  /**
   * Like `append`, and remembers that `layer` holds bytes of the image that a power failure could take. Without a change
   * (bytes were replaced in place) only that.
   */
  appendWritten(written: { image: string; layer: number; change: Written | undefined }): void
  /** Everything appended survives the death of the process. */
  commit(): void
  /** All bytes written to the image survive a power failure, and so will a record that is appended next and synced. */
  syncImage(image: string): Promise<void>
  /** Has checksums made of a layer that is written no more, and synced: in the background, and not if it changes yet. */
  vouch(layer: number): void
  /** The bytes of one layer's file survive a power failure. */
  syncLayer(layer: number): Promise<void>
  /** Everything appended survives a power failure. */
  sync(): Promise<void>
  /** Only after the record that frees the layer is synced. */
  removeLayer(layer: number): void

  /** Whether the journal has grown enough to be worth `compact`. */
  readonly wantsCompaction: boolean
  /** Replaces the journal by a checkpoint of `keeper`. No write may be under way. */
  compact(keeper: StateKeeper): Promise<void>
}

/** The state behind a store, as the records that it keeps. */
export interface StateKeeper {
  /** First contents of a store that did not exist. */
  initialize(): void
  load(record: StateRecord): void
  replay(change: Change): void
  /** What was loaded and replayed came from a store of format version 1: fills in what that did not keep. */
  upgrade(): void
  dump(): Iterable<StateRecord>
  /** Every layer that keeps bytes, with the end of the last of them. */
  layers(): Iterable<{ readonly id: number; readonly dataEndBytes: number }>
  /** The layer that an image's writes go to. */
  headLayer(image: string): number | undefined
}

/** What opening a store found and did. */
export interface RecoveryReport {
  /** True when the store was made by this start. */
  readonly created: boolean
  /** Journal records applied on top of the checkpoint. */
  readonly replayedRecords: number
  /** Valid journal records left out: a power failure took the bytes that they speak of. */
  readonly droppedRecords: number
  /** Bytes of a torn or damaged journal tail that were cut off. */
  readonly droppedBytes: number
  /** Files of layers that nothing refers to, removed. */
  readonly orphanLayers: readonly string[]
  /** Left over from an unfinished compaction or creation, removed. */
  readonly leftoverFiles: readonly string[]
  /** True when the machine itself had restarted without a clean stop. */
  readonly powerFailure: boolean
  /** The format version that the store had, where it was turned into the present one. */
  readonly upgradedFrom?: number
}

export const emptyReport: RecoveryReport = {
  created: false,
  replayedRecords: 0,
  droppedRecords: 0,
  droppedBytes: 0,
  orphanLayers: [],
  leftoverFiles: [],
  powerFailure: false,
}
