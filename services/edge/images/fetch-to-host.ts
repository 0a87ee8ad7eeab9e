import { type Content, contentLength } from '#ceph-sim/rbd.ts'
import { CorruptError, InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import { ImageUnacceptableError } from '#openstack/drivers/nova-rbd.ts'
import { throwIfAborted } from '#openstack/drivers/piece-reader.ts'
import { openAsRaw } from '#openstack/formats/convert.ts'
import { checkSafety } from '#openstack/formats/safety.ts'
import type { AgentImage, HubForSite } from '#openstack/site-agent.ts'
import type { HostDisk } from '../cache/host-disk.ts'

export interface FetchDeps {
  readonly random: Random
  readonly hub: HubForSite
  readonly hostDisk: HostDisk
}

/** The image is not at the hub, or nowhere that the hub can read. */
export class ImageNotFoundError extends NotFoundError {
  constructor(imageId: string, options?: ErrorOptions) {
    super(`Image ${imageId} could not be found.`, { reason: 'image_not_found', image: imageId }, options)
  }
}

/** Ends the names of files that are being written; a crash may leave one. */
export const partSuffix = '.part'

/**
 * Downloads an image from the hub into a file of a host as raw bytes, converted if it is in another format. The file
 * gets its name when it is whole; nothing stays behind otherwise.
 *
 * @throws ImageNotFoundError; ImageUnacceptableError when the content is not what its format says; CorruptError when
 * the hub sent another number of bytes than the image has; NoSpaceError
 */
export async function fetchRaw(deps: FetchDeps, image: AgentImage, path: string, signal: AbortSignal): Promise<void> {
  const { hostDisk } = deps
  const part = partOf(deps, path)
  try {
    await fill(hostDisk, part, download(deps.hub, image, signal))
    if (isRaw(image)) return await hostDisk.rename(part, path)
    await openDownloaded(deps, image, part, async (disk) => {
      const converted = partOf(deps, path)
      await fill(hostDisk, converted, disk.pieces)
      await hostDisk.rename(converted, path)
    })
    await hostDisk.remove(part)
  } catch (error) {
    await hostDisk.remove(part)
    throw error
  }
}

/**
 * Hands the raw content of an image at the hub to `use`. Raw images stream through; others are kept on the host's disk
 * meanwhile, because their formats are not read in order.
 * @throws as `fetchRaw`
 */
export async function withRawContent<T>(
  deps: FetchDeps,
  image: AgentImage,
  spool: { readonly path: string; readonly signal: AbortSignal },
  use: (content: RawContent) => Promise<T>,
): Promise<T> {
  const pieces = download(deps.hub, image, spool.signal)
  if (isRaw(image)) return use({ rawBytes: image.sizeBytes, pieces })
  const part = partOf(deps, spool.path)
  try {
    await fill(deps.hostDisk, part, pieces)
    return await openDownloaded(deps, image, part, use)
  } finally {
    await deps.hostDisk.remove(part)
  }
}

export interface RawContent {
  readonly rawBytes: number
  readonly pieces: AsyncIterable<Content>
}

const isRaw = ({ diskFormat }: AgentImage) => diskFormat === 'raw' || diskFormat === 'iso'

/** Unique, so that an attempt that is still cleaning up and its successor do not meet. */
const partOf = ({ random }: FetchDeps, path: string) => `${path}.${random.uuid().slice(0, 8)}${partSuffix}`

async function* download(hub: HubForSite, image: AgentImage, signal: AbortSignal): AsyncGenerator<Content> {
  let gotBytes = 0
  try {
    for await (const piece of hub.downloadImage(image.id, { signal })) {
      throwIfAborted(signal)
      gotBytes += contentLength(piece)
      yield piece
    }
  } catch (error) {
    if (error instanceof NotFoundError) throw new ImageNotFoundError(image.id, { cause: error })
    throw error
  }
  throwIfAborted(signal)
  if (gotBytes === image.sizeBytes) return
  const details = { image: image.id, expectedBytes: image.sizeBytes, gotBytes }
  throw new CorruptError(`Corrupt image download: expected ${image.sizeBytes} bytes, got ${gotBytes}`, details)
}

async function fill(hostDisk: HostDisk, path: string, pieces: AsyncIterable<Content>): Promise<void> {
  const writer = await hostDisk.create(path)
  try {
    for await (const piece of pieces) await writer.append(piece)
    await writer.close()
  } catch (error) {
    await writer.discard()
    throw error
  }
}

async function openDownloaded<T>(
  { hostDisk }: FetchDeps,
  image: AgentImage,
  path: string,
  use: (content: RawContent) => Promise<T>,
): Promise<T> {
  const source = await hostDisk.open(path)
  try {
    await checkSafety(source, image.diskFormat).catch((error: unknown) => {
      if (error instanceof InvalidArgumentError) throw new ImageUnacceptableError(image.id, error.message)
      throw error
    })
    const disk = await openAsRaw(source, image.diskFormat)
    return await use({ rawBytes: disk.virtualSizeBytes, pieces: disk.runs() })
  } finally {
    await source.close()
  }
}
