import type { RbdImageSpec } from '#ceph-sim/rbd.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { ImageUnacceptableError, type NovaRbdDriver } from '#openstack/drivers/nova-rbd.ts'
import type { AgentImage, HubForSite } from '#openstack/site-agent.ts'
import type { ComputeLog } from '../agent/compute-log.ts'
import type { ImageCache } from '../cache/image-cache.ts'
import { type CopyOnBootOptions, copyToSite } from '../images/copy-on-boot.ts'

export interface RootDiskDeps {
  readonly clock: Clock
  readonly hub: HubForSite
  readonly driver: NovaRbdDriver
  readonly cache: ImageCache
  readonly log: ComputeLog
  /** `[workarounds]/never_download_image_if_on_rbd` */
  readonly neverDownload: boolean
  readonly copyOnBoot: CopyOnBootOptions | undefined
}
export interface RootDiskRequest {
  readonly serverId: string
  readonly host: string
  readonly image: AgentImage
}

/**
 * Makes a server's root disk from an image: a clone when the image is in this cluster. Otherwise, in Nova's order: a
 * copy into this site's store and then a clone, where that is set; refusal, where downloads are forbidden; and last a
 * download to the host and a flat copy of it. A host that has downloaded the image once goes on making flat copies even
 * when the image has come to the site meanwhile.
 *
 * @throws ImageUnacceptableError when it may not or cannot be made; nothing is left behind
 * @see openstack/nova nova/virt/libvirt/driver.py, _create_and_inject_local_root; imagebackend.py, Rbd.create_image
 */
export async function makeRootDisk(
  deps: RootDiskDeps,
  request: RootDiskRequest,
  signal: AbortSignal,
): Promise<RbdImageSpec> {
  const { cache, driver, log } = deps
  const { serverId, host, image } = request
  let cached = await cache.find(host, image.id)
  if (!cached) {
    try {
      return await cloneHere(deps, request, signal)
    } catch (error) {
      if (!(error instanceof ImageUnacceptableError)) throw error
      if (deps.neverDownload) {
        log.append(host, {
          level: 'WARNING',
          logger: 'nova.virt.libvirt.driver',
          message: `Image ${image.id} is not on my ceph and [workarounds]/never_download_image_if_on_rbd=True; refusing to fetch and upload.`,
        })
        throw error
      }
    }
    cached = await cache.fetch(host, image, signal)
  }
  const content = { sizeBytes: cached.sizeBytes, pieces: cached.content({ signal }) }
  const disk = await driver.importRootDisk(serverId, content, { signal })
  cache.addUser(cached.path, serverId)
  return disk
}

/** Clones; where the site copies on boot, an image that is not here is copied here first. */
async function cloneHere(
  deps: RootDiskDeps,
  { serverId, image }: RootDiskRequest,
  signal: AbortSignal,
): Promise<RbdImageSpec> {
  const { driver, copyOnBoot } = deps
  try {
    return await driver.cloneRootDisk(serverId, image, { signal })
  } catch (error) {
    if (!(error instanceof ImageUnacceptableError) || !copyOnBoot || image.diskFormat !== 'raw') throw error
  }
  return driver.cloneRootDisk(serverId, await copyToSite(deps, image, copyOnBoot, signal), { signal })
}
