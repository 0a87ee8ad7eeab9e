import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { Content, ContentSource } from '#ceph-sim/rbd.ts'
import { CancelledError } from '#kernel/errors/domain-error.ts'
import type { ByteSink, ByteSource } from '#openstack/formats/byte-source.ts'

/** Larger writes make ext4 build large folios, on which later small overwrites are slow. */
const writeBytes = 256 * 1024

export interface FileSource extends ByteSource, AsyncDisposable {}

/** Opens a file for positional reads. Dispose to close it. @throws the system's error (`ENOENT`, `EISDIR`, ...) */
export async function openFileSource(path: string): Promise<FileSource> {
  const file = await open(path, 'r')
  try {
    const stats = await file.stat()
    if (stats.isDirectory()) throw Object.assign(new Error('Is a directory'), { code: 'EISDIR' })
    return {
      sizeBytes: stats.size,
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
  const temporary = `${path}.${process.pid}.part`
  const file = await open(temporary, 'w')
  try {
    try {
      await fill(file)
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
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
