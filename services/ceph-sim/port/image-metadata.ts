import type { CallOptions, RbdImageSpec } from '../rbd.ts'

/**
 * Texts that are kept with an image (`rbd image-meta`). A clone starts with its parent's. A key `conf_OPTION` overrides
 * an option of RBD for this image.
 */
export interface ImageMetadata {
  /** By key. */
  list(image: RbdImageSpec, options?: CallOptions): Promise<readonly MetadataEntry[]>
  /** @throws NotFoundError (ENOENT, `metadata_missing`) */
  get(image: RbdImageSpec, key: string, options?: CallOptions): Promise<string>
  /** @throws InvalidArgumentError (EINVAL) for an override of what is no option of images, or with a wrong value */
  set(image: RbdImageSpec, entry: MetadataEntry, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT, `metadata_missing`) */
  remove(image: RbdImageSpec, key: string, options?: CallOptions): Promise<void>
}

export interface MetadataEntry {
  readonly key: string
  readonly value: string
}
