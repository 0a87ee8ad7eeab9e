import { z } from 'zod'
import { clockSchema, embeddedClusterSchema } from '#kernel/config/process-settings.ts'

/** 0 is unlimited: JSON has no infinity. */
const bitsPerSecond = z
  .number()
  .nonnegative()
  .transform((rate) => (rate === 0 ? Number.POSITIVE_INFINITY : rate))

/** The settings file of the hub's process. */
export const hubProcessSchema = z.strictObject({
  clock: clockSchema,
  seed: z.string(),
  /** Where to listen: `127.0.0.1:0` for any port. */
  listen: z.string(),
  catalogue: z.string(),
  stagingDirectory: z.string(),
  hostDiskDirectory: z.string(),
  etcDirectory: z.string(),
  sites: z.array(z.strictObject({ id: z.string(), role: z.enum(['hub', 'edge']), hosts: z.array(z.string()).min(1) })),
  /** nova.conf of the hub's own hosts. */
  neverDownloadImageIfOnRbd: z.boolean(),
  stores: z.array(z.strictObject({ id: z.string(), description: z.string(), isDefault: z.boolean() })).min(1),
  cluster: z.discriminatedUnion('kind', [embeddedClusterSchema, z.strictObject({ kind: z.literal('remote') })]),
  wan: z.strictObject({
    hubEgressBitsPerSecond: bitsPerSecond,
    hubIngressBitsPerSecond: bitsPerSecond,
    links: z.array(
      z.strictObject({
        site: z.string(),
        downBitsPerSecond: bitsPerSecond,
        upBitsPerSecond: bitsPerSecond,
        rttMs: z.number().nonnegative(),
      }),
    ),
  }),
  glance: z.strictObject({
    methods: z.array(z.string()),
    uris: z.strictObject({ allowedSchemes: z.array(z.string()), allowedPorts: z.array(z.int()) }),
    conversion: z.boolean(),
    thinProvisioning: z.boolean(),
  }),
  volumeServerImage: z.enum(['data-image', 'pointer-image']),
  volumeForceRequired: z.boolean(),
  /** Where changes of links are kept, so that a restart does not undo them. */
  linkFile: z.string(),
  tenancy: z.strictObject({
    flavors: z.array(z.strictObject({ name: z.string(), vcpus: z.int(), ramMib: z.number(), diskGib: z.number() })),
    keypairs: z.array(z.string()),
    networks: z.array(z.strictObject({ name: z.string(), site: z.string() })),
    securityGroups: z.array(z.string()),
  }),
})
export type HubProcessConfig = z.infer<typeof hubProcessSchema>
export type HubProcessFile = z.input<typeof hubProcessSchema>
