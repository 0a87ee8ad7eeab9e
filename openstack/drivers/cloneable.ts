import type { CallOptions, Rbd, RbdSnapshotSpec } from '#ceph-sim/rbd.ts'
import { ForbiddenError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { AgentImage } from '../site-agent.ts'
import { parseFullLocationUrl } from './location-url.ts'

export interface CloneParent {
  readonly snapshot: RbdSnapshotSpec
  readonly sizeBytes: number
  readonly order: number
  readonly url: string
}

export interface CloneSearch {
  readonly rbd: Rbd
  /** The cluster that `rbd` speaks to. */
  readonly fsid: string
  readonly debug: (message: string) => void
}

/**
 * The first location of an image that this cluster can clone from: a full URL with this cluster's fsid, disk format
 * exactly `raw`, and a snapshot that opens. Nova and Cinder have the same rule.
 *
 * @see openstack/nova nova/storage/rbd_utils.py, is_cloneable; openstack/cinder cinder/volume/drivers/rbd.py
 */
export async function findCloneable(
  { rbd, fsid, debug }: CloneSearch,
  image: AgentImage,
  options: CallOptions = {},
): Promise<CloneParent | undefined> {
  for (const { url } of image.locations) {
    const location = parseFullLocationUrl(url)
    if (!location) debug(`not cloneable: ${url}`)
    else if (location.fsid !== fsid) debug(`${url} is in a different ceph cluster`)
    else if (image.diskFormat !== 'raw') {
      debug(`rbd image clone requires image format to be 'raw' but image ${url} is '${image.diskFormat}'`)
    } else {
      const { pool, image: name, snapshot } = location
      try {
        const { sizeBytes, order } = await rbd.info({ pool, image: name, snapshot }, options)
        return { snapshot: { pool, image: name, snapshot }, sizeBytes, order, url }
      } catch (error) {
        if (!(error instanceof NotFoundError || error instanceof ForbiddenError)) throw error
        debug(`Unable to open image ${url}: ${error.message}`)
      }
    }
  }
  return undefined
}
