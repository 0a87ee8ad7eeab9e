import { handshakeFlag, infoType, maxStringBytes, optionMagic, optionReplyMagic, serverMagic } from './protocol.ts'

/** One option of the handshake, without its data. */
export interface OptionHeader {
  readonly number: number
  readonly lengthBytes: number
}

/** What an INFO or GO option asks for. */
export interface InfoRequest {
  readonly name: string
  readonly infos: readonly number[]
}

/** What a LIST_META_CONTEXT or SET_META_CONTEXT option asks for. */
export interface MetaContextRequest {
  readonly name: string
  readonly queries: readonly string[]
}

/** What a server says first. */
export function encodeGreeting(): Buffer {
  const bytes = Buffer.alloc(18)
  bytes.writeBigUInt64BE(serverMagic, 0)
  bytes.writeBigUInt64BE(optionMagic, 8)
  bytes.writeUInt16BE(handshakeFlag.fixedNewstyle | handshakeFlag.noZeroes, 16)
  return bytes
}

/** Undefined when it does not start with the magic. @param bytes - `optionHeaderBytes` */
export function decodeOptionHeader(bytes: Buffer): OptionHeader | undefined {
  if (bytes.readBigUInt64BE(0) !== optionMagic) return undefined
  return { number: bytes.readUInt32BE(8), lengthBytes: bytes.readUInt32BE(12) }
}

export function encodeOptionReply(optionNumber: number, replyType: number, data: Uint8Array = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.allocUnsafe(20 + data.byteLength)
  bytes.writeBigUInt64BE(optionReplyMagic, 0)
  bytes.writeUInt32BE(optionNumber, 8)
  bytes.writeUInt32BE(replyType, 12)
  bytes.writeUInt32BE(data.byteLength, 16)
  bytes.set(data, 20)
  return bytes
}

/** The answer to EXPORT_NAME, which ends the handshake. @param withZeroes - for clients that did not decline them */
export function encodeExportNameReply(
  sizeBytes: number,
  transmissionFlags: number,
  { withZeroes }: { withZeroes: boolean },
): Buffer {
  const bytes = Buffer.alloc(withZeroes ? 134 : 10)
  bytes.writeBigUInt64BE(BigInt(sizeBytes), 0)
  bytes.writeUInt16BE(transmissionFlags, 8)
  return bytes
}

/** An entry of LIST. */
export function encodeServer(name: string): Buffer {
  return Buffer.concat([uint32(Buffer.byteLength(name)), Buffer.from(name)])
}

export function encodeExportInfo(sizeBytes: number, transmissionFlags: number): Buffer {
  const bytes = Buffer.allocUnsafe(12)
  bytes.writeUInt16BE(infoType.export, 0)
  bytes.writeBigUInt64BE(BigInt(sizeBytes), 2)
  bytes.writeUInt16BE(transmissionFlags, 10)
  return bytes
}

export function encodeTextInfo(type: number, text: string): Buffer {
  return Buffer.concat([uint16(type), Buffer.from(text)])
}

export function encodeBlockSizeInfo(sizes: { minimum: number; preferred: number; maximum: number }): Buffer {
  const { minimum, preferred, maximum } = sizes
  return Buffer.concat([uint16(infoType.blockSize), uint32(minimum), uint32(preferred), uint32(maximum)])
}

export function encodeMetaContext(id: number, name: string): Buffer {
  return Buffer.concat([uint32(id), Buffer.from(name)])
}

/** Undefined when the data is not of the option's form. */
export function decodeInfoRequest(data: Buffer): InfoRequest | undefined {
  const name = decodeString(data, 0)
  if (name === undefined) return undefined
  const at = name.end
  if (data.byteLength < at + 2) return undefined
  const count = data.readUInt16BE(at)
  if (data.byteLength !== at + 2 + 2 * count) return undefined
  return { name: name.text, infos: Array.from({ length: count }, (_, i) => data.readUInt16BE(at + 2 + 2 * i)) }
}

/** Undefined when the data is not of the option's form. */
export function decodeMetaContextRequest(data: Buffer): MetaContextRequest | undefined {
  const name = decodeString(data, 0)
  if (name === undefined || data.byteLength < name.end + 4) return undefined
  const count = data.readUInt32BE(name.end)
  const queries: string[] = []
  let at = name.end + 4
  for (let i = 0; i < count; i++) {
    const query = decodeString(data, at)
    if (query === undefined) return undefined
    queries.push(query.text)
    at = query.end
  }
  return at === data.byteLength ? { name: name.text, queries } : undefined
}

function decodeString(data: Buffer, at: number): { text: string; end: number } | undefined {
  if (data.byteLength < at + 4) return undefined
  const length = data.readUInt32BE(at)
  const end = at + 4 + length
  if (length > maxStringBytes || end > data.byteLength) return undefined
  return { text: data.toString('utf8', at + 4, end), end }
}

function uint16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4)
  bytes.writeUInt32BE(value)
  return bytes
}
