import type { ByteRange, Content } from '#ceph-sim/rbd.ts'
import type { ByteSource } from './byte-source.ts'
import { checkedRange, type DiskImage, type Segment, segmentRuns } from './segments.ts'

/** A raw file as a disk image: what it holds is what the guest sees; zeros are found by looking. */
export function openRaw(source: ByteSource): DiskImage {
  const virtualSizeBytes = source.sizeBytes
  return {
    virtualSizeBytes,
    runs: (range = { offset: 0, lengthBytes: virtualSizeBytes }): AsyncIterable<Content> =>
      segmentRuns(source, wholeRange(checkedRange(range, { virtualSizeBytes })), 'raw data'),
  }
}

async function* wholeRange(range: ByteRange): AsyncGenerator<Iterable<Segment>> {
  yield [{ kind: 'stored', ...range, fileOffset: range.offset }]
}
