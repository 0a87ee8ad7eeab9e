import { z } from 'zod'

/** Ties simulated to real time; the same in every process of a world. */
export const clockSchema = z.strictObject({ realMs: z.number(), simMs: z.number(), speed: z.number().positive() })

/** The osds of a simulated Ceph cluster. */
export const capacitySchema = z.strictObject({
  osds: z.int().positive(),
  osdSizeBytes: z.number().positive(),
  replicas: z.int().positive(),
})

/** How a simulated Ceph cluster behaves, wherever it runs. */
export const clusterBehaviour = {
  /** What writers meet when there is no room: an error at once, or a wait as in Ceph. */
  fullPolicy: z.enum(['fail', 'wait']).optional(),
  /** Its `ceph.conf`, by option: it goes before `ceph config set`. */
  conf: z.record(z.string(), z.string()).optional(),
}

/** A Ceph cluster inside a site's own process. */
export const embeddedClusterSchema = z.strictObject({
  kind: z.literal('embedded'),
  fsid: z.string(),
  directory: z.string(),
  capacity: capacitySchema,
  pools: z.array(z.string()),
  ...clusterBehaviour,
})
