import type { CallOptions, Content } from '#ceph-sim/rbd.ts'
import { contentLength } from '#ceph-sim/rbd.ts'
import type { Wan } from '#kernel/wan/wan.ts'
import type { AgentImageProgress, HubForSite } from '#openstack/site-agent.ts'
import { type Actor, operator } from '../identity/actor.ts'
import { importProperties, storeList } from '../images/image.ts'
import type { ImageService } from '../images/image-service.ts'
import type { ImportService } from '../images/import-service.ts'
import { agentImage } from '../volumes/volume-service.ts'

/** The parts of the hub that its sites use. */
export interface HubServices {
  readonly images: ImageService
  readonly imports: ImportService
  readonly wan: Wan
}

/** What a request or an answer without bulk data weighs on the wire. */
const messageBytes = 512

/**
 * The hub as a site in the same process sees it: every call crosses the site's link.
 *
 * @param site - absent for the hub's own site, which crosses none
 */
export function hubForSite(hub: HubServices, site?: string): HubForSite {
  const across = async <T>(operation: string, call: () => Promise<T>, { signal }: CallOptions): Promise<T> => {
    if (!site) return call()
    const label = { site, class: 'control', operation, bytes: messageBytes } as const
    await hub.wan.message({ ...label, direction: 'up' }, { signal })
    const outcome = await Promise.allSettled([call()])
    await hub.wan.message({ ...label, direction: 'down' }, { signal })
    const [answer] = outcome
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  }
  return {
    downloadImage: async function* (imageId, options = {}) {
      yield* await downloadToSite(hub, operator, { imageId, site }, options)
    },
    copyImageToStore: ({ imageId, store }, options = {}) =>
      across(
        'copy on boot',
        async () => void (await hub.imports.start(operator, imageId, { method: 'copy-image', stores: [store] })),
        options,
      ),
    showImage: (imageId, options = {}) => across('show image', () => progress(hub.images, imageId), options),
  }
}

/**
 * An image's bytes as a site gets them: by HTTP in one stream, every byte across its link, zeros too (O46).
 *
 * @param request.site - absent for a reader who crosses no link
 */
export async function downloadToSite(
  { images, wan }: Pick<HubServices, 'images' | 'wan'>,
  actor: Actor,
  { imageId, site }: { readonly imageId: string; readonly site: string | undefined },
  options: CallOptions,
): Promise<AsyncIterable<Content>> {
  const operation = `download ${imageId}`
  const content = await images.download(actor, imageId, operation, options)
  if (!site) return content
  const { sizeBytes = 0 } = await images.get(actor, imageId)
  return overLink(wan, { site, operation, sizeBytes }, content, options)
}

async function* overLink(
  wan: Wan,
  { site, operation, sizeBytes }: { site: string; operation: string; sizeBytes: number },
  content: AsyncIterable<Content>,
  { signal }: CallOptions,
): AsyncIterable<Content> {
  const oneStream = { roundTripPerChunk: false, chunkLatencyMs: 0, chunkBytes: Math.max(1, sizeBytes) }
  const transfer = wan.startTransfer({
    site,
    direction: 'down',
    class: 'image',
    operation,
    phases: [{ kind: 'data', bytes: sizeBytes, ...oneStream }],
  })
  try {
    for await (const piece of content) {
      await transfer.arrived(piece.offset + contentLength(piece), { signal })
      yield piece
    }
  } finally {
    transfer.cancel()
  }
}

async function progress(images: ImageService, imageId: string): Promise<AgentImageProgress> {
  const image = await images.get(operator, imageId)
  return {
    image: agentImage(image),
    importingToStores: storeList(image.properties[importProperties.importing]),
    failedImport: storeList(image.properties[importProperties.failed]),
  }
}
