/**
 * The words of the NBD protocol (fixed newstyle, structured replies, `base:allocation`): numbers only. All integers on
 * the wire are big-endian.
 *
 * @see NetworkBlockDevice/nbd doc/proto.md
 */

/** `NBDMAGIC` */
export const serverMagic = 0x4e42444d41474943n
/** `IHAVEOPT` */
export const optionMagic = 0x49484156454f5054n
export const optionReplyMagic = 0x0003e889045565a9n
export const requestMagic = 0x25609513
export const simpleReplyMagic = 0x67446698
export const structuredReplyMagic = 0x668e33ef

/** Both directions of the handshake flags have these two bits. */
export const handshakeFlag = { fixedNewstyle: 1, noZeroes: 2 } as const

export const option = {
  exportName: 1,
  abort: 2,
  list: 3,
  startTls: 5,
  info: 6,
  go: 7,
  structuredReply: 8,
  listMetaContext: 9,
  setMetaContext: 10,
} as const

const errorBit = 2 ** 31
export const optionReply = {
  ack: 1,
  server: 2,
  info: 3,
  metaContext: 4,
  errorUnsupported: errorBit + 1,
  errorPolicy: errorBit + 2,
  errorInvalid: errorBit + 3,
  errorUnknown: errorBit + 6,
  errorShutdown: errorBit + 7,
  errorTlsRequired: errorBit + 5,
  errorTooBig: errorBit + 9,
} as const

export const infoType = { export: 0, name: 1, description: 2, blockSize: 3 } as const

export const transmissionFlag = {
  hasFlags: 1 << 0,
  readOnly: 1 << 1,
  sendFlush: 1 << 2,
  sendFua: 1 << 3,
  sendTrim: 1 << 5,
  sendWriteZeroes: 1 << 6,
  sendDf: 1 << 7,
  canMultiConn: 1 << 8,
  sendCache: 1 << 10,
  sendFastZero: 1 << 11,
} as const

export const command = {
  read: 0,
  write: 1,
  disconnect: 2,
  flush: 3,
  trim: 4,
  cache: 5,
  writeZeroes: 6,
  blockStatus: 7,
} as const

export const commandFlag = {
  /** Durable before the reply. */
  fua: 1 << 0,
  /** What is zeroed stays allocated. */
  noHole: 1 << 1,
  /** The answer to a read is one chunk. */
  df: 1 << 2,
  /** One extent is enough. */
  reqOne: 1 << 3,
  /** Fail at once rather than write zeros slowly. */
  fastZero: 1 << 4,
} as const

export const chunkFlag = { done: 1 } as const
const errorChunk = 2 ** 15
export const chunkType = {
  none: 0,
  offsetData: 1,
  offsetHole: 2,
  blockStatus: 5,
  error: errorChunk + 1,
} as const

/** `base:allocation`: bits of an extent. */
export const allocation = { hole: 1, zero: 2 } as const
export const allocationContext = 'base:allocation'

/** The errors of the protocol, by Linux' names and numbers. */
export const nbdErrno = {
  EPERM: 1,
  EIO: 5,
  ENOMEM: 12,
  EINVAL: 22,
  ENOSPC: 28,
  EOVERFLOW: 75,
  ENOTSUP: 95,
  ESHUTDOWN: 108,
} as const
export type NbdErrno = (typeof nbdErrno)[keyof typeof nbdErrno]

export const requestBytes = 28
export const simpleReplyBytes = 16
export const chunkHeaderBytes = 20
/** Option number and length behind the magic. */
export const optionHeaderBytes = 16

/** The longest name or query that the protocol allows, in bytes. */
export const maxStringBytes = 4096
/** The largest data of a read or a write: what clients assume who do not ask. */
export const maxPayloadBytes = 32 * 1024 ** 2
