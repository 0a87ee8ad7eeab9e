// Original file: proto/dcnsim/v1/block_store.proto


/**
 * An image's head, or one of its snapshots when `snapshot` is set.
 */
export interface RbdSpec {
  'pool'?: (string) | undefined;
  'image'?: (string) | undefined;
  'snapshot'?: (string) | undefined;
  '_snapshot'?: "snapshot" | undefined;
}

/**
 * An image's head, or one of its snapshots when `snapshot` is set.
 */
export interface RbdSpec__Output {
  'pool': (string);
  'image': (string);
  'snapshot'?: (string);
  '_snapshot'?: "snapshot";
}
