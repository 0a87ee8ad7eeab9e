import type { CallOptions } from '../rbd.ts'

/** Name spaces of a pool (`rbd namespace`): each has image names of its own. The default one is always there. */
export interface Namespaces {
  /** @throws AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL) for the name; NotFoundError for the pool */
  create(pool: string, namespace: string, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT); ConflictError (EBUSY) while it has images */
  remove(pool: string, namespace: string, options?: CallOptions): Promise<void>
  /** By name, without the default one. */
  list(pool: string, options?: CallOptions): Promise<readonly string[]>
}
