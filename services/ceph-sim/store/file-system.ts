import { CorruptError } from '#kernel/errors/domain-error.ts'

/**
 * The part of a file system that a store uses, small enough that a test can stop at each call, forget what was not
 * synced, and open the store again.
 */
export interface FileSystem {
  /** With its parents. */
  makeDirectory(path: string): void
  /** Names in a directory, sorted; none if it does not exist. */
  list(path: string): string[]
  exists(path: string): boolean
  /** For reading and writing. @throws the system's ENOENT unless `create` */
  open(path: string, options?: { create?: boolean }): StoreFile
  /**
   * Makes a file with this content unless one of that name exists; says whether it did. The name may not survive a power
   * failure, but never without the content.
   */
  createExclusive(path: string, content: Uint8Array): boolean
  rename(from: string, to: string): void
  /** No error when there is none. */
  remove(path: string): void
  /** Names made, renamed and removed in the directory survive a power failure. */
  syncDirectory(path: string): Promise<void>
}

export interface StoreFile {
  sizeBytes(): number
  /** Reads to fill `into`; returns the bytes read, fewer at the end of the file. */
  readSync(into: Uint8Array, offset: number): number
  read(into: Uint8Array, offset: number): Promise<number>
  /** Writes all of `bytes`. */
  writeSync(bytes: Uint8Array, offset: number): void
  write(bytes: Uint8Array, offset: number): Promise<void>
  truncate(sizeBytes: number): void
  /** The content survives a power failure. */
  sync(): Promise<void>
  /** The same at once, for what must be so before the caller goes on. */
  syncNow(): void
  close(): void
}

/** What a store must know of the machine and the processes on it. */
export interface Host {
  readonly processId: number
  /** Changes whenever the machine restarts; undefined where the system does not say. */
  bootId(): string | undefined
  /** When a process was started, in a form that no later process of that id shares; undefined if there is none. */
  processStart(processId: number): string | undefined
}

/** @throws CorruptError when there is no such file */
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
