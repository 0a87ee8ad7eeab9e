import {
  chunkFlag,
  chunkHeaderBytes,
  chunkType,
  requestMagic,
  simpleReplyBytes,
  simpleReplyMagic,
  structuredReplyMagic,
} from './protocol.ts'

/** A client's name for its request: 8 opaque bytes, as two numbers. */
export interface Cookie {
  readonly high: number
  readonly low: number
}

/** A request without its data. */
export interface Request extends Cookie {
  readonly flags: number
  readonly command: number
  /** Not exact above 2^53, which no image reaches. */
  readonly offset: number
  readonly lengthBytes: number
}

/** A run of an image's bytes for `base:allocation`. */
export interface StatusRun {
  readonly lengthBytes: number
  readonly flags: number
}

/** Undefined when it does not start with the magic. */
export function decodeRequest(bytes: Buffer, at: number): Request | undefined {
  if (bytes.readUInt32BE(at) !== requestMagic) return undefined
  return {
    flags: bytes.readUInt16BE(at + 4),
    command: bytes.readUInt16BE(at + 6),
    high: bytes.readUInt32BE(at + 8),
    low: bytes.readUInt32BE(at + 12),
    offset: bytes.readUInt32BE(at + 16) * 2 ** 32 + bytes.readUInt32BE(at + 20),
    lengthBytes: bytes.readUInt32BE(at + 24),
  }
}

/** @returns the end of what was written */
export function writeSimpleReply(into: Buffer, at: number, cookie: Cookie, error: number): number {
  into.writeUInt32BE(simpleReplyMagic, at)
  into.writeUInt32BE(error, at + 4)
  into.writeUInt32BE(cookie.high, at + 8)
  into.writeUInt32BE(cookie.low, at + 12)
  return at + simpleReplyBytes
}

/** Room that a data chunk needs before its data. */
export const dataChunkBytes = chunkHeaderBytes + 8
export const holeChunkBytes = chunkHeaderBytes + 12

/** The head of a chunk of stored bytes; the bytes follow. @returns where they go */
export function writeDataChunk(
  into: Buffer,
  at: number,
  cookie: Cookie,
  { offset, lengthBytes, isLast }: { offset: number; lengthBytes: number; isLast: boolean },
): number {
  const body = writeChunk(into, at, cookie, { type: chunkType.offsetData, lengthBytes: 8 + lengthBytes, isLast })
  return writeOffset(into, body, offset)
}

/** A run of zeros told by its length. @returns the end of what was written */
export function writeHoleChunk(
  into: Buffer,
  at: number,
  cookie: Cookie,
  { offset, lengthBytes, isLast }: { offset: number; lengthBytes: number; isLast: boolean },
): number {
  const body = writeChunk(into, at, cookie, { type: chunkType.offsetHole, lengthBytes: 12, isLast })
  return into.writeUInt32BE(lengthBytes, writeOffset(into, body, offset))
}

/** The end of a structured reply that says nothing more. */
export function writeDoneChunk(into: Buffer, at: number, cookie: Cookie): number {
  return writeChunk(into, at, cookie, { type: chunkType.none, lengthBytes: 0, isLast: true })
}

/** Room for an error and as much of its message as is sent. */
export function errorChunkBytes(message: Uint8Array): number {
  return chunkHeaderBytes + 6 + message.byteLength
}

/** Ends a structured reply with an error. @param message - UTF-8, for people */
export function writeErrorChunk(into: Buffer, at: number, cookie: Cookie, error: number, message: Uint8Array): number {
  const lengthBytes = 6 + message.byteLength
  const body = writeChunk(into, at, cookie, { type: chunkType.error, lengthBytes, isLast: true })
  into.writeUInt32BE(error, body)
  into.writeUInt16BE(message.byteLength, body + 4)
  into.set(message, body + 6)
  return body + lengthBytes
}

export function statusChunkBytes(runs: readonly StatusRun[]): number {
  return chunkHeaderBytes + 4 + 8 * runs.length
}

export function writeStatusChunk(
  into: Buffer,
  at: number,
  cookie: Cookie,
  { contextId, runs }: { contextId: number; runs: readonly StatusRun[] },
): number {
  const lengthBytes = 4 + 8 * runs.length
  let body = writeChunk(into, at, cookie, { type: chunkType.blockStatus, lengthBytes, isLast: true })
  body = into.writeUInt32BE(contextId, body)
  for (const run of runs) body = into.writeUInt32BE(run.flags, into.writeUInt32BE(run.lengthBytes, body))
  return body
}

/** @returns where the chunk's payload goes */
function writeChunk(
  into: Buffer,
  at: number,
  cookie: Cookie,
  { type, lengthBytes, isLast }: { type: number; lengthBytes: number; isLast: boolean },
): number {
  into.writeUInt32BE(structuredReplyMagic, at)
  into.writeUInt16BE(isLast ? chunkFlag.done : 0, at + 4)
  into.writeUInt16BE(type, at + 6)
  into.writeUInt32BE(cookie.high, at + 8)
  into.writeUInt32BE(cookie.low, at + 12)
  into.writeUInt32BE(lengthBytes, at + 16)
  return at + chunkHeaderBytes
}

function writeOffset(into: Buffer, at: number, offset: number): number {
  into.writeUInt32BE(Math.floor(offset / 2 ** 32), at)
  return into.writeUInt32BE(offset >>> 0, at + 4)
}
