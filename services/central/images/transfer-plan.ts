import type { ByteRange } from '#ceph-sim/rbd.ts'
import { MiB } from '#kernel/units/bytes.ts'
import type { TransferPhase } from '#kernel/wan/wan.ts'

/** Glance moves RBD data in chunks of `rbd_store_chunk_size`, one after another. */
export const glanceChunkBytes = 8 * MiB

/** How long a cluster takes for one chunk beside the wire: `t_osd` of requirements 2.6. */
const storageMsPerChunk = 5

/** What a copy of an image will put on the wire, chunk by chunk. */
export interface TransferPlan {
  readonly phases: readonly TransferPhase[]
  readonly totalBytes: number
  /** How many bytes cross the wire for the image's bytes before `offset`. */
  wireBytesBefore(offset: number): number
}

/** Writing to a remote RBD image without thin provisioning: every byte crosses, zeros too (O35). */
export function denseWritePlan(sizeBytes: number): TransferPlan {
  return plan([{ offset: 0, lengthBytes: sizeBytes }], sizeBytes, { holesWait: false })
}

/**
 * Writing with `rbd_thin_provisioning`: chunks without data are not sent (O18), chunks with some are sent whole.
 * @param runs - where the image has data
 */
export function thinWritePlan(sizeBytes: number, runs: readonly ByteRange[]): TransferPlan {
  const chunks = new Set(runs.flatMap((run) => chunksOf(run)))
  const sent = [...chunks]
    .sort((a, b) => a - b)
    .map((chunk) => {
      const offset = chunk * glanceChunkBytes
      return { offset, lengthBytes: Math.min(glanceChunkBytes, sizeBytes - offset) }
    })
  return plan(sent, sizeBytes, { holesWait: false })
}

/**
 * Reading a remote RBD image: only allocated ranges cross, but a chunk without any still waits its round trip (O35).
 * @param extents - where the image has stored bytes
 */
export function sparseReadPlan(sizeBytes: number, extents: readonly ByteRange[]): TransferPlan {
  return plan(extents, sizeBytes, { holesWait: true })
}

function plan(sent: readonly ByteRange[], sizeBytes: number, { holesWait }: { holesWait: boolean }): TransferPlan {
  const perChunk = new Array<number>(Math.ceil(sizeBytes / glanceChunkBytes)).fill(0)
  for (const range of sent) {
    for (const chunk of chunksOf(range)) perChunk[chunk]! += overlapBytes(range, chunk)
  }
  return {
    phases: phasesOf(holesWait ? perChunk : perChunk.filter((bytes) => bytes > 0)),
    totalBytes: perChunk.reduce((sum, bytes) => sum + bytes, 0),
    wireBytesBefore: wireBytes(sent),
  }
}

/** Runs of equal chunks become one phase. */
function phasesOf(perChunk: readonly number[]): TransferPhase[] {
  const phases: TransferPhase[] = []
  for (let first = 0, next = 0; first < perChunk.length; first = next) {
    const bytes = perChunk[first]!
    while (next < perChunk.length && perChunk[next] === bytes) next++
    phases.push(
      bytes === 0
        ? { kind: 'hole', chunks: next - first, chunkLatencyMs: storageMsPerChunk }
        : {
            kind: 'data',
            bytes: bytes * (next - first),
            chunkBytes: bytes,
            roundTripPerChunk: true,
            chunkLatencyMs: storageMsPerChunk,
          },
    )
  }
  return phases
}

/** Sums the ranges up to an offset; made for offsets that only grow. */
function wireBytes(ranges: readonly ByteRange[]): (offset: number) => number {
  let index = 0
  let before = 0
  return (offset) => {
    while (index < ranges.length && ranges[index]!.offset + ranges[index]!.lengthBytes <= offset) {
      before += ranges[index++]!.lengthBytes
    }
    const current = ranges[index]
    return current && current.offset < offset ? before + offset - current.offset : before
  }
}

function chunksOf({ offset, lengthBytes }: ByteRange): number[] {
  if (lengthBytes === 0) return []
  const first = Math.floor(offset / glanceChunkBytes)
  const last = Math.floor((offset + lengthBytes - 1) / glanceChunkBytes)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function overlapBytes({ offset, lengthBytes }: ByteRange, chunk: number): number {
  const start = Math.max(offset, chunk * glanceChunkBytes)
  const end = Math.min(offset + lengthBytes, (chunk + 1) * glanceChunkBytes)
  return end - start
}
