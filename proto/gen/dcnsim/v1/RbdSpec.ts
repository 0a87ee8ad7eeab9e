// Original file: proto/dcnsim/v1/block_store.proto


/**
 * An image's head, or one of its snapshots when `snapshot` is set. Calls that are for images only ignore `snapshot`;
 * those for snapshots fail with `invalid_argument` without it.
 */
export interface RbdSpec {
  /**
   * The pool's name, for example `volumes`.
   */
  'pool'?: (string) | undefined;
  /**
   * The image's name, unique in its pool, for example `volume-` and a UUID.
   */
  'image'?: (string) | undefined;
  /**
   * The snapshot's name, unique in its image; absent for the head.
   */
  'snapshot'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * The image's id, which names it in place of its name, in the trash or not; absent where the name does.
   */
  'id'?: (string) | undefined;
  '_snapshot'?: "snapshot" | undefined;
  '_id'?: "id" | undefined;
}

/**
 * An image's head, or one of its snapshots when `snapshot` is set. Calls that are for images only ignore `snapshot`;
 * those for snapshots fail with `invalid_argument` without it.
 */
export interface RbdSpec__Output {
  /**
   * The pool's name, for example `volumes`.
   */
  'pool': (string);
  /**
   * The image's name, unique in its pool, for example `volume-` and a UUID.
   */
  'image': (string);
  /**
   * The snapshot's name, unique in its image; absent for the head.
   */
  'snapshot'?: (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
  /**
   * The image's id, which names it in place of its name, in the trash or not; absent where the name does.
   */
  'id'?: (string);
  '_snapshot'?: "snapshot";
  '_id'?: "id";
}
