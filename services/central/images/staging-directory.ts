import { mkdir, open, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ByteRange, Content, ContentSource } from '#ceph-sim/rbd.ts'
import { contentLength } from '#ceph-sim/rbd.ts'
import { KiB } from '#kernel/units/bytes.ts'
import { splitZeros } from '#openstack/formats/zero-runs.ts'
import type { StagedImage, StagingArea } from './staging.ts'

const readBytes = 512 * KiB
/** Ext4 keeps later small writes cheap when a file grew in pieces of this size. */
const writeBytes = 256 * KiB

/**
 * Staging in a directory: `ID` is the data (a sparse file), `ID.runs` says where it is not zero and is written last, so
 * that its presence means that the data is complete.
 */
export class StagingDirectory implements StagingArea {
  readonly #directory: string
  #writes = 0

  constructor(directory: string) {
    this.#directory = directory
  }

  async write(
    imageId: string,
    content: ContentSource,
    { signal }: { signal?: AbortSignal | undefined } = {},
  ): Promise<StagedImage> {
    await mkdir(this.#directory, { recursive: true })
    const path = join(this.#directory, imageId)
    // Each writer has a file of its own: one that has lost its lock may still be writing the same image.
    const partial = `${path}.${++this.#writes}.partial`
    try {
      const written = await writeSparse(partial, content, signal)
      await rm(`${path}.runs`, { force: true })
      await rename(partial, path)
      await writeFile(`${path}.runs`, JSON.stringify(written))
      return stagedImage(path, written)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
  }

  async find(imageId: string): Promise<StagedImage | undefined> {
    const path = join(this.#directory, imageId)
    const text = await readFile(`${path}.runs`, 'utf8').catch(ifMissing(undefined))
    const file = await stat(path).catch(ifMissing(undefined))
    const written = text ? parseWritten(text) : undefined
    return written && file?.size === written.sizeBytes ? stagedImage(path, written) : undefined
  }

  async remove(imageId: string): Promise<void> {
    for (const name of await this.#names()) {
      if (name === imageId || name.startsWith(`${imageId}.`)) await rm(join(this.#directory, name), { force: true })
    }
  }

  async usedBytes(): Promise<number> {
    const names = await this.#names()
    const files = await Promise.all(names.map((name) => stat(join(this.#directory, name)).catch(ifMissing(undefined))))
    return files.reduce((sum, file) => sum + (file ? file.blocks * 512 : 0), 0)
  }

  #names(): Promise<readonly string[]> {
    return readdir(this.#directory).catch(ifMissing([] as string[]))
  }
}

interface Written {
  readonly sizeBytes: number
  readonly runs: readonly ByteRange[]
}

/** Undefined when the process died while it wrote the list. */
function parseWritten(text: string): Written | undefined {
  try {
    return JSON.parse(text) as Written
  } catch {
    return undefined
  }
}

async function writeSparse(path: string, content: ContentSource, signal: AbortSignal | undefined): Promise<Written> {
  const file = await open(path, 'w')
  const runs = new Runs()
  let sizeBytes = 0
  try {
    for await (const piece of content) {
      signal?.throwIfAborted()
      sizeBytes = piece.offset + contentLength(piece)
      if (piece.kind === 'zero') continue
      for (const part of splitZeros(piece.bytes, piece.offset)) {
        if (part.kind === 'zero') continue
        const { offset, bytes } = part
        runs.add(offset, bytes.byteLength)
        for (let at = 0; at < bytes.byteLength; at += writeBytes) {
          await file.write(bytes, at, Math.min(writeBytes, bytes.byteLength - at), offset + at)
        }
      }
    }
  } finally {
    await file.close()
  }
  await truncate(path, sizeBytes)
  return { sizeBytes, runs: runs.list }
}

class Runs {
  readonly list: { offset: number; lengthBytes: number }[] = []

  add(offset: number, lengthBytes: number): void {
    const last = this.list.at(-1)
    if (last && last.offset + last.lengthBytes === offset) last.lengthBytes += lengthBytes
    else this.list.push({ offset, lengthBytes })
  }
}

function stagedImage(path: string, { sizeBytes, runs }: Written): StagedImage {
  return {
    sizeBytes,
    runs,
    content: () => readSparse(path, sizeBytes, runs),
    source: { sizeBytes, read: (offset, lengthBytes) => readAt(path, offset, lengthBytes) },
  }
}

async function* readSparse(path: string, sizeBytes: number, runs: readonly ByteRange[]): AsyncIterable<Content> {
  const file = await open(path, 'r')
  const buffer = Buffer.allocUnsafe(readBytes)
  let offset = 0
  try {
    for (const run of runs) {
      if (run.offset > offset) yield { kind: 'zero', offset, lengthBytes: run.offset - offset }
      const end = run.offset + run.lengthBytes
      for (offset = run.offset; offset < end; ) {
        const { bytesRead } = await file.read(buffer, 0, Math.min(readBytes, end - offset), offset)
        if (bytesRead === 0) throw new RangeError(`${path} ends at ${offset}, before ${end}`)
        yield { kind: 'data', offset, bytes: buffer.subarray(0, bytesRead) }
        offset += bytesRead
      }
    }
    if (offset < sizeBytes) yield { kind: 'zero', offset, lengthBytes: sizeBytes - offset }
  } finally {
    await file.close()
  }
}

async function readAt(path: string, offset: number, lengthBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(lengthBytes)
    const { bytesRead } = await file.read(buffer, 0, lengthBytes, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
