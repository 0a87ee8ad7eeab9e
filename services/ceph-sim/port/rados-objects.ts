import type { CallOptions } from '../rbd.ts'

/**
 * What a pool holds as RADOS sees it: what images are made of, computed from them, and plain objects that were put. An
 * object that is not there is a NotFoundError (ENOENT, `object_missing`).
 */
export interface RadosObjects {
  /** By name space and name. */
  list(pool: string, options?: ListObjectsOptions & CallOptions): Promise<readonly ObjectName[]>
  stat(object: ObjectSpec, options?: CallOptions): Promise<ObjectStat>
  /** The bytes in order, in pieces of at most 128 KiB. */
  read(object: ObjectSpec, options?: CallOptions): AsyncIterable<Uint8Array>
  /** Makes or replaces a plain object. @throws UnsupportedError (EOPNOTSUPP) for the names of RBD's own objects */
  put(object: ObjectSpec, bytes: Uint8Array, options?: CallOptions): Promise<void>
  /** @throws UnsupportedError (EOPNOTSUPP) for the names of RBD's own objects */
  remove(object: ObjectSpec, options?: CallOptions): Promise<void>
  /** Key-value pairs by key, values in Ceph's encoding. */
  omap(object: ObjectSpec, options?: CallOptions): Promise<readonly OmapEntry[]>
  xattrs(object: ObjectSpec, options?: CallOptions): Promise<readonly string[]>
  /** What snapshots keep of a data object. */
  clones(object: ObjectSpec, options?: CallOptions): Promise<ObjectClones>
}

export interface ListObjectsOptions {
  readonly namespace?: string | undefined
  /** Every name space. */
  readonly all?: boolean | undefined
}
export interface ObjectName {
  /** The default one when empty. */
  readonly namespace: string
  readonly name: string
}
export interface ObjectSpec {
  readonly pool: string
  /** The default one when absent or empty. */
  readonly namespace?: string | undefined
  readonly name: string
}
export interface ObjectStat {
  readonly sizeBytes: number
  readonly modifiedMs: number
}
export interface OmapEntry {
  readonly key: Uint8Array
  readonly value: Uint8Array
}
export interface ObjectClones {
  /** From the oldest to the newest. */
  readonly clones: readonly ObjectClone[]
  /** Absent when only snapshots still have the object. */
  readonly headBytes?: number | undefined
}
export interface ObjectClone {
  /** The newest snapshot that needs it. */
  readonly id: number
  /** All that need it, by id. */
  readonly snapshots: readonly number[]
  readonly sizeBytes: number
  /** What it shares with the next newer state: starts and lengths, one after the other. */
  readonly overlap: readonly number[]
}
