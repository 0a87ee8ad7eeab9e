import { UnavailableError } from '#kernel/errors/domain-error.ts'
import type { Change } from '../engine/changes.ts'
import type { StoreFile } from './file-system.ts'
import { encodeFrame } from './frames.ts'
import { encodeMark, markOffset } from './journal-head.ts'

/** What a journal holds: changes, and what recovery must know to trust them. */
export type JournalRecord =
  | Change
  /** First record of a journal, and of each time that it was opened again. */
  | { readonly kind: 'opened'; readonly bootId: string }
  /** Bytes of the image were replaced in place, which changes nothing else, and are not synced. */
  | { readonly kind: 'replaced'; readonly image: string }
  /** Every byte that was written to these images before this record has been synced. */
  | { readonly kind: 'synced'; readonly images: readonly string[] }
  /**
   * Bytes of this layer's file change that its checksums speak of: if a power failure comes before they are vouched for
   * again, nobody can tell old bytes from new ones.
   */
  | { readonly kind: 'overwriting'; readonly layer: number }
  /** The layer's checksums are as its file again, and synced. */
  | { readonly kind: 'vouched'; readonly layer: number }
  /** The cluster was stopped in order: nothing is left unsynced, and all checksums are as the files. */
  | { readonly kind: 'closed' }

const bufferBytes = 64 * 1024

/** Appends records to one journal file. */
export class Journal {
  readonly path: string
  readonly #file: StoreFile
  readonly #generation: number
  #pending: Buffer[] = []
  #pendingBytes = 0
  #sequence: number
  #end: number
  #durableTo = 0
  #marks: number
  #syncing: Promise<void> | undefined
  #failure: Error | undefined

  /** @param at - where to go on: the number of records in the file, its end, and the number of its newest mark */
  constructor(file: StoreFile, path: string, generation: number, at: { sequence: number; end: number; mark: number }) {
    this.#file = file
    this.path = path
    this.#generation = generation
    this.#sequence = at.sequence
    this.#end = at.end
    this.#marks = at.mark
  }

  get sizeBytes(): number {
    return this.#end + this.#pendingBytes
  }

  append(record: JournalRecord): void {
    this.#assertSound()
    const header = { sequence: this.#sequence++, durableTo: this.#durableTo, generation: this.#generation }
    const frame = encodeFrame(JSON.stringify(record), header)
    this.#pending.push(frame)
    this.#pendingBytes += frame.byteLength
    if (this.#pendingBytes >= bufferBytes) this.flush()
  }

  /** Hands everything appended to the system: it survives the death of this process. */
  flush(): void {
    if (this.#pendingBytes === 0) return
    this.#assertSound()
    const bytes = this.#pending.length === 1 ? this.#pending[0]! : Buffer.concat(this.#pending)
    this.#guard(() => this.#file.writeSync(bytes, this.#end))
    this.#end += bytes.byteLength
    this.#pending = []
    this.#pendingBytes = 0
  }

  /** Everything appended survives a power failure. Calls that come together share one sync. */
  async sync(): Promise<void> {
    this.flush()
    const target = this.#end
    while (this.#durableTo < target) {
      this.#assertSound()
      this.#syncing ??= this.#syncOnce().finally(() => {
        this.#syncing = undefined
      })
      await this.#syncing
    }
  }

  /** The same as `sync`, before it returns. */
  syncNow(): void {
    this.flush()
    if (this.#durableTo === this.#end) return
    this.#guard(() => this.#file.syncNow())
    this.#markDurable(this.#end)
  }

  close(): void {
    this.#file.close()
  }

  async #syncOnce(): Promise<void> {
    const written = this.#end
    try {
      await this.#file.sync()
    } catch (error) {
      throw this.#fail(error)
    }
    if (written > this.#durableTo) this.#markDurable(written)
  }

  #markDurable(end: number): void {
    this.#durableTo = end
    const number = ++this.#marks
    const mark = encodeMark({ generation: this.#generation, number, durableTo: end })
    this.#guard(() => this.#file.writeSync(mark, markOffset(number)))
  }

  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      throw this.#fail(error)
    }
  }

  /** After a failed write or sync nobody knows what is on the disk, so nothing more may be promised. */
  #fail(cause: unknown): Error {
    const reason = cause instanceof Error ? cause.message : String(cause)
    this.#failure ??= new UnavailableError(
      `the cluster cannot go on: its journal ${this.path} cannot be written: ${reason}`,
      { file: this.path },
      { cause },
    )
    return this.#failure
  }

  #assertSound(): void {
    if (this.#failure) throw this.#failure
  }
}
