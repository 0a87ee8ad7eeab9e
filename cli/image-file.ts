import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import type { Content, ContentSource } from '#ceph-sim/rbd.ts'
import { CancelledError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { ByteSink, ByteSource } from '#openstack/formats/byte-source.ts'

/** Larger writes make ext4 build large folios, on which later small overwrites are slow. */
const writeBytes = 256 * 1024

/** Keeps apart two writers of one name in this process. */
let temporaryFiles = 0

export interface FileSource extends ByteSource, AsyncDisposable {
  /** What the file takes on its disk: less than its size when it has holes. */
  readonly allocatedBytes: number
}

/** Opens a file for positional reads. Dispose to close it. @throws the system's error (`ENOENT`, `EACCES`, ...) */
export async function openFileSource(path: string): Promise<FileSource> {
  const file = await open(path, 'r')
  try {
    const stats = await file.stat()
    if (!stats.isFile()) throw new InvalidArgumentError(`'file' driver requires '${path}' to be a regular file`)
    return {
      sizeBytes: stats.size,
      allocatedBytes: stats.blocks * 512,
      read: async (offset, lengthBytes) => {
        const bytes = Buffer.allocUnsafeSlow(lengthBytes)
        const { bytesRead } = await file.read(bytes, 0, lengthBytes, offset)
        return bytes.subarray(0, bytesRead)
      },
      [Symbol.asyncDispose]: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/**
 * Writes a file under a temporary name beside its place and renames it once `fill` has succeeded: whoever looks sees
 * the whole file, or the one that was there before.
 */
export async function writeWholeFile(path: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const place = await regularPlace(path)
  const temporary = `${place}.${process.pid}.${++temporaryFiles}.part`
  const file = await open(temporary, 'w')
  try {
    try {
      await fill(file)
    } finally {
      await file.close()
    }
    await rename(temporary, place)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Follows a symbolic link, and refuses to put a file in the place of a directory or a device. */
async function regularPlace(path: string): Promise<string> {
  let place: string
  try {
    place = await realpath(path)
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return path
    throw error
  }
  if (!(await stat(place)).isFile()) throw new InvalidArgumentError('not a regular file')
  return place
}

export function isSystemError(error: unknown, code?: string): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error && (code === undefined || error.code === code)
}

export function fileSink(file: FileHandle): ByteSink {
  return {
    async write(offset, bytes) {
      for (let done = 0; done < bytes.byteLength; done += writeBytes) {
        const part = bytes.subarray(done, done + writeBytes)
        await writeFully(file, part, offset + done)
      }
    },
  }
}

/** Writes content as a raw disk: holes for zeros, the length set first. */
export async function writeSparse(file: FileHandle, content: ContentSource, sizeBytes: number): Promise<void> {
  await file.truncate(sizeBytes)
  const sink = fileSink(file)
  for await (const run of content) if (run.kind === 'data') await sink.write(run.offset, run.bytes)
}

/** Passes content on, telling how far it has come. @throws CancelledError when the signal aborts */
export async function* watched(
  content: ContentSource,
  report: (offset: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Content> {
  for await (const run of content) {
    if (signal?.aborted) throw new CancelledError('interrupted')
    report(run.offset)
    yield run
  }
}

async function writeFully(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, offset + done)
    done += bytesWritten
  }
}
