import type { ByteRange } from '../../rbd.ts'
import type { ImageState } from '../state.ts'
import type { ObjectRange } from './cleared-ranges.ts'
import { assertWithin, forEachStoredObject } from './plan-io.ts'
import { objectOffset } from './striping.ts'

/**
 * What `rbd_write_zeroes` of a range comes to, object by object: a discard to the byte.
 *
 * @throws InvalidArgumentError (EINVAL) for a range that is not within the image
 * @see ceph/ceph src/librbd/api/Io.cc, aio_write_zeroes
 */
export function freedRanges(image: ImageState, range: ByteRange): ObjectRange[] {
  assertWithin(image, range)
  const to = range.offset + range.lengthBytes
  const found: ObjectRange[] = []
  forEachStoredObject(image, range.offset, to, (index) => {
    const start = objectOffset(image, index, range.offset)
    const end = objectOffset(image, index, to)
    if (start < end) found.push({ index, start, end })
  })
  return found
}
