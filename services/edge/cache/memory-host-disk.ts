import { type CallOptions, type Content, contentLength } from '#ceph-sim/rbd.ts'
import { InvalidArgumentError, NoSpaceError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Clock, InstantMs } from '#kernel/time/clock.ts'
import type { HostDisk, HostFileReader, HostFileStat, HostFileWriter } from './host-disk.ts'

interface MemoryFile {
  readonly pieces: Content[]
  sizeBytes: number
  usedAtMs: InstantMs
}

/** Host disks of a world that lives in one process: files are lists of pieces, holes cost nothing. */
export class MemoryHostDisk implements HostDisk {
  readonly #clock: Clock
  readonly #capacityBytes: number
  readonly #files = new Map<string, MemoryFile>()

  constructor(clock: Clock, options: { readonly capacityBytes?: number } = {}) {
    this.#clock = clock
    this.#capacityBytes = options.capacityBytes ?? Number.POSITIVE_INFINITY
  }

  async create(path: string): Promise<HostFileWriter> {
    const file: MemoryFile = { pieces: [], sizeBytes: 0, usedAtMs: this.#clock.now() }
    this.#files.set(path, file)
    return {
      append: async (content) => this.#append(file, content),
      close: async () => {
        file.usedAtMs = this.#clock.now()
      },
      discard: () => this.remove(path),
    }
  }

  async rename(from: string, to: string): Promise<void> {
    this.#files.set(to, this.#file(from))
    this.#files.delete(from)
  }

  async *content(path: string, _options?: CallOptions): AsyncGenerator<Content> {
    yield* this.#file(path).pieces
  }

  async open(path: string): Promise<HostFileReader> {
    const { pieces, sizeBytes } = this.#file(path)
    return {
      sizeBytes,
      read: async (offset, lengthBytes) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(lengthBytes, sizeBytes - offset)))
        for (const piece of pieces) {
          if (piece.kind === 'zero' || piece.offset + piece.bytes.byteLength <= offset) continue
          if (piece.offset >= offset + bytes.byteLength) break
          const from = Math.max(0, offset - piece.offset)
          const to = Math.min(piece.bytes.byteLength, offset + bytes.byteLength - piece.offset)
          bytes.set(piece.bytes.subarray(from, to), piece.offset + from - offset)
        }
        return bytes
      },
      close: async () => {},
    }
  }

  async remove(path: string): Promise<void> {
    this.#files.delete(path)
  }

  async stat(path: string): Promise<HostFileStat | undefined> {
    const file = this.#files.get(path)
    return file && { sizeBytes: file.sizeBytes, usedAtMs: file.usedAtMs }
  }

  async touch(path: string, at: InstantMs): Promise<void> {
    this.#file(path).usedAtMs = at
  }

  async list(directory: string): Promise<readonly string[]> {
    const prefix = `${directory}/`
    const names = [...this.#files.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length))
    return names.filter((name) => !name.includes('/')).sort()
  }

  #append(file: MemoryFile, content: Content): void {
    if (content.offset !== file.sizeBytes) {
      throw new InvalidArgumentError(`the file ends at ${file.sizeBytes}, but ${content.offset} was appended`)
    }
    if (file.sizeBytes + contentLength(content) > this.#capacityBytes) throw new NoSpaceError('No space left on device')
    // A Buffer's own slice would share its bytes.
    file.pieces.push(content.kind === 'data' ? { ...content, bytes: Uint8Array.from(content.bytes) } : content)
    file.sizeBytes += contentLength(content)
  }

  #file(path: string): MemoryFile {
    const file = this.#files.get(path)
    if (!file) throw new NotFoundError(`no such file: ${path}`, { path })
    return file
  }
}
