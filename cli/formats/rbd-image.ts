import { type ByteSource, expectBanner, number64, tagged, text32 } from './byte-source.ts'

/**
 * What `rbd export --export-format 2` writes: the image's layout and metadata, then one diff (`rbd-diff.ts`, version 2)
 * for each snapshot, oldest first, and one for the head.
 *
 * ```
 * "rbd image v2\n"
 * O 8 NUMBER   order                    T 8 NUMBER   features, as bits
 * U 8 NUMBER   stripe unit              C 8 NUMBER   stripe count
 * M NUMBER TEXT TEXT   a key of the image's metadata and its value, any number of times
 * E
 * "rbd image diffs v2\n"
 * NUMBER   how many diffs follow
 * ```
 *
 * @see https://docs.ceph.com/en/pacific/dev/rbd-export/ and golden/rbd 07
 */
export interface ImageHeader {
  readonly order: number
  /** The bits of the features. */
  readonly features: number
  readonly stripeUnitBytes: number
  readonly stripeCount: number
  readonly metadata: ReadonlyMap<string, string>
}

const banner = 'rbd image v2\n'
const diffsBanner = 'rbd image diffs v2\n'

export function encodeImageHeader(header: ImageHeader): Buffer {
  const number = (tag: string, value: number) => [tagged(tag), number64(8), number64(value)]
  const metadata = [...header.metadata].sort(([a], [b]) => (a < b ? -1 : 1))
  return Buffer.concat([
    tagged(banner),
    ...number('O', header.order),
    ...number('T', header.features),
    ...number('U', header.stripeUnitBytes),
    ...number('C', header.stripeCount),
    ...metadata.flatMap(([key, value]) => {
      const pair = Buffer.concat([text32(key), text32(value)])
      return [tagged('M'), number64(pair.byteLength), pair]
    }),
    tagged('E'),
  ])
}

export function encodeDiffCount(count: number): Buffer {
  return Buffer.concat([tagged(diffsBanner), number64(count)])
}

/**
 * Reads the header. What the stream leaves out is absent.
 *
 * @param onUnknown - told of tags that nobody knows, which are skipped
 * @throws BadStream (EINVAL, EDOM)
 */
export async function readImageHeader(
  source: ByteSource,
  onUnknown: (tag: number) => void,
): Promise<Partial<Omit<ImageHeader, 'metadata'>> & Pick<ImageHeader, 'metadata'>> {
  await expectBanner(source, banner)
  const metadata = new Map<string, string>()
  const numbers: Record<string, number> = {}
  for (;;) {
    const tag = await source.byte('tag')
    const letter = String.fromCharCode(tag)
    if (letter === 'E') break
    const lengthBytes = await source.number('tag length')
    if ('OTUC'.includes(letter)) numbers[letter] = await source.number('image option')
    else if (letter === 'M') {
      const key = await source.string(lengthBytes, 'metadata key')
      metadata.set(key, await source.string(lengthBytes, 'metadata value'))
    } else {
      onUnknown(tag)
      await source.skip(lengthBytes, 'skipped tag data')
    }
  }
  const { O: order, T: features, U: stripeUnitBytes, C: stripeCount } = numbers
  return {
    metadata,
    ...(order !== undefined && { order }),
    ...(features !== undefined && { features }),
    ...(stripeUnitBytes !== undefined && { stripeUnitBytes }),
    ...(stripeCount !== undefined && { stripeCount }),
  }
}

export async function readDiffCount(source: ByteSource): Promise<number> {
  await expectBanner(source, diffsBanner)
  return source.number('diff count')
}
