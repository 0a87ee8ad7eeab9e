import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { MiB } from '#kernel/units/bytes.ts'
import type { CommandIo } from '../../command-io.ts'
import { ByteSource } from '../../formats/byte-source.ts'
import { misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errno } from './errno.ts'

/** Files are read in pieces of this size. */
export const readBytes = 4 * MiB
const writeBytes = MiB
const zeroBlock = Buffer.alloc(writeBytes)

/** A failure of this program that has the system's name. */
export class SystemFailure extends Error {
  readonly code: 'EISDIR' | 'ENOTTY' | 'EINVAL'
  constructor(code: 'EISDIR' | 'ENOTTY' | 'EINVAL') {
    super(errno(code).text)
    this.code = code
  }
}

export function pathArgument(args: CommandArguments, position: number): string {
  const given = args.positionals[position] ?? args.get('path')
  if (given === undefined) throw misused('path was not specified')
  return given
}

/** What a command reads: a file, or with the name `-` what is piped in. */
export interface Input {
  readonly source: ByteSource
  /** Undefined for a pipe. */
  readonly file: FileHandle | undefined
  readonly sizeBytes: number | undefined
  close(): Promise<void>
}

/**
 * @param pipe - whether `-` is the standard input, and not a file of that name
 * @throws the system's error, after saying so
 */
export async function openInput(io: CommandIo, shown: string, { pipe = true } = {}): Promise<Input> {
  if (shown === '-' && pipe) {
    const source = new ByteSource(io.stdin ?? nothing())
    return { source, file: undefined, sizeBytes: undefined, close: () => source.close() }
  }
  const file = await open(path.resolve(io.cwd, shown), 'r').catch((thrown) => {
    io.stderr(`rbd: error opening ${shown}\n`)
    throw thrown
  })
  const source = new ByteSource(fileChunks(file), { seekable: true })
  const close = async () => {
    await source.close()
    await file.close()
  }
  return { source, file, sizeBytes: (await file.stat()).size, close }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A file's bytes from its start, each piece valid until the next is asked for; the next is read meanwhile. */
async function* fileChunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  let ready = Buffer.allocUnsafeSlow(readBytes)
  let spare = Buffer.allocUnsafeSlow(readBytes)
  let position = 0
  let reading = file.read(ready, 0, readBytes, position)
  try {
    for (;;) {
      const { bytesRead } = await reading
      if (bytesRead === 0) return
      position += bytesRead
      reading = file.read(spare, 0, readBytes, position)
      // Asked for when it is its turn, or never.
      reading.catch(() => {})
      yield ready.subarray(0, bytesRead)
      ;[ready, spare] = [spare, ready]
    }
  } finally {
    await reading.catch(() => {})
  }
}

/** Where a command writes: a new file, or with the name `-` its standard output. Bytes may be reused once taken. */
export class Output {
  readonly file: FileHandle | undefined
  readonly #put: (bytes: Uint8Array, position: number) => Promise<void>
  #filling = Buffer.allocUnsafeSlow(writeBytes)
  #leaving = Buffer.allocUnsafeSlow(writeBytes)
  #filled = 0
  #position = 0
  #pending: Promise<void> = Promise.resolve()

  private constructor(put: (bytes: Uint8Array, position: number) => Promise<void>, file?: FileHandle) {
    this.#put = put
    this.file = file
  }

  /** @throws the system's error: EEXIST where there is such a file */
  static async open(io: CommandIo, shown: string): Promise<Output> {
    if (shown === '-') {
      const { stdoutBytes } = io
      if (!stdoutBytes) throw new SystemFailure('EINVAL')
      return new Output((bytes) => stdoutBytes(bytes))
    }
    const file = await open(path.resolve(io.cwd, shown), 'wx', 0o644)
    return new Output((bytes, position) => writeAll(file, bytes, position), file)
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.byteLength; ) {
      const part = bytes.subarray(at, at + writeBytes - this.#filled)
      this.#filling.set(part, this.#filled)
      this.#filled += part.byteLength
      at += part.byteLength
      if (this.#filled === writeBytes) await this.#leave()
    }
  }

  async writeZeros(lengthBytes: number): Promise<void> {
    for (let left = lengthBytes; left > 0; left -= writeBytes) await this.write(zeroBlock.subarray(0, left))
  }

  /** Goes on at another place of the file; what is left out is a hole. */
  async seek(position: number): Promise<void> {
    if (position === this.#position + this.#filled) return
    await this.#leave()
    this.#position = position
  }

  /** Everything has been written when it resolves. @param sizeBytes - of the file, where holes may end it */
  async end(sizeBytes?: number): Promise<void> {
    await this.#leave()
    await this.#pending
    if (sizeBytes !== undefined) await this.file?.truncate(sizeBytes)
  }

  async close(): Promise<void> {
    await this.#pending.catch(() => {})
    await this.file?.close()
  }

  /** Writes what was collected, while more is collected. */
  async #leave(): Promise<void> {
    if (this.#filled === 0) return
    await this.#pending
    const bytes = this.#filling.subarray(0, this.#filled)
    ;[this.#filling, this.#leaving] = [this.#leaving, this.#filling]
    this.#pending = this.#put(bytes, this.#position)
    this.#pending.catch(() => {})
    this.#position += this.#filled
    this.#filled = 0
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.byteLength; ) {
    at += (await file.write(bytes, at, bytes.byteLength - at, position + at)).bytesWritten
  }
}
