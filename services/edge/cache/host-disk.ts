import type { CallOptions, Content } from '#ceph-sim/rbd.ts'
import type { InstantMs } from '#kernel/time/clock.ts'

/**
 * The local disks of a site's compute hosts. Paths are relative, with `/` between components and the host first:
 * `dcn0-compute-0/_base/<name>`. Adapters: a directory, and memory.
 */
export interface HostDisk {
  /** A new, empty file (one of that name is replaced), to be filled from its beginning. */
  create(path: string): Promise<HostFileWriter>
  /** Gives a complete file its name; after a crash the file has either name and is whole. */
  rename(from: string, to: string): Promise<void>
  /** The bytes in order, holes as zeros. @throws NotFoundError */
  content(path: string, options?: CallOptions): AsyncIterable<Content>
  /** Positional reads. @throws NotFoundError */
  open(path: string): Promise<HostFileReader>
  /** Does nothing when there is no such file. */
  remove(path: string): Promise<void>
  stat(path: string): Promise<HostFileStat | undefined>
  /** Sets the time of the last use. */
  touch(path: string, at: InstantMs): Promise<void>
  /** The files directly in a directory, sorted by name; none when it does not exist. */
  list(directory: string): Promise<readonly string[]>
}

export interface HostFileWriter {
  /** Content follows on from what was appended before; zeros may become a hole. @throws NoSpaceError */
  append(content: Content): Promise<void>
  /** Makes everything durable. */
  close(): Promise<void>
  /** Closes and removes the file. */
  discard(): Promise<void>
}
export interface HostFileReader {
  readonly sizeBytes: number
  /** Exactly `lengthBytes`, or fewer at the end. */
  read(offset: number, lengthBytes: number): Promise<Uint8Array>
  close(): Promise<void>
}
export interface HostFileStat {
  readonly sizeBytes: number
  readonly usedAtMs: InstantMs
}
