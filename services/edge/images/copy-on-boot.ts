import { ConflictError, InvalidArgumentError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { ImageUnacceptableError } from '#openstack/drivers/nova-rbd.ts'
import type { AgentImage, HubForSite } from '#openstack/site-agent.ts'

export interface CopyOnBootOptions {
  /** `images_rbd_glance_store_name`. */
  readonly store: string
  /** `images_rbd_glance_copy_poll_interval`; default 15 s. */
  readonly pollIntervalMs?: number | undefined
  /** `images_rbd_glance_copy_timeout`; default 600 s. */
  readonly timeoutMs?: number | undefined
}

/**
 * Nova's answer to an image that is not at its site: asks Glance to copy it into the site's store and looks every 15 s,
 * for up to 600 s, whether it has arrived.
 *
 * @returns the image with its new locations
 * @throws ImageUnacceptableError when the copy was refused, failed, or took too long (it then goes on without us)
 * @see openstack/nova nova/virt/libvirt/imagebackend.py, Rbd.copy_to_store
 */
export async function copyToSite(
  { clock, hub }: { readonly clock: Clock; readonly hub: HubForSite },
  image: AgentImage,
  { store, pollIntervalMs = 15_000, timeoutMs = 600_000 }: CopyOnBootOptions,
  signal: AbortSignal,
): Promise<AgentImage> {
  if (!hub.copyImageToStore || !hub.showImage) throw new UnsupportedError('this site cannot ask for copies of images')
  try {
    await hub.copyImageToStore({ imageId: image.id, store }, { signal })
  } catch (error) {
    if (error instanceof ConflictError) {
      throw new ImageUnacceptableError(image.id, `Import of image ${image.id} refused: ${error.message}`)
    }
    // A bad request means that somebody else's copy came first: wait for that one.
    if (!(error instanceof InvalidArgumentError)) throw error
  }
  const giveUpAt = clock.now() + timeoutMs
  for (;;) {
    const { image: current, importingToStores, failedImport } = await hub.showImage(image.id, { signal })
    // Upstream asks whether the store's name is a part of the comma-separated list, so `dcn1` also finds `dcn10`.
    if (failedImport.join(',').includes(store)) {
      throw new ImageUnacceptableError(image.id, `Copy to store ${store} unsuccessful because: failed import`)
    }
    if (!importingToStores.join(',').includes(store)) return current
    if (clock.now() >= giveUpAt) throw new ImageUnacceptableError(image.id, `Copy to store ${store} timed out`)
    await clock.sleep(pollIntervalMs, { signal })
  }
}
