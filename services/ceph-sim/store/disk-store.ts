import { join } from 'node:path'
import { InternalError } from '#kernel/errors/domain-error.ts'
import type { Change, Written } from '../engine/changes.ts'
import { checkpointName, readCheckpoint, writeCheckpoint } from './checkpoint-file.ts'
import { DirectoryLock } from './directory-lock.ts'
import { type FileSystem, type Host, readWhole } from './file-system.ts'
import { type ClusterName, checkFormat, formatVersion, isFormatted, writeFormat } from './format.ts'
import { Journal } from './journal.ts'
import { encodeMark, journalHeadBytes, markOffset } from './journal-head.ts'
import { LayerFiles } from './layer-files.ts'
import type { ObjectStore, RecoveryReport, StateKeeper } from './object-store.ts'
import { emptyReport } from './object-store.ts'
import { type RecoveredJournal, recoverJournal } from './recovery.ts'

const defaultCompactAtBytes = 32 * 2 ** 20
/** A journal this long is not carried over into the next start. */
const startCompactionBytes = 2 ** 20

/**
 * A cluster in a directory:
 *
 *     format.json      what this is, which version, whose
 *     lock             the process that uses it
 *     checkpoint       the state at the start of a generation
 *     journal.<g>      every change since, for generation <g> of the checkpoint
 *     layers/<id>.data the bytes of a layer
 *     layers/<id>.sums checksums of them, see `sum-page.ts`
 *
 * Data goes to the layer's file first, then the record that makes it visible to the journal, then the caller hears of
 * it. Nothing is synced for plain writes: they survive the death of the process because the system has them. After a
 * power failure a written record counts only if a later `synced` record vouches for its image's bytes; so what was not
 * synced is forgotten as a whole, and no map ever points at bytes that did not make it.
 *
 * Checksums are made when a layer is sealed and when the cluster stops; no write waits for them, but the first that
 * changes bytes which are vouched for: that they are being overwritten is synced first, once for a layer.
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
  /** Layers whose checksums a power failure could leave older than their bytes. */
  readonly #overwritten = new Set<number>()
  #vouching: Promise<void> = Promise.resolve()
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
    this.#layers = new LayerFiles(deps.fileSystem, this.#layersDirectory, (layer) => this.#overwriting(layer))
  }

  async open(keeper: StateKeeper): Promise<RecoveryReport> {
    const found = isFormatted(this.#fileSystem, this.#directory)
    if (found) checkFormat(this.#fileSystem, this.#directory, this.#name)
    else this.#fileSystem.makeDirectory(this.#directory)
    this.#lock = DirectoryLock.acquire(this.#fileSystem, this.#host, this.#directory)
    try {
      if (!isFormatted(this.#fileSystem, this.#directory)) return await this.#create(keeper)
      // Once more: nobody else can change it from here on.
      const { version } = checkFormat(this.#fileSystem, this.#directory, this.#name)
      return await this.#recover(keeper, version)
    } catch (error) {
      this.#release()
      throw error
    }
  }

  async close(): Promise<void> {
    if (!this.#journal) return
    try {
      await this.#vouching
      await this.#syncAll()
      for (const layer of this.#layers.touchedLayers()) await this.#layers.vouch(layer)
      for (const layer of this.#overwritten) await this.#layers.syncSums(layer)
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
    else if (!this.#unsynced.has(image)) this.#openJournal.append({ kind: 'replaced', image })
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

  vouch(layer: number): void {
    // Where bytes or checksums cannot be read or written, nobody vouches for them; no call depends on it.
    this.#vouching = this.#vouching.then(() => this.#vouchNow(layer)).catch(() => {})
  }

  sync(): Promise<void> {
    return this.#openJournal.sync()
  }

  removeLayer(layer: number): void {
    this.#layers.remove(layer)
    if (this.#overwritten.delete(layer)) this.#openJournal.append({ kind: 'vouched', layer })
  }

  get wantsCompaction(): boolean {
    return this.#openJournal.sizeBytes > this.#compactAtBytes
  }

  async compact(keeper: StateKeeper): Promise<void> {
    await this.#vouching
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

  async #recover(keeper: StateKeeper, version: number): Promise<RecoveryReport> {
    this.#generation = readCheckpoint(this.#fileSystem, this.#path(checkpointName), (record) => keeper.load(record))
    const path = this.#journalPath(this.#generation)
    const bytes = readWhole(this.#fileSystem, path)
    const recovered = recoverJournal(bytes, { path, generation: this.#generation, bootId: this.#bootId })
    for (const change of recovered.changes) keeper.replay(change)
    if (recovered.isHeadless) keeper.upgrade()
    const leftoverFiles = this.#removeLeftovers([`journal.${this.#generation}`])
    const orphanLayers = this.#layers.reconcile(keeper.layers())
    await this.#recoverSums(recovered)
    const file = this.#fileSystem.open(path)
    if (recovered.end < bytes.byteLength) file.truncate(recovered.end)
    const { frames, end, mark, droppedRecords, droppedBytes, powerFailure } = recovered
    this.#journal = new Journal(file, path, this.#generation, { sequence: frames, end, mark })
    // What comes first says that there may be journals without a head no more.
    if (version < formatVersion) await writeFormat(this.#fileSystem, this.#directory, this.#name)
    if (recovered.isHeadless) await this.#upgradeJournal(recovered.unsynced, keeper)
    else {
      if (droppedRecords === 0) await this.#continue(recovered.unsynced, keeper)
      if (droppedRecords > 0 || droppedBytes > 0 || end > startCompactionBytes) await this.compact(keeper)
    }
    return {
      created: false,
      replayedRecords: recovered.changes.length,
      ...{ droppedRecords, droppedBytes, orphanLayers, leftoverFiles, powerFailure },
      ...(recovered.isHeadless && { upgradedFrom: 1 }),
    }
  }

  /** What an earlier process wrote and never synced is synced now, so that later records may rely on it. */
  async #continue(unsynced: ReadonlySet<string>, keeper: StateKeeper): Promise<void> {
    this.#openJournal.append({ kind: 'opened', bootId: this.#bootId })
    if (unsynced.size > 0) {
      await this.#syncLeft(unsynced, keeper)
      this.#openJournal.append({ kind: 'synced', images: [...unsynced] })
    }
    await this.#openJournal.sync()
  }

  async #syncLeft(unsynced: ReadonlySet<string>, keeper: StateKeeper): Promise<void> {
    for (const image of unsynced) {
      const layer = keeper.headLayer(image)
      if (layer !== undefined) await this.#layers.syncUnknown(layer)
    }
  }

  /** After a power failure nobody knows whether checksums that were being replaced are those of the bytes. */
  async #recoverSums({ powerFailure, overwritten }: RecoveredJournal): Promise<void> {
    if (overwritten.size === 0) return
    if (powerFailure) await this.#layers.forgetSums(overwritten)
    else for (const layer of overwritten) this.#overwritten.add(layer)
  }

  async #vouchNow(layer: number): Promise<void> {
    if (!(await this.#layers.vouch(layer)) || !this.#overwritten.delete(layer)) return
    await this.#layers.syncSums(layer)
    // Unless it is being overwritten again.
    if (!this.#overwritten.has(layer)) this.#openJournal.append({ kind: 'vouched', layer })
  }

  #overwriting(layer: number): void {
    if (this.#overwritten.has(layer)) return
    this.#openJournal.append({ kind: 'overwriting', layer })
    this.#openJournal.syncNow()
    this.#overwritten.add(layer)
  }

  /** Goes on from a journal of format version 1, to which nothing may be added. */
  async #upgradeJournal(unsynced: ReadonlySet<string>, keeper: StateKeeper): Promise<void> {
    await this.#syncLeft(unsynced, keeper)
    const old = this.#openJournal
    await this.#startGeneration(this.#generation + 1, keeper)
    old.close()
    this.#fileSystem.remove(old.path)
  }

  /** A new journal first, then the checkpoint that makes it the one that counts. */
  async #startGeneration(generation: number, keeper: StateKeeper): Promise<void> {
    const path = this.#journalPath(generation)
    const file = this.#fileSystem.open(path, { create: true })
    file.truncate(0)
    for (const number of [0, 1]) {
      file.writeSync(encodeMark({ generation, number, durableTo: journalHeadBytes }), markOffset(number))
    }
    const journal = new Journal(file, path, generation, { sequence: 0, end: journalHeadBytes, mark: 1 })
    journal.append({ kind: 'opened', bootId: this.#bootId })
    for (const layer of this.#overwritten) journal.append({ kind: 'overwriting', layer })
    await journal.sync()
    await this.#fileSystem.syncDirectory(this.#directory)
    const temporary = this.#path(`${checkpointName}.tmp`)
    await writeCheckpoint(this.#fileSystem, temporary, { generation, records: keeper.dump() })
    this.#fileSystem.rename(temporary, this.#path(checkpointName))
    await this.#fileSystem.syncDirectory(this.#directory)
    this.#journal = journal
    this.#generation = generation
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
