// Original file: proto/dcnsim/v1/block_store.proto


/**
 * A pool's part of the space.
 */
export interface PoolUsage {
  /**
   * Unique in the cluster.
   */
  'name'?: (string) | undefined;
  /**
   * The pool's number in the cluster.
   */
  'id'?: (number) | undefined;
  /**
   * Placement groups.
   */
  'pgNum'?: (number) | undefined;
  /**
   * Bytes of the images' objects, each counted once.
   */
  'storedBytes'?: (number) | undefined;
  /**
   * RADOS objects: those of image data and RBD's own, such as headers and object maps.
   */
  'objects'?: (number) | undefined;
  /**
   * Raw bytes: stored bytes by the number of replicas.
   */
  'usedBytes'?: (number) | undefined;
  /**
   * Bytes that can still be stored, before replication, until the cluster is full.
   */
  'maxAvailBytes'?: (number) | undefined;
}

/**
 * A pool's part of the space.
 */
export interface PoolUsage__Output {
  /**
   * Unique in the cluster.
   */
  'name': (string);
  /**
   * The pool's number in the cluster.
   */
  'id': (number);
  /**
   * Placement groups.
   */
  'pgNum': (number);
  /**
   * Bytes of the images' objects, each counted once.
   */
  'storedBytes': (number);
  /**
   * RADOS objects: those of image data and RBD's own, such as headers and object maps.
   */
  'objects': (number);
  /**
   * Raw bytes: stored bytes by the number of replicas.
   */
  'usedBytes': (number);
  /**
   * Bytes that can still be stored, before replication, until the cluster is full.
   */
  'maxAvailBytes': (number);
}
