import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type CallOptions, type Content, contentLength } from '#ceph-sim/rbd.ts'
import { InternalError, InvalidArgumentError, NoSpaceError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Clock, InstantMs } from '#kernel/time/clock.ts'
import { isZero } from '#openstack/formats/zero-runs.ts'
import type { HostDisk, HostFileReader, HostFileStat, HostFileWriter } from './host-disk.ts'

const pieceBytes = 1024 ** 2

/** Host disks as directories below one directory of this machine. Zeros become holes. */
export class DirectoryHostDisk implements HostDisk {
  readonly #directory: string
  readonly #clock: Clock

  constructor(directory: string, clock: Clock) {
    this.#directory = directory
    this.#clock = clock
  }

  async create(path: string): Promise<HostFileWriter> {
    const file = this.#path(path)
    await mkdir(dirname(file), { recursive: true })
    const handle = await translated(path, open(file, 'w'))
    let offset = 0
    return {
      append: async (content) => {
        if (content.offset !== offset) {
          throw new InvalidArgumentError(`the file ends at ${offset}, but ${content.offset} was appended`)
        }
        if (content.kind === 'data') await translated(path, writeAll(handle, content.bytes, offset))
        offset += contentLength(content)
      },
      close: async () => {
        try {
          await translated(path, handle.truncate(offset))
          await translated(path, handle.sync())
        } finally {
          await handle.close()
        }
        await this.touch(path, this.#clock.now())
      },
      discard: async () => {
        await handle.close().catch(() => {})
        await this.remove(path)
      },
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await translated(from, rename(this.#path(from), this.#path(to)))
    const directory = await open(dirname(this.#path(to)))
    try {
      await directory.sync()
    } finally {
      await directory.close()
    }
  }

  async *content(path: string, _options?: CallOptions): AsyncGenerator<Content> {
    const handle = await translated(path, open(this.#path(path)))
    try {
      const { size } = await handle.stat()
      const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, size))
      for (let offset = 0; offset < size; ) {
        const { bytesRead } = await handle.read(buffer, 0, Math.min(pieceBytes, size - offset), offset)
        if (bytesRead === 0) throw new InternalError(`${path} became shorter while it was read`)
        const bytes = buffer.subarray(0, bytesRead)
        yield isZero(bytes) ? { kind: 'zero', offset, lengthBytes: bytesRead } : { kind: 'data', offset, bytes }
        offset += bytesRead
      }
    } finally {
      await handle.close()
    }
  }

  async open(path: string): Promise<HostFileReader> {
    const handle = await translated(path, open(this.#path(path)))
    const { size } = await handle.stat()
    return {
      sizeBytes: size,
      read: async (offset, lengthBytes) => {
        const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(lengthBytes, size - offset)))
        let done = 0
        while (done < buffer.byteLength) {
          const { bytesRead } = await handle.read(buffer, done, buffer.byteLength - done, offset + done)
          if (bytesRead === 0) break
          done += bytesRead
        }
        return buffer.subarray(0, done)
      },
      close: () => handle.close(),
    }
  }

  async remove(path: string): Promise<void> {
    await rm(this.#path(path), { force: true })
  }

  async stat(path: string): Promise<HostFileStat | undefined> {
    try {
      const { size, mtimeMs } = await stat(this.#path(path))
      return { sizeBytes: size, usedAtMs: mtimeMs }
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }

  async touch(path: string, at: InstantMs): Promise<void> {
    await translated(path, utimes(this.#path(path), at / 1000, at / 1000))
  }

  async list(directory: string): Promise<readonly string[]> {
    try {
      const entries = await readdir(this.#path(directory), { withFileTypes: true })
      return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort()
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }

  #path(path: string): string {
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) {
      throw new InvalidArgumentError(`not a path on a host's disk: ${path}`, { path })
    }
    return join(this.#directory, path)
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, at + done)
    done += bytesWritten
  }
}

async function translated<T>(path: string, call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new NotFoundError(`no such file: ${path}`, { path }, { cause: error })
    if (errorCode(error) === 'ENOSPC') throw new NoSpaceError('No space left on device', { path }, { cause: error })
    throw error
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
