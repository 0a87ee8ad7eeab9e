import { type Content, contentLength } from '#ceph-sim/rbd.ts'
import { inspectImage } from '#openstack/formats/inspect.ts'
import type { GlanceImage } from './image.ts'

/** Passes content on and keeps its first bytes: enough to tell what format it has. */
export class HeadOf implements AsyncIterable<Content> {
  readonly #content: AsyncIterable<Content>
  readonly head = Buffer.alloc(256 * 1024)

  constructor(content: AsyncIterable<Content>) {
    this.#content = content
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Content> {
    for await (const piece of this.#content) {
      if (piece.kind === 'data' && piece.offset < this.head.byteLength)
        this.head.set(clipped(piece, this.head.byteLength), piece.offset)
      yield piece
    }
  }
}

function clipped(piece: Extract<Content, { kind: 'data' }>, limit: number): Uint8Array {
  return piece.bytes.subarray(0, Math.min(contentLength(piece), limit - piece.offset))
}

/** Glance sniffs uploaded data only for its virtual size; a wrong claim is accepted and leaves it unknown. */
export async function virtualSize(
  image: GlanceImage,
  { head }: HeadOf,
  sizeBytes: number,
): Promise<number | undefined> {
  if (sizeBytes === 0) return undefined
  if (image.diskFormat === 'raw') return sizeBytes
  const visible = Math.min(head.byteLength, sizeBytes)
  const source = {
    sizeBytes,
    read: async (offset: number, lengthBytes: number) => head.subarray(offset, Math.min(offset + lengthBytes, visible)),
  }
  try {
    const inspected = await inspectImage(source)
    return inspected.format === image.diskFormat ? inspected.virtualSizeBytes : undefined
  } catch {
    return undefined
  }
}
