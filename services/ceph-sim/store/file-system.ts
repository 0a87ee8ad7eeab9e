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
  /** Makes a file with this content unless one of that name exists; says whether it did. */
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
