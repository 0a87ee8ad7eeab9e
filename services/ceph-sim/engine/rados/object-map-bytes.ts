import { objectCountOf } from '../content/striping.ts'
import type { ImageState } from '../state.ts'
import { crc32c, Encoder } from './ceph-encoding.ts'

/** What an object map says of an object: it is not there; written since the last snapshot; unchanged since. */
const exists = 1
const existsClean = 3

/** Bytes of the map that share a checksum. */
const blockBytes = 4096

/**
 * The content of an image's object map, or of a snapshot's: two bits an object, the first in the highest bits of a byte.
 * A snapshot's map is what the head's was when it was taken; the head then counts all that there is as clean.
 *
 * @param epoch - of the image's objects: a snapshot's index, or the head's
 * @see golden/rbd 17; ceph/ceph src/common/bit_vector.hpp
 */
export function objectMapContent(image: ImageState, epoch: number, sizeBytes: number): Buffer {
  const count = objectCountOf(image, sizeBytes)
  const data = Buffer.alloc(Math.ceil(count / 4))
  for (const index of image.objects.touchedAfter(-1, epoch)) {
    if (index >= count || image.objects.lengthOf(index, epoch) === undefined) continue
    const state = image.objects.isDirty(index, epoch) ? exists : existsClean
    const byte = Math.floor(index / 4)
    data[byte] = data[byte]! | (state << (6 - (index % 4) * 2))
  }
  const header = new Encoder().struct(1, 1, (body) => body.u64(count)).bytes()
  const sums = Array.from({ length: Math.ceil(data.byteLength / blockBytes) }, (_, block) =>
    crc32c(data.subarray(block * blockBytes, (block + 1) * blockBytes)),
  )
  const footer = new Encoder().u32(crc32c(header)).u32(sums.length)
  for (const sum of sums) footer.u32(sum)
  return new Encoder().blob(header).raw(data).blob(footer.bytes()).bytes()
}
