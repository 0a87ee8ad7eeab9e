import { CorruptError } from '#kernel/errors/domain-error.ts'

/** Where an image file's bytes come from. Positional, so a file, a store or a buffer can stand behind it. */
export interface ByteSource {
  readonly sizeBytes: number
  /** Exactly `lengthBytes`, or fewer where the source ends. The result belongs to the caller. */
  read(offset: number, lengthBytes: number): Promise<Uint8Array>
}

/** Where an image file's bytes go. Ranges never written read as zeros. */
export interface ByteSink {
  /** The bytes may be reused as soon as the promise resolves. */
  write(offset: number, bytes: Uint8Array): Promise<void>
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.byteLength,
    read: async (offset, lengthBytes) => bytes.slice(offset, offset + lengthBytes),
  }
}

/**
 * Reads a whole structure. The range is compared with the size of the source before anything is allocated, so a
 * length taken from a hostile header costs nothing.
 *
 * @param what - names the structure in the error, e.g. `L1 table`
 * @throws CorruptError when the range is not wholly inside the source
 */
export async function readExactly(
  source: ByteSource,
  range: { readonly offset: number; readonly lengthBytes: number },
  what: string,
): Promise<Buffer> {
  const { offset, lengthBytes } = range
  const details = { offset, lengthBytes, fileBytes: source.sizeBytes }
  if (!(offset >= 0 && lengthBytes >= 0 && offset + lengthBytes <= source.sizeBytes)) {
    throw new CorruptError(
      `${what} at offset ${offset} (${lengthBytes} bytes) lies past the end of the file (${source.sizeBytes} bytes)`,
      details,
    )
  }
  const bytes = asBuffer(await source.read(offset, lengthBytes))
  if (bytes.byteLength < lengthBytes) {
    throw new CorruptError(
      `${what} at offset ${offset} ends early: ${bytes.byteLength} of ${lengthBytes} bytes`,
      details,
    )
  }
  return bytes
}

/** Reads up to `lengthBytes`, padded with zeros: for headers that are judged by their magic first. */
export async function readHead(source: ByteSource, offset: number, lengthBytes: number): Promise<Buffer> {
  const head = Buffer.alloc(lengthBytes)
  if (offset < source.sizeBytes) head.set(await source.read(offset, Math.min(lengthBytes, source.sizeBytes - offset)))
  return head
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/**
 * A 64-bit field as a number. Above 2^53 it loses its low bits; no file is that large, so the comparison with the
 * file's size that every field must pass refuses it all the same.
 */
export function u64be(bytes: Buffer, offset: number): number {
  return bytes.readUInt32BE(offset) * 2 ** 32 + bytes.readUInt32BE(offset + 4)
}
export function u64le(bytes: Buffer, offset: number): number {
  return bytes.readUInt32LE(offset + 4) * 2 ** 32 + bytes.readUInt32LE(offset)
}

/**
 * Tables of a mapping are never shared: one that is named twice would let a small file map endless content.
 *
 * @param offsets - zero for "none"; sorted in place
 */
export function refuseRepeats(offsets: Float64Array, what: string): void {
  offsets.sort()
  for (let i = 1; i < offsets.length; i++) {
    const offset = offsets[i]!
    if (offset !== 0 && offset === offsets[i - 1])
      throw new CorruptError(`${what} at offset ${offset} is used more than once`, { offset })
  }
}
