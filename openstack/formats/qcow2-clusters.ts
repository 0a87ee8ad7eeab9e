import { constants, inflateRawSync, zstdDecompressSync } from 'node:zlib'
import { CorruptError } from '#kernel/errors/domain-error.ts'

/** Unpacks one compressed cluster; what follows its stream (it is padded to sectors) is ignored. */
export type UnpackCluster = (packed: Buffer, fileOffset: number) => Uint8Array

/**
 * The decompressor of an image, bounded to one cluster of output whatever the stream says.
 *
 * @throws CorruptError when the stream is broken, or yields more or less than a cluster
 */
export function clusterUnpacker(compression: 'zlib' | 'zstd', clusterBytes: number): UnpackCluster {
  const decode = compression === 'zlib' ? inflater(clusterBytes) : zstdDecoder(clusterBytes)
  return (packed, fileOffset) => {
    const cluster = decoded(decode, packed, fileOffset, compression)
    if (cluster.byteLength !== clusterBytes) {
      throw new CorruptError(
        `compressed cluster at offset ${fileOffset} unpacks to ${cluster.byteLength} bytes instead of ${clusterBytes}`,
        { offset: fileOffset },
      )
    }
    return cluster
  }
}

function decoded(decode: (packed: Buffer) => Buffer, packed: Buffer, fileOffset: number, compression: string): Buffer {
  try {
    return decode(packed)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CorruptError(
      `compressed cluster at offset ${fileOffset} is not valid ${compression} data: ${reason}`,
      { offset: fileOffset },
      { cause: error },
    )
  }
}

function inflater(clusterBytes: number): (packed: Buffer) => Buffer {
  const options = {
    // The stream ends before its last sector does; a sync flush does not ask for the end of the input.
    finishFlush: constants.Z_SYNC_FLUSH,
    maxOutputLength: clusterBytes,
    // One output chunk with room to spare, so that zlib is entered once.
    chunkSize: clusterBytes + 64,
  }
  return (packed) => inflateRawSync(packed, options)
}

function zstdDecoder(clusterBytes: number): (packed: Buffer) => Buffer {
  const options = {
    maxOutputLength: clusterBytes,
    chunkSize: clusterBytes + 64,
    // A window larger than the largest cluster buys nothing but memory.
    params: { [constants.ZSTD_d_windowLogMax]: 23 },
  }
  return (packed) => zstdDecompressSync(packed.subarray(0, zstdFrameLength(packed)), options)
}

/**
 * Length of the first zstd frame, found by walking its block headers: Node's decoder refuses bytes after a frame.
 * @see RFC 8878 section 3.1.1
 */
export function zstdFrameLength(packed: Buffer): number {
  if (packed.byteLength < 5 || packed.readUInt32LE(0) !== 0xfd2fb528) throw new RangeError('no zstd frame')
  const descriptor = packed.readUInt8(4)
  const singleSegment = (descriptor & 0x20) !== 0
  const dictionaryIdBytes = [0, 1, 2, 4][descriptor & 3]!
  const contentSizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6]!
  let at = 5 + (singleSegment ? 0 : 1) + dictionaryIdBytes + contentSizeBytes
  for (;;) {
    const block = packed.readUIntLE(at, 3)
    const isLast = (block & 1) === 1
    const isRunLength = ((block >> 1) & 3) === 1
    at += 3 + (isRunLength ? 1 : block >> 3)
    if (isLast) break
  }
  const checksumBytes = descriptor & 4 ? 4 : 0
  if (at + checksumBytes > packed.byteLength) throw new RangeError('the zstd frame is cut short')
  return at + checksumBytes
}
