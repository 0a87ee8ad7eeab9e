import type { CallOptions, RbdImageSpec, RbdSpec } from '../rbd.ts'

/** Clones and which kind is made: what goes beyond `Rbd.children`. */
export interface Clones {
  /**
   * Clones of a snapshot or, where none is named, of all of an image's, removed ones included; sorted by `pool/image`.
   * @throws NotFoundError (ENOENT, `snapshot_missing`)
   */
  children(
    parent: RbdSpec,
    options?: { snapshotId?: number; descendants?: boolean } & CallOptions,
  ): Promise<readonly RbdChild[]>
  /** `ceph osd get-require-min-compat-client`: the oldest release whose clients may connect. */
  minCompatClient(options?: CallOptions): Promise<string>
  /** @throws InvalidArgumentError (EINVAL) for what is no release */
  setMinCompatClient(release: string, options?: CallOptions): Promise<void>
}

export interface RbdChild extends RbdImageSpec {
  readonly id: string
  readonly inTrash: boolean
}
