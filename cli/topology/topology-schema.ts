import { z } from 'zod'
import { bitsPerSecondQuantity, bytesQuantity, durationMsQuantity, notSimulated } from '#kernel/config/quantities.ts'

/**
 * The parts of a file that describe a cloud, the same in a `Topology` and a `Scenario`. Option names of OpenStack's own
 * configuration are kept as they are spelled there.
 */

const idText = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'an id is lower-case letters, digits and hyphens, begins with a letter, at most 40 long',
  )
const nameText = z.string().min(1, 'a name is not empty').max(255, 'a name has at most 255 letters')

const cephSchema = z.strictObject({
  replicas: z.int().min(1).max(10).optional(),
  osds: z.int().min(1).max(10_000).optional(),
  osdSize: bytesQuantity.optional(),
  pools: z.array(idText).min(1).optional(),
  fullPolicy: z.enum(['fail', 'wait']).optional(),
  conf: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).optional(),
  fsid: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'an fsid is a UUID in lower case')
    .optional(),
})

const linkSchema = z.strictObject({
  to: idText.optional(),
  rate: bitsPerSecondQuantity.optional(),
  bandwidth: bitsPerSecondQuantity.optional(),
  down: bitsPerSecondQuantity.optional(),
  up: bitsPerSecondQuantity.optional(),
  rtt: durationMsQuantity.optional(),
  loss: z.literal(0, 'not simulated yet: loss other than 0').optional(),
  jitter: notSimulated('jitter'),
})

const novaSchema = z.strictObject({
  never_download_image_if_on_rbd: z.boolean().optional(),
  images_rbd_glance_store_name: notSimulated('images_rbd_glance_store_name'),
})

const siteSchema = z.strictObject({
  id: idText,
  role: z.enum(['hub', 'edge']),
  count: z.int().min(1).max(999).optional(),
  storage: z.literal(true, 'not simulated yet: sites without storage').optional(),
  hosts: z.int().min(0).max(10_000).optional(),
  store: z
    .strictObject({
      type: z.literal('rbd', 'not simulated yet: stores other than rbd').optional(),
      default: z.boolean().optional(),
      description: z.string().optional(),
    })
    .optional(),
  ceph: cephSchema.optional(),
  link: linkSchema.optional(),
  nova: novaSchema.optional(),
  hostDisk: notSimulated('hostDisk'),
  timezone: notSimulated('timezone'),
})

const profileSchema = z.strictObject({
  base: z.literal('rhosp-documented', 'not simulated yet: profiles other than rhosp-documented').optional(),
  snapshotOfVolumeServer: z.enum(['data-image', 'pointer-image']).optional(),
  volumeForceRequired: z.boolean().optional(),
  copyAllowFailureDefault: z.boolean().optional(),
  thinProvisioning: z.boolean().optional(),
  stagingRate: z.literal('unlimited', 'not simulated yet: stagingRate other than unlimited').optional(),
  glanceForSite: z.literal('central', 'not simulated yet: glanceForSite other than central').optional(),
  cephx: notSimulated('cephx'),
})

const glanceSchema = z.strictObject({
  enabled_import_methods: z.array(z.enum(['glance-direct', 'web-download', 'copy-image'])).optional(),
  image_import_plugins: z.array(z.enum(['image_conversion'])).optional(),
  rbd_thin_provisioning: z.boolean().optional(),
})

const tenantSchema = z.strictObject({
  flavors: z
    .array(z.strictObject({ name: nameText, vcpus: z.int().min(1).max(1024), ram: bytesQuantity, disk: bytesQuantity }))
    .optional(),
  keypairs: z.array(nameText).optional(),
  networks: z
    .array(
      z.preprocess(
        (value) => (typeof value === 'string' ? { name: value } : value),
        z.strictObject({ name: nameText, site: idText.optional() }),
      ),
    )
    .optional(),
  securityGroups: z.array(nameText).optional(),
})

export const topologyShape = {
  profile: profileSchema.optional(),
  defaults: z
    .strictObject({
      ceph: cephSchema.omit({ fsid: true }).optional(),
      link: linkSchema.optional(),
      nova: novaSchema.optional(),
    })
    .optional(),
  windows: notSimulated('windows'),
  hubEgress: bitsPerSecondQuantity.optional(),
  hubIngress: bitsPerSecondQuantity.optional(),
  sites: z.array(siteSchema).min(1, 'a cloud has at least one site'),
  glance: glanceSchema.optional(),
  tenant: tenantSchema.optional(),
}

const apiVersion = z.literal('dcnsim/v1', 'the format is apiVersion: dcnsim/v1')

export const topologySchema = z.strictObject({
  apiVersion,
  kind: z.literal('Topology', 'expected kind: Topology (a Scenario is played by "dcnsim run")'),
  metadata: z.strictObject({ name: nameText, title: z.string().optional() }),
  ...topologyShape,
})

export { apiVersion as apiVersionSchema, idText, nameText }

const topologyPart = z.strictObject(topologyShape)
/** The cloud's part of a file, as the schema hands it on. */
export type TopologyInput = z.output<typeof topologyPart>
export type SiteInput = TopologyInput['sites'][number]
export type LinkInput = NonNullable<SiteInput['link']>
