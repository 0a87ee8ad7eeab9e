import { join } from 'node:path'
import { asDomainError, CorruptError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { dataEndBytes } from '../engine/checkpoint.ts'
import type { Layer } from '../engine/content/layers.ts'
import type { ClusterState } from '../engine/state.ts'
import { type CapacitySettings, defaultCapacity } from '../engine/status/capacity.ts'
import { DirectoryLock, lockName } from '../store/directory-lock.ts'
import type { FileSystem, Host } from '../store/file-system.ts'
import { type ClusterName, checkFormat, formatName, isFormatted, readFormat } from '../store/format.ts'
import { sumsName } from '../store/layer-sums.ts'
import { sumPageBytes } from '../store/sum-page.ts'
import { type ClusterImage, describe, readClusterImage } from './cluster-image.ts'
import type { Finding } from './findings.ts'
import { clearSumPage, damagedSumPages, dataBytesOf, pageSpan, scrubLayer } from './scrub.ts'
import { shownAt } from './shown-at.ts'

export interface CheckDeps {
  readonly fileSystem: FileSystem
  readonly host: Host
  readonly directory: string
  /** Whose directory it should be; anybody's when absent. */
  readonly cluster?: ClusterName | undefined
  /** The space that the cluster is started with. */
  readonly capacity?: Partial<CapacitySettings> | undefined
}

export interface CheckOptions {
  /** Compare all data with its checksums. */
  readonly scrub?: boolean | undefined
  /** Do what can be done without losing anything. */
  readonly repair?: boolean | undefined
  /** The caller knows that no process uses the directory: a damaged lock may be repaired. */
  readonly isUnheld?: boolean | undefined
  /** Called with each finding as it turns up. */
  readonly onFinding?: (finding: Finding) => void
  /** Data bytes scrubbed, of how many, and in which file. */
  readonly onProgress?: (doneBytes: number, totalBytes: number, file: string) => void
}

/** What a check found in a cluster's directory. */
export interface CheckReport {
  readonly directory: string
  /** Absent where `format.json` cannot be read. */
  readonly cluster?: ClusterName
  readonly version?: number
  readonly findings: readonly Finding[]
  /** Absent where the metadata is too damaged to tell. */
  readonly contents?: {
    readonly pools: number
    readonly images: number
    readonly snapshots: number
    readonly layers: number
    readonly dataBytes: number
  }
  /** Of a scrub. */
  readonly scrubbed?: { readonly verifiedBytes: number; readonly unverifiedBytes: number }
}

/**
 * Checks the directory of a cluster that does not run: every record, the state that they amount to (INV01, INV03, INV10,
 * INV11), that the layers' files are there, and on demand all their bytes. Holds the directory's lock meanwhile. Changes
 * nothing unless asked to repair.
 *
 * @throws ConflictError (EBUSY) while a process uses the directory, or when it is another cluster's; NotFoundError when
 * there is no cluster; UnsupportedError for another version
 */
export async function checkCluster(deps: CheckDeps, options: CheckOptions = {}): Promise<CheckReport> {
  return new ClusterCheck(deps, options).run()
}

class ClusterCheck {
  readonly #deps: CheckDeps
  readonly #options: CheckOptions
  readonly #findings: Finding[] = []

  constructor(deps: CheckDeps, options: CheckOptions) {
    this.#deps = deps
    this.#options = options
  }

  async run(): Promise<CheckReport> {
    const { fileSystem, directory } = this.#deps
    if (fileSystem.list(directory).length === 0)
      throw new NotFoundError(`there is no cluster in ${directory}`, { directory })
    const lock = this.#lock()
    try {
      return await this.#check()
    } finally {
      lock?.release()
    }
  }

  async #check(): Promise<CheckReport> {
    const { fileSystem, host, directory, capacity } = this.#deps
    const format = this.#format()
    const image = readClusterImage(
      { fileSystem, host, directory, capacity: { ...defaultCapacity, ...capacity } },
      (finding) => this.#found(finding),
    )
    this.#repairTail(image)
    this.#leftovers(image)
    if (image.state) this.#layerFiles(image, image.state)
    const { scrub, repair } = this.#options
    const scrubbed = scrub && image.state ? await this.#scrub(image, image.state, this.#isSound && !!repair) : undefined
    return {
      directory,
      ...(format && { cluster: { name: format.name, fsid: format.fsid }, version: format.version }),
      findings: this.#findings,
      ...(image.state && { contents: contentsOf(image.state) }),
      ...(scrubbed && { scrubbed }),
    }
  }

  get #isSound(): boolean {
    return !this.#findings.some(isDamage)
  }

  #found(finding: Finding): void {
    this.#findings.push(finding)
    this.#options.onFinding?.(finding)
  }

  /** Where the lock is damaged, nobody knows who holds it: then there is none to take. */
  #lock(): DirectoryLock | undefined {
    const { fileSystem, host, directory } = this.#deps
    try {
      return DirectoryLock.acquire(fileSystem, host, directory)
    } catch (thrown) {
      if (!(thrown instanceof CorruptError)) throw thrown
      const isBroken = this.#options.repair && this.#options.isUnheld
      this.#found({ kind: 'damage', file: lockName, ...describe(thrown), ...(isBroken && { repaired: 'removed' }) })
      if (!isBroken) return undefined
      fileSystem.remove(join(directory, lockName))
      return DirectoryLock.acquire(fileSystem, host, directory)
    }
  }

  #format() {
    const { fileSystem, directory, cluster } = this.#deps
    try {
      if (!isFormatted(fileSystem, directory))
        throw new NotFoundError(`there is no cluster in ${directory}`, { directory })
      return cluster ? checkFormat(fileSystem, directory, cluster) : readFormat(fileSystem, directory)
    } catch (thrown) {
      const error = asDomainError(thrown)
      if (!(error instanceof CorruptError)) throw error
      this.#found({ kind: 'damage', file: formatName, ...describe(error) })
      return undefined
    }
  }

  /** Only where all is well otherwise: with good records behind it, the end is not torn but damaged. */
  #repairTail({ generation, journal }: ClusterImage): void {
    const { fileSystem, directory } = this.#deps
    if (!this.#options.repair || !this.#isSound || !journal || journal.droppedBytes === 0) return
    const name = `journal.${generation}`
    const file = fileSystem.open(join(directory, name))
    try {
      file.truncate(journal.end)
      file.syncNow()
    } finally {
      file.close()
    }
    this.#found({ kind: 'leftover', file: name, offset: journal.end, message: 'the torn end', repaired: 'cut off' })
  }

  /** Files of an unfinished creation or compaction, and those that are nobody's. */
  #leftovers({ generation }: ClusterImage): void {
    const { fileSystem, directory } = this.#deps
    const own = new Set([formatName, lockName, 'checkpoint', 'layers', `journal.${generation}`])
    for (const file of fileSystem.list(directory).filter((name) => !own.has(name))) {
      if (!/^(journal\.\d+|.*\.tmp|lock\..*)$/.test(file)) {
        this.#found({ kind: 'leftover', file, message: 'no file of a cluster; it is left alone' })
      } else this.#orphan(file, 'left by an unfinished start or compaction')
    }
  }

  #layerFiles(image: ClusterImage, state: ClusterState): void {
    const { fileSystem, directory } = this.#deps
    const names = new Set(fileSystem.list(join(directory, 'layers')))
    for (const layer of layersWithData(state)) {
      const name = `${layer.id}.data`
      const needed = dataEndBytes(layer)
      const sizeBytes = names.delete(name) ? sizeOf(fileSystem, join(directory, 'layers', name)) : 0
      names.delete(sumsName(layer.id))
      this.#sumPages(layer.id, image)
      if (sizeBytes >= needed) continue
      const range = { offset: sizeBytes, lengthBytes: needed - sizeBytes }
      const message = sizeBytes === 0 ? 'missing or empty' : `the file ends here but must hold ${needed} bytes`
      this.#found({
        ...{ kind: 'damage', file: `layers/${name}`, ...range, message },
        images: shownAt(state, layer, range),
      })
    }
    for (const name of names) this.#orphan(`layers/${name}`, 'no layer needs it')
  }

  /** A process that is killed may leave a page half written; one that stops does not. */
  #sumPages(layer: number, { journal }: ClusterImage): void {
    const { fileSystem, directory } = this.#deps
    for (const page of damagedSumPages(fileSystem, directory, layer)) {
      if (this.#options.repair) clearSumPage(fileSystem, directory, { layer, page })
      this.#found({
        kind: journal?.isClosed ? 'damage' : 'leftover',
        file: `layers/${sumsName(layer)}`,
        offset: page * sumPageBytes,
        message: `damaged: no checksum vouches for bytes ${page * pageSpan} to ${(page + 1) * pageSpan} of the layer`,
        ...(this.#options.repair && { repaired: 'cleared' }),
      })
    }
  }

  #orphan(file: string, message: string): void {
    const { fileSystem, directory } = this.#deps
    const removes = this.#options.repair && this.#isSound
    if (removes) fileSystem.remove(join(directory, file))
    this.#found({ kind: 'leftover', file, message, ...(removes && { repaired: 'removed' }) })
  }

  async #scrub({ journal }: ClusterImage, state: ClusterState, adopts: boolean) {
    const { fileSystem, directory } = this.#deps
    const layers = layersWithData(state).filter(({ id }) => fileSystem.exists(join(directory, 'layers', `${id}.data`)))
    const totalBytes = layers.reduce((sum, layer) => sum + dataBytesOf(layer), 0)
    let doneBytes = 0
    let verifiedBytes = 0
    let unverifiedBytes = 0
    for (const layer of layers) {
      const scrubbed = await scrubLayer({
        ...{ fileSystem, directory, state, layer, adopts },
        isDistrusted: journal?.powerFailure === true && journal.overwritten.has(layer.id),
        found: (finding) => this.#found(finding),
        progress: (bytes) => {
          doneBytes += bytes
          this.#options.onProgress?.(doneBytes, totalBytes, `layers/${layer.id}.data`)
        },
      })
      verifiedBytes += scrubbed.verifiedBytes
      unverifiedBytes += scrubbed.unverifiedBytes
    }
    return { verifiedBytes, unverifiedBytes }
  }
}

/** Something is wrong, and has not been repaired. */
export function isDamage({ kind, repaired }: Finding): boolean {
  return kind === 'damage' && repaired === undefined
}

function layersWithData(state: ClusterState): Layer[] {
  return [...state.layers.all()].filter((layer) => dataEndBytes(layer) > 0)
}

function sizeOf(fileSystem: FileSystem, path: string): number {
  const file = fileSystem.open(path)
  try {
    return file.sizeBytes()
  } finally {
    file.close()
  }
}

function contentsOf(state: ClusterState) {
  let snapshots = 0
  for (const image of state.images.values()) snapshots += image.snapshots.length
  const layers = layersWithData(state)
  return {
    pools: state.pools.size,
    images: state.images.size,
    snapshots,
    layers: layers.length,
    dataBytes: layers.reduce((sum, layer) => sum + dataBytesOf(layer), 0),
  }
}
