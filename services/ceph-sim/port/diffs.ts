import type { ByteRange, CallOptions, Content, RbdImageSpec, RbdSpec, RbdUsage } from '../rbd.ts'

/**
 * What of an image changed (`rbd diff`, `du`, `export-diff`). Changes are known as RADOS keeps books of
 * them: in bytes since a snapshot, but since the beginning one extent for each object, up to its last stored byte.
 */
export interface Diffs {
  /**
   * The changes that lead to the image, or to one of its snapshots, in ascending order.
   * @throws NotFoundError (ENOENT) for the snapshot to start from; InvalidArgumentError (EINVAL) when it is not older
   */
  list(image: RbdSpec, options?: DiffOptions & CallOptions): AsyncIterable<DiffExtent>
  /** The same with the content of what exists: after each such extent come its bytes, in order and without gaps. */
  read(image: RbdSpec, options?: DiffOptions & CallOptions): AsyncIterable<DiffPiece>
  /** `rbd du`: one entry per snapshot, then the head. Whole objects count, or with `exact` the bytes that they hold. */
  usage(image: RbdImageSpec, options?: { exact?: boolean } & CallOptions): Promise<readonly RbdUsage[]>
}

export interface DiffOptions {
  /** The name of the snapshot to start from; from the beginning when absent. */
  readonly fromSnapshot?: string | undefined
  /** Whole objects instead of bytes. */
  readonly wholeObject?: boolean | undefined
  /** From the beginning, what a clone's parent provides counts too, unless this is set. */
  readonly withoutParent?: boolean | undefined
}

export interface DiffExtent extends ByteRange {
  /** False for bytes that are zeros now because what was there is gone. */
  readonly exists: boolean
}
export type DiffPiece = ({ readonly kind: 'extent' } & DiffExtent) | Content
