import { z } from 'zod'
import { capacitySchema, clockSchema, clusterBehaviour } from '#kernel/config/process-settings.ts'
import { daemonTypes } from './auth/identity.ts'

/** The settings file of a cluster's own process. */
export const cephSimConfigSchema = z.strictObject({
  /** The cluster's name, which is its site's (D27). */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be a plain name'),
  fsid: z.uuid(),
  /** Real time when absent. */
  clock: clockSchema.default({ realMs: 0, simMs: 0, speed: 1 }),
  /** The root of all chance; by default other ids and keys in every run. */
  seed: z.string().optional(),
  /** Where to listen: `127.0.0.1:0` for any port. */
  listen: z.string().default('127.0.0.1:0'),
  /** Where images live; in memory, gone with the process, when absent. */
  directory: z.string().optional(),
  capacity: capacitySchema.optional(),
  ...clusterBehaviour,
  pools: z.array(z.string().min(1)).optional(),
  /** cephx users beside the administrator and the daemons, with their caps; OpenStack's when absent. */
  users: z.record(z.string(), z.partialRecord(z.enum(daemonTypes), z.string())).optional(),
  /** Where `NAME.conf` and the keyrings are written for clients of the cluster (D27). */
  etcDirectory: z.string().optional(),
  /** Holds `ca.pem`, `cert.pem` and `key.pem` for mutual TLS; plain text, for loopback only, when absent. */
  tlsDirectory: z.string().optional(),
})
export type CephSimConfig = z.infer<typeof cephSimConfigSchema>
