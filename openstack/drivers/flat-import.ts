import type { CallOptions, Content, ContentSource, Rbd, RbdImageSpec } from '#ceph-sim/rbd.ts'
import { CorruptError } from '#kernel/errors/domain-error.ts'
import { splitZeros } from '../formats/zero-runs.ts'
import { makeImage } from './new-image.ts'
import { PieceReader } from './piece-reader.ts'
import { undoOnFailure } from './undo-stack.ts'

export interface FlatImportRequest {
  readonly image: RbdImageSpec
  readonly sizeBytes: number
  /** Contiguous from 0 and exactly `sizeBytes` long. */
  readonly pieces: ContentSource
  /** Default 22 (4 MiB objects). */
  readonly order?: number
}

/**
 * `rbd import`: a new image without a parent. Runs of zeros of 4 KiB (`--sparse-size`) take no space, whether they come
 * as holes or as bytes. What was made is removed when the import fails.
 *
 * @throws AlreadyExistsError, NoSpaceError; CorruptError when the content is shorter or longer than announced
 */
export async function importFlat(rbd: Rbd, request: FlatImportRequest, { signal }: CallOptions = {}): Promise<void> {
  const { image, sizeBytes, pieces, order = 22 } = request
  const reader = new PieceReader(pieces, signal)
  try {
    await undoOnFailure(async (undo) => {
      await makeImage(rbd, image, undo, () => rbd.createImage(image, { sizeBytes, order, signal }), { signal })
      await rbd.write(image, nonZero(reader, sizeBytes), { signal })
      const rest = await reader.peek()
      if (rest || reader.offset !== sizeBytes) throw wrongLength(sizeBytes, reader.offset, rest !== undefined)
    })
  } catch (error) {
    throw reader.failure?.error ?? error
  } finally {
    await reader.close()
  }
}

function wrongLength(expectedBytes: number, readBytes: number, more: boolean): CorruptError {
  return new CorruptError(`expected ${expectedBytes} bytes, got ${more ? 'more' : readBytes}`, { expectedBytes })
}

/** The parts of the content that are worth storing: runs of 4 KiB blocks that are not all zero. */
async function* nonZero(reader: PieceReader, endOffset: number): AsyncGenerator<Content> {
  while (reader.offset < endOffset) {
    const piece = await reader.take(endOffset)
    if (!piece) return
    if (piece.kind === 'zero') continue
    for (const run of splitZeros(piece.bytes, piece.offset)) if (run.kind === 'data') yield run
  }
}
