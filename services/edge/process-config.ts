import { z } from 'zod'
import { clockSchema, embeddedClusterSchema } from '#kernel/config/process-settings.ts'
import { siteConfigSchema } from './config.ts'

/** The settings file of an edge site's process. */
export const edgeProcessSchema = z.strictObject({
  clock: clockSchema,
  seed: z.string(),
  site: siteConfigSchema,
  /** Where to listen: `127.0.0.1:0` for any port. */
  listen: z.string(),
  hubAddress: z.string(),
  hostDiskDirectory: z.string(),
  /** The cluster: in this process, or another one's by its port. */
  cluster: z.discriminatedUnion('kind', [
    embeddedClusterSchema.extend({
      /** Where the cluster's conf and keyrings are written (D27). */
      etcDirectory: z.string(),
    }),
    z.strictObject({ kind: z.literal('remote'), address: z.string(), etcDirectory: z.string() }),
  ]),
})
export type EdgeProcessConfig = z.infer<typeof edgeProcessSchema>
