import { createReadStream, createWriteStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CommandIo } from '#cli/command-io.ts'

const pieceBytes = 1024 * 1024

export async function isReadable(io: CommandIo, path: string): Promise<boolean> {
  try {
    await access(resolve(io.cwd, path), constants.R_OK)
    return (await stat(resolve(io.cwd, path))).isFile()
  } catch {
    return false
  }
}

/** A file's bytes in pieces of up to 1 MiB. */
export function readLocalFile(io: CommandIo, path: string): AsyncIterable<Uint8Array> {
  return createReadStream(resolve(io.cwd, path), { highWaterMark: pieceBytes, signal: io.signal })
}

/** Writes the bytes to a file, or to the command's own output when there is no path. */
export async function writeLocalFile(
  io: CommandIo,
  path: string | undefined,
  data: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (path !== undefined) {
    await pipeline(Readable.from(data), createWriteStream(resolve(io.cwd, path)), { signal: io.signal })
    return
  }
  const decoder = new TextDecoder()
  for await (const piece of data) {
    if (io.stdoutBytes) await io.stdoutBytes(piece)
    else io.stdout(decoder.decode(piece, { stream: true }))
  }
}
