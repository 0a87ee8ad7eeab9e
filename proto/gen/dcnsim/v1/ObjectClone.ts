// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * What snapshots keep of an object.
 */
export interface ObjectClone {
  /**
   * The newest snapshot that needs it.
   */
  'id'?: (number) | undefined;
  /**
   * All that need it.
   */
  'snapshots'?: (number)[] | undefined;
  /**
   * Its length.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * What it shares with the next newer state: starts and lengths, one after the other.
   */
  'overlap'?: (number)[] | undefined;
}

/**
 * What snapshots keep of an object.
 */
export interface ObjectClone__Output {
  /**
   * The newest snapshot that needs it.
   */
  'id': (number);
  /**
   * All that need it.
   */
  'snapshots': (number)[];
  /**
   * Its length.
   */
  'sizeBytes': (number);
  /**
   * What it shares with the next newer state: starts and lengths, one after the other.
   */
  'overlap': (number)[];
}
