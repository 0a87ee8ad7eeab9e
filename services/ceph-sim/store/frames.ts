import { crc32 } from 'node:zlib'

/**
 * Records in a file, each with a check of its own:
 *
 *     0  magic 'DCNR'      4  payload length, le32     8  sequence number, le double
 *    16  durable offset, le double                     24  generation, le32      28  crc32 of 0..27 and the payload
 *    32  payload: JSON
 *
 * The durable offset says how far the file was known to be synced when the record was written. So a record that still
 * reads well proves that any damage before that offset is not a torn tail but corruption.
 */
export interface Frame {
  readonly offset: number
  readonly end: number
  readonly sequence: number
  readonly durableTo: number
  readonly payload: Buffer
}

export const frameHeaderBytes = 32
const magic = Buffer.from('DCNR')
const maxPayloadBytes = 2 ** 26

export function encodeFrame(
  payload: string,
  { sequence, durableTo, generation }: { sequence: number; durableTo: number; generation: number },
): Buffer {
  const length = Buffer.byteLength(payload)
  const frame = Buffer.allocUnsafe(frameHeaderBytes + length)
  frame.set(magic, 0)
  frame.writeUInt32LE(length, 4)
  frame.writeDoubleLE(sequence, 8)
  frame.writeDoubleLE(durableTo, 16)
  frame.writeUInt32LE(generation, 24)
  frame.write(payload, frameHeaderBytes)
  frame.writeUInt32LE(checksum(frame, 0, length), 28)
  return frame
}

/** The frame at `offset`, or undefined if there is no good one. */
export function frameAt(bytes: Buffer, offset: number, generation: number): Frame | undefined {
  if (offset + frameHeaderBytes > bytes.byteLength) return undefined
  if (bytes.compare(magic, 0, magic.byteLength, offset, offset + magic.byteLength) !== 0) return undefined
  const length = bytes.readUInt32LE(offset + 4)
  const end = offset + frameHeaderBytes + length
  if (length > maxPayloadBytes || end > bytes.byteLength) return undefined
  if (bytes.readUInt32LE(offset + 24) !== generation) return undefined
  if (bytes.readUInt32LE(offset + 28) !== checksum(bytes, offset, length)) return undefined
  return {
    offset,
    end,
    sequence: bytes.readDoubleLE(offset + 8),
    durableTo: bytes.readDoubleLE(offset + 16),
    payload: bytes.subarray(offset + frameHeaderBytes, end),
  }
}

/** Good frames from `from` on, one at a time: a checkpoint may have very many. */
export function* goodFrames(bytes: Buffer, generation: number, from = 0): Generator<Frame> {
  let end = from
  for (let sequence = 0; ; sequence++) {
    const frame = frameAt(bytes, end, generation)
    if (frame === undefined || frame.sequence !== sequence) return
    yield frame
    end = frame.end
  }
}

/** All of them, and where they stop. */
export function readFrames(bytes: Buffer, generation: number, from = 0): { frames: Frame[]; end: number } {
  const frames = [...goodFrames(bytes, generation, from)]
  return { frames, end: frames.at(-1)?.end ?? from }
}

/** Good frames that lie anywhere after `from`, with gaps or not. */
export function* framesAfter(bytes: Buffer, from: number, generation: number): Generator<Frame> {
  let offset = bytes.indexOf(magic, from)
  while (offset >= 0) {
    const frame = frameAt(bytes, offset, generation)
    if (frame) yield frame
    offset = bytes.indexOf(magic, frame?.end ?? offset + 1)
  }
}

function checksum(bytes: Buffer, offset: number, payloadLength: number): number {
  const head = crc32(bytes.subarray(offset, offset + 28))
  return crc32(bytes.subarray(offset + frameHeaderBytes, offset + frameHeaderBytes + payloadLength), head)
}
