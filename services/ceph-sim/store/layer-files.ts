import { join } from 'node:path'
import { CorruptError, NoSpaceError } from '#kernel/errors/domain-error.ts'
import type { FileSystem, StoreFile } from './file-system.ts'
import { LayerSums, sumsName } from './layer-sums.ts'

/** Pieces in which files are written: larger ones make ext4 use large folios, and later 4 KiB overwrites slow. */
const pieceBytes = 256 * 1024
/** Files kept open. */
const openLimit = 256

interface OpenLayer {
  readonly file: StoreFile
  readonly path: string
  busy: number
  isDirty: boolean
  /** Made by this process and not yet synced into its directory. */
  isNew: boolean
  isRemoved: boolean
}

/**
 * One sparse file per layer, bytes at their natural offsets, with checksums beside it. A layer without bytes of its own
 * has no file.
 */
export class LayerFiles {
  readonly #fileSystem: FileSystem
  readonly #directory: string
  readonly #sums: LayerSums
  readonly #open = new Map<number, OpenLayer>()

  /** @param onOverwrite - see `LayerSums` */
  constructor(fileSystem: FileSystem, directory: string, onOverwrite: (layer: number) => void) {
    this.#fileSystem = fileSystem
    this.#directory = directory
    this.#sums = new LayerSums(fileSystem, directory, onOverwrite)
  }

  readSync(layer: number, offset: number, into: Uint8Array): void {
    const { file, path } = this.#get(layer)
    assertFull(file.readSync(into, offset), into, offset, path)
  }

  async read(layer: number, offset: number, into: Uint8Array): Promise<void> {
    await this.#use(layer, async ({ file, path }) => assertFull(await file.read(into, offset), into, offset, path))
  }

  writeSync(layer: number, offset: number, bytes: Uint8Array): void {
    const open = this.#get(layer)
    open.isDirty = true
    this.#sums.touch(layer, offset, bytes.byteLength)
    try {
      for (const [start, piece] of pieces(bytes)) open.file.writeSync(piece, offset + start)
      this.#sums.know(layer, offset, bytes)
    } catch (error) {
      throw writeFailure(error, open.path)
    }
  }

  async write(layer: number, offset: number, bytes: Uint8Array): Promise<void> {
    await this.#use(layer, async (open) => {
      open.isDirty = true
      this.#sums.touch(layer, offset, bytes.byteLength)
      try {
        for (const [start, piece] of pieces(bytes)) {
          const writing = open.file.write(piece, offset + start)
          // While the system takes the piece.
          this.#sums.know(layer, offset, bytes, { from: start, to: start + piece.byteLength })
          await writing
        }
      } catch (error) {
        this.#sums.touch(layer, offset, bytes.byteLength)
        throw writeFailure(error, open.path)
      }
    })
  }

  /** The layer's bytes, and its name in the directory, survive a power failure. */
  async sync(layer: number): Promise<void> {
    const known = this.#open.get(layer)
    if (!known?.isDirty) return
    await this.#use(layer, async (open) => {
      open.isDirty = false
      try {
        await open.file.sync()
      } catch (error) {
        open.isDirty = true
        throw error
      }
      if (!open.isNew) return
      await this.#fileSystem.syncDirectory(this.#directory)
      open.isNew = false
    })
  }

  /** For bytes that an earlier process wrote and may not have synced. */
  async syncUnknown(layer: number): Promise<void> {
    if (!this.#fileSystem.exists(this.#path(layer))) return
    const open = this.#get(layer)
    open.isDirty = true
    open.isNew = true
    await this.sync(layer)
  }

  /** Layers with blocks that no checksum vouches for yet. */
  touchedLayers(): number[] {
    return this.#sums.touchedLayers()
  }

  /** Has checksums vouch for a layer's bytes. @returns whether they do for all, see `LayerSums` */
  vouch(layer: number): Promise<boolean> {
    return this.#sums.vouch(layer, {
      // A layer may go at any time, and must not come back as an empty file.
      read: async (offset, into) => {
        if (this.#fileSystem.exists(this.#path(layer))) {
          await this.#use(layer, async ({ file }) => void into.fill(0, await file.read(into, offset)))
        }
      },
      isSynced: () => this.#open.get(layer)?.isDirty !== true,
    })
  }

  /** The layer's checksums survive a power failure. */
  syncSums(layer: number): Promise<void> {
    return this.#sums.sync(layer)
  }

  /** Nobody vouches for these layers' bytes any more, whatever happens next. */
  async forgetSums(layers: Iterable<number>): Promise<void> {
    for (const layer of layers) this.#sums.remove(layer)
    await this.#fileSystem.syncDirectory(this.#directory)
  }

  remove(layer: number): void {
    this.#sums.remove(layer)
    const open = this.#open.get(layer)
    this.#fileSystem.remove(this.#path(layer))
    if (!open) return
    this.#open.delete(layer)
    open.isRemoved = true
    if (open.busy === 0) open.file.close()
  }

  close(): void {
    for (const open of this.#open.values()) open.file.close()
    this.#open.clear()
    this.#sums.close()
  }

  /**
   * Removes files that no layer needs and checks that those of the others can hold their bytes.
   *
   * @returns names of the files removed
   * @throws CorruptError for a file that is missing or too short
   */
  reconcile(needed: Iterable<{ id: number; dataEndBytes: number }>): string[] {
    const names = new Set(this.#fileSystem.list(this.#directory))
    for (const { id, dataEndBytes } of needed) {
      const path = this.#path(id)
      if (!names.delete(fileName(id))) {
        throw new CorruptError(`${path} is missing: the journal says that it holds ${dataEndBytes} bytes`, {
          file: path,
          offset: 0,
        })
      }
      names.delete(sumsName(id))
      const sizeBytes = this.#get(id).file.sizeBytes()
      if (sizeBytes < dataEndBytes) {
        throw new CorruptError(`${path} ends at ${sizeBytes} but must hold ${dataEndBytes} bytes`, {
          file: path,
          offset: sizeBytes,
        })
      }
    }
    for (const name of names) this.#fileSystem.remove(join(this.#directory, name))
    return [...names]
  }

  #path(layer: number): string {
    return join(this.#directory, fileName(layer))
  }

  #get(layer: number): OpenLayer {
    const known = this.#open.get(layer)
    if (known) return known
    this.#closeOne()
    const path = this.#path(layer)
    const isNew = !this.#fileSystem.exists(path)
    const file = this.#fileSystem.open(path, { create: true })
    const open = { file, path, busy: 0, isDirty: false, isNew, isRemoved: false }
    this.#open.set(layer, open)
    return open
  }

  async #use(layer: number, work: (open: OpenLayer) => Promise<void>): Promise<void> {
    const open = this.#get(layer)
    open.busy++
    try {
      await work(open)
    } finally {
      open.busy--
      if (open.isRemoved && open.busy === 0) open.file.close()
    }
  }

  /** Makes room for one more: the longest open file that is idle and clean. */
  #closeOne(): void {
    if (this.#open.size < openLimit) return
    for (const [layer, open] of this.#open) {
      if (open.busy > 0 || open.isDirty) continue
      open.file.close()
      this.#open.delete(layer)
      return
    }
  }
}

function fileName(layer: number): string {
  return `${layer}.data`
}

function* pieces(bytes: Uint8Array): Generator<[number, Uint8Array]> {
  for (let start = 0; start < bytes.byteLength; start += pieceBytes) {
    yield [start, bytes.subarray(start, start + pieceBytes)]
  }
}

function assertFull(count: number, into: Uint8Array, offset: number, path: string): void {
  if (count === into.byteLength) return
  throw new CorruptError(`${path} ends at ${offset + count}, before bytes that it must hold`, {
    file: path,
    offset: offset + count,
  })
}

function writeFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || (error.code !== 'ENOSPC' && error.code !== 'EDQUOT'))
    return error
  return new NoSpaceError(
    `no space left on the disk that holds ${path}`,
    { errno: 'ENOSPC', file: path },
    { cause: error },
  )
}
