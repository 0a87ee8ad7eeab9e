import { join } from 'node:path'
import { CorruptError, InternalError } from '#kernel/errors/domain-error.ts'
import type { Change, Written } from '../engine/changes.ts'
import type { StateRecord } from '../engine/checkpoint.ts'
import { DirectoryLock } from './directory-lock.ts'
import type { FileSystem, Host } from './file-system.ts'
import { type ClusterName, checkFormat, isFormatted, writeFormat } from './format.ts'
import { encodeFrame, goodFrames } from './frames.ts'
import { Journal } from './journal.ts'
import { LayerFiles } from './layer-files.ts'
import type { ObjectStore, RecoveryReport, StateKeeper } from './object-store.ts'
import { emptyReport } from './object-store.ts'
import { recoverJournal } from './recovery.ts'

const checkpointName = 'checkpoint'
const defaultCompactAtBytes = 32 * 2 ** 20
/** A journal this long is not carried over into the next start. */
const startCompactionBytes = 2 ** 20
const writeBufferBytes = 256 * 1024

/** Last record of a checkpoint, which a torn one lacks. */
type CheckpointRecord = StateRecord | { readonly kind: 'end'; readonly records: number }

/**
 * A cluster in a directory:
 *
 *     format.json      what this is, which version, whose
 *     lock             the process that uses it
 *     checkpoint       the state at the start of a generation
 *     journal.<g>      every change since, for generation <g> of the checkpoint
 *     layers/<id>.data the bytes of a layer
 *
 * Data goes to the layer's file first, then the record that makes it visible to the journal, then the caller hears of
 * it. Nothing is synced for plain writes: they survive the death of the process because the system has them. After a
 * power failure a written record counts only if a later `synced` record vouches for its image's bytes; so what was not
 * synced is forgotten as a whole, and no map ever points at bytes that did not make it.
 */
export class DiskStore implements ObjectStore {
  readonly #fileSystem: FileSystem
  readonly #host: Host
  readonly #directory: string
  readonly #name: ClusterName
  readonly #layers: LayerFiles
  readonly #compactAtBytes: number
  /** Images with unsynced bytes, and the layer that holds them. */
  readonly #unsynced = new Map<string, number>()
  #lock: DirectoryLock | undefined
  #journal: Journal | undefined
  #generation = 0

  /** @param deps.compactAtBytes - how long a journal may grow while the cluster runs */
  constructor(deps: {
    fileSystem: FileSystem
    host: Host
    directory: string
    name: ClusterName
    compactAtBytes?: number | undefined
  }) {
    this.#fileSystem = deps.fileSystem
    this.#host = deps.host
    this.#directory = deps.directory
    this.#name = deps.name
    this.#compactAtBytes = deps.compactAtBytes ?? defaultCompactAtBytes
    this.#layers = new LayerFiles(deps.fileSystem, this.#layersDirectory)
  }

  async open(keeper: StateKeeper): Promise<RecoveryReport> {
    const found = isFormatted(this.#fileSystem, this.#directory)
    if (found) checkFormat(this.#fileSystem, this.#directory, this.#name)
    else this.#fileSystem.makeDirectory(this.#directory)
    this.#lock = DirectoryLock.acquire(this.#fileSystem, this.#host, this.#directory)
    try {
      return isFormatted(this.#fileSystem, this.#directory) ? await this.#recover(keeper) : await this.#create(keeper)
    } catch (error) {
      this.#release()
      throw error
    }
  }

  async close(): Promise<void> {
    if (!this.#journal) return
    try {
      await this.#syncAll()
      this.#journal.append({ kind: 'closed' })
      await this.#journal.sync()
    } finally {
      this.#release()
    }
  }

  readSync(layer: number, offset: number, into: Uint8Array): void {
    this.#layers.readSync(layer, offset, into)
  }

  read(layer: number, offset: number, into: Uint8Array): Promise<void> {
    return this.#layers.read(layer, offset, into)
  }

  writeSync(layer: number, offset: number, bytes: Uint8Array): void {
    this.#layers.writeSync(layer, offset, bytes)
  }

  write(layer: number, offset: number, bytes: Uint8Array): Promise<void> {
    return this.#layers.write(layer, offset, bytes)
  }

  append(change: Change): void {
    this.#openJournal.append(change)
  }

  appendWritten({ image, layer, change }: { image: string; layer: number; change: Written | undefined }): void {
    if (change) this.#openJournal.append(change)
    this.#unsynced.set(image, layer)
  }

  commit(): void {
    this.#openJournal.flush()
  }

  async syncImage(image: string): Promise<void> {
    const layer = this.#unsynced.get(image)
    if (layer === undefined) return
    await this.#layers.sync(layer)
    this.#unsynced.delete(image)
    this.#openJournal.append({ kind: 'synced', images: [image] })
  }

  syncLayer(layer: number): Promise<void> {
    return this.#layers.sync(layer)
  }

  sync(): Promise<void> {
    return this.#openJournal.sync()
  }

  removeLayer(layer: number): void {
    this.#layers.remove(layer)
  }

  get wantsCompaction(): boolean {
    return this.#openJournal.sizeBytes > this.#compactAtBytes
  }

  async compact(keeper: StateKeeper): Promise<void> {
    await this.#syncAll()
    await this.#openJournal.sync()
    const old = this.#openJournal
    await this.#startGeneration(this.#generation + 1, keeper)
    old.close()
    this.#fileSystem.remove(old.path)
  }

  get #openJournal(): Journal {
    if (!this.#journal) throw new InternalError(`the store in ${this.#directory} is not open`)
    return this.#journal
  }

  get #layersDirectory(): string {
    return join(this.#directory, 'layers')
  }

  #path(name: string): string {
    return join(this.#directory, name)
  }

  #journalPath(generation: number): string {
    return this.#path(`journal.${generation}`)
  }

  async #create(keeper: StateKeeper): Promise<RecoveryReport> {
    const leftoverFiles = this.#removeLeftovers([])
    this.#fileSystem.makeDirectory(this.#layersDirectory)
    this.#layers.reconcile([])
    keeper.initialize()
    await this.#startGeneration(1, keeper)
    await writeFormat(this.#fileSystem, this.#directory, this.#name)
    return { ...emptyReport, created: true, leftoverFiles }
  }

  async #recover(keeper: StateKeeper): Promise<RecoveryReport> {
    this.#loadCheckpoint(keeper)
    const path = this.#journalPath(this.#generation)
    if (!this.#fileSystem.exists(path)) throw new CorruptError(`${path} is missing`, { file: path, offset: 0 })
    const file = this.#fileSystem.open(path)
    const bytes = Buffer.alloc(file.sizeBytes())
    file.readSync(bytes, 0)
    const recovered = recoverJournal(bytes, { path, generation: this.#generation, bootId: this.#bootId })
    for (const change of recovered.changes) keeper.replay(change)
    const leftoverFiles = this.#removeLeftovers([`journal.${this.#generation}`])
    const orphanLayers = this.#layers.reconcile(keeper.layers())
    if (recovered.end < bytes.byteLength) file.truncate(recovered.end)
    this.#journal = new Journal(file, path, this.#generation, { sequence: recovered.frames, end: recovered.end })
    if (recovered.droppedRecords === 0) await this.#continue(recovered.unsynced, keeper)
    if (recovered.droppedRecords > 0 || recovered.droppedBytes > 0 || recovered.end > startCompactionBytes) {
      await this.compact(keeper)
    }
    return {
      created: false,
      replayedRecords: recovered.changes.length,
      droppedRecords: recovered.droppedRecords,
      droppedBytes: recovered.droppedBytes,
      orphanLayers,
      leftoverFiles,
      powerFailure: recovered.powerFailure,
    }
  }

  /** What an earlier process wrote and never synced is synced now, so that later records may rely on it. */
  async #continue(unsynced: ReadonlySet<string>, keeper: StateKeeper): Promise<void> {
    this.#openJournal.append({ kind: 'opened', bootId: this.#bootId })
    if (unsynced.size > 0) {
      for (const image of unsynced) {
        const layer = keeper.headLayer(image)
        if (layer !== undefined) await this.#layers.syncUnknown(layer)
      }
      this.#openJournal.append({ kind: 'synced', images: [...unsynced] })
    }
    await this.#openJournal.sync()
  }

  #loadCheckpoint(keeper: StateKeeper): void {
    const path = this.#path(checkpointName)
    const bytes = readWhole(this.#fileSystem, path)
    this.#generation = bytes.byteLength >= 28 ? bytes.readUInt32LE(24) : 0
    let end = 0
    let loaded = 0
    let last: CheckpointRecord | undefined
    for (const frame of goodFrames(bytes, this.#generation)) {
      if (last?.kind === 'end') break
      if (last) keeper.load(last)
      loaded += Number(last !== undefined)
      last = JSON.parse(frame.payload.toString()) as CheckpointRecord
      end = frame.end
    }
    if (end < bytes.byteLength || last?.kind !== 'end' || last.records !== loaded) {
      throw new CorruptError(`${path} is damaged at offset ${end}`, { file: path, offset: end })
    }
  }

  /** A new journal first, then the checkpoint that makes it the one that counts. */
  async #startGeneration(generation: number, keeper: StateKeeper): Promise<void> {
    const path = this.#journalPath(generation)
    const file = this.#fileSystem.open(path, { create: true })
    file.truncate(0)
    const journal = new Journal(file, path, generation, { sequence: 0, end: 0 })
    journal.append({ kind: 'opened', bootId: this.#bootId })
    await journal.sync()
    await this.#fileSystem.syncDirectory(this.#directory)
    const temporary = this.#path(`${checkpointName}.tmp`)
    await this.#writeCheckpoint(temporary, generation, keeper)
    this.#fileSystem.rename(temporary, this.#path(checkpointName))
    await this.#fileSystem.syncDirectory(this.#directory)
    this.#journal = journal
    this.#generation = generation
  }

  async #writeCheckpoint(path: string, generation: number, keeper: StateKeeper): Promise<void> {
    const file = this.#fileSystem.open(path, { create: true })
    try {
      file.truncate(0)
      let sequence = 0
      let offset = 0
      let buffered: Buffer[] = []
      let bufferedBytes = 0
      const drain = () => {
        file.writeSync(Buffer.concat(buffered), offset)
        offset += bufferedBytes
        buffered = []
        bufferedBytes = 0
      }
      const add = (record: CheckpointRecord) => {
        const frame = encodeFrame(JSON.stringify(record), { sequence: sequence++, durableTo: 0, generation })
        buffered.push(frame)
        bufferedBytes += frame.byteLength
        if (bufferedBytes >= writeBufferBytes) drain()
      }
      for (const record of keeper.dump()) add(record)
      add({ kind: 'end', records: sequence })
      drain()
      await file.sync()
    } finally {
      file.close()
    }
  }

  async #syncAll(): Promise<void> {
    for (const image of [...this.#unsynced.keys()]) await this.syncImage(image)
  }

  #removeLeftovers(keep: readonly string[]): string[] {
    const leftovers = this.#fileSystem
      .list(this.#directory)
      .filter((name) => /^(journal\.\d+|.*\.tmp|lock\..*)$/.test(name) && !keep.includes(name))
    for (const name of leftovers) this.#fileSystem.remove(this.#path(name))
    return leftovers
  }

  get #bootId(): string {
    return this.#host.bootId() ?? ''
  }

  #release(): void {
    this.#layers.close()
    this.#journal?.close()
    this.#journal = undefined
    this.#lock?.release()
    this.#lock = undefined
  }
}

export function readWhole(fileSystem: FileSystem, path: string): Buffer {
  if (!fileSystem.exists(path)) throw new CorruptError(`${path} is missing`, { file: path, offset: 0 })
  const file = fileSystem.open(path)
  try {
    const bytes = Buffer.alloc(file.sizeBytes())
    file.readSync(bytes, 0)
    return bytes
  } finally {
    file.close()
  }
}
