import { z } from 'zod'

/** Ties simulated to real time; the same in every process of a world. */
export const clockSchema = z.strictObject({ realMs: z.number(), simMs: z.number(), speed: z.number().positive() })

/** The osds of a simulated Ceph cluster. */
export const capacitySchema = z.strictObject({
  osds: z.int().positive(),
  osdSizeBytes: z.number().positive(),
  replicas: z.int().positive(),
})

/** A Ceph cluster inside a site's own process. */
export const embeddedClusterSchema = z.strictObject({
  kind: z.literal('embedded'),
  fsid: z.string(),
  directory: z.string(),
  capacity: capacitySchema,
  pools: z.array(z.string()),
})
