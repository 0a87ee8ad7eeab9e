import fs from 'node:fs'
import { promisify } from 'node:util'
import type { FileSystem, Host, StoreFile } from './file-system.ts'

const read = promisify(fs.read)
const write = promisify(fs.write)
const fdatasync = promisify(fs.fdatasync)
const fsync = promisify(fs.fsync)

export const nodeFileSystem: FileSystem = {
  makeDirectory: (path) => void fs.mkdirSync(path, { recursive: true }),
  list: (path) => (fs.existsSync(path) ? fs.readdirSync(path).sort() : []),
  exists: (path) => fs.existsSync(path),
  open: (path, { create = false } = {}) =>
    new NodeFile(fs.openSync(path, fs.constants.O_RDWR | (create ? fs.constants.O_CREAT : 0), 0o600)),
  createExclusive(path, content) {
    // A link appears with its content or not at all; opening with O_EXCL would show an empty file for a moment.
    const whole = `${path}.new-${process.pid}`
    fs.writeFileSync(whole, content, { mode: 0o600, flush: true })
    try {
      fs.linkSync(whole, path)
      return true
    } catch (error) {
      if (isErrno(error, 'EEXIST')) return false
      throw error
    } finally {
      fs.rmSync(whole, { force: true })
    }
  },
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
  async syncDirectory(path) {
    const handle = fs.openSync(path, 'r')
    try {
      await fsync(handle)
    } finally {
      fs.closeSync(handle)
    }
  },
}

class NodeFile implements StoreFile {
  readonly #handle: number

  constructor(handle: number) {
    this.#handle = handle
  }

  sizeBytes(): number {
    return fs.fstatSync(this.#handle).size
  }

  readSync(into: Uint8Array, offset: number): number {
    let done = 0
    while (done < into.byteLength) {
      const count = fs.readSync(this.#handle, into, done, into.byteLength - done, offset + done)
      if (count === 0) break
      done += count
    }
    return done
  }

  async read(into: Uint8Array, offset: number): Promise<number> {
    let done = 0
    while (done < into.byteLength) {
      const { bytesRead } = await read(this.#handle, into, done, into.byteLength - done, offset + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return done
  }

  writeSync(bytes: Uint8Array, offset: number): void {
    let done = 0
    while (done < bytes.byteLength) {
      done += fs.writeSync(this.#handle, bytes, done, bytes.byteLength - done, offset + done)
    }
  }

  async write(bytes: Uint8Array, offset: number): Promise<void> {
    let done = 0
    while (done < bytes.byteLength) {
      const { bytesWritten } = await write(this.#handle, bytes, done, bytes.byteLength - done, offset + done)
      done += bytesWritten
    }
  }

  truncate(sizeBytes: number): void {
    fs.ftruncateSync(this.#handle, sizeBytes)
  }

  sync(): Promise<void> {
    return fdatasync(this.#handle)
  }

  syncNow(): void {
    fs.fdatasyncSync(this.#handle)
  }

  close(): void {
    fs.closeSync(this.#handle)
  }
}

/** Linux tells both facts in /proc; elsewhere a process counts as started when it can be signalled. */
export const nodeHost: Host = {
  processId: process.pid,
  bootId: () => readIfThere('/proc/sys/kernel/random/boot_id')?.trim(),
  processStart(processId) {
    const status = readIfThere(`/proc/${processId}/stat`)
    // The second field is the command's name in brackets, which may hold anything; the third is the state, and one that
    // has ended but was not waited for yet holds nothing any more; the 22nd is the start time.
    if (status !== undefined) {
      const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? undefined : fields[19]
    }
    if (fs.existsSync('/proc/self/stat')) return undefined
    try {
      process.kill(processId, 0)
      return 'alive'
    } catch (error) {
      return isErrno(error, 'EPERM') ? 'alive' : undefined
    }
  },
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code
}

function readIfThere(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
