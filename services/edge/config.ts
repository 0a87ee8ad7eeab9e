import { z } from 'zod'
import type { CopyOnBootOptions } from './images/copy-on-boot.ts'

/** What a site is and how its services are set: the settings of its nova.conf and cinder.conf that matter here. */
export interface SiteConfig {
  /** The site's name, which is also its cluster's and its availability zone's. */
  readonly id: string
  /** Its compute hosts, e.g. `dcn0-compute-0`. */
  readonly hosts: readonly string[]
  /** nova.conf `[workarounds]/never_download_image_if_on_rbd`. Default true, as DCN deployments have it. */
  readonly neverDownloadImageIfOnRbd?: boolean | undefined
  /** nova.conf `[libvirt]/images_rbd_glance_store_name`: copy an image into this store when it is booted. Default: do not. */
  readonly copyOnBoot?: CopyOnBootOptions | undefined
  /** nova.conf `[image_cache]/remove_unused_original_minimum_age_seconds`; default 86400 s. */
  readonly cacheMaxAgeMs?: number | undefined
  /** nova.conf `[image_cache]/manager_interval`; default 2400 s. */
  readonly cacheManagerIntervalMs?: number | undefined
  /** cinder.conf `rbd_max_clone_depth`; default 5. */
  readonly maxCloneDepth?: number | undefined
  /** cinder.conf `rbd_flatten_volume_from_snapshot`; default false. */
  readonly flattenVolumeFromSnapshot?: boolean | undefined
  /** Lines of the compute log that are kept; default 10 000. */
  readonly computeLogLines?: number | undefined
}

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be a plain name')
const durationMs = z.number().nonnegative()

/** For settings that come from outside: every problem is reported, unknown keys too. */
export const siteConfigSchema = z.strictObject({
  id: name,
  hosts: z.array(name).min(1),
  neverDownloadImageIfOnRbd: z.boolean().optional(),
  copyOnBoot: z
    .strictObject({ store: name, pollIntervalMs: z.number().positive().optional(), timeoutMs: durationMs.optional() })
    .optional(),
  cacheMaxAgeMs: durationMs.optional(),
  cacheManagerIntervalMs: z.number().positive().optional(),
  maxCloneDepth: z.int().nonnegative().optional(),
  flattenVolumeFromSnapshot: z.boolean().optional(),
  computeLogLines: z.int().positive().optional(),
}) satisfies z.ZodType<SiteConfig>
