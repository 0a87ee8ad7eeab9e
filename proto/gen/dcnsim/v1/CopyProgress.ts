// Original file: proto/dcnsim/v1/copies.proto


/**
 * How far a copy has come.
 */
export interface CopyProgress {
  /**
   * Objects that are done.
   */
  'done'?: (number) | undefined;
  /**
   * Objects in all.
   */
  'total'?: (number) | undefined;
}

/**
 * How far a copy has come.
 */
export interface CopyProgress__Output {
  /**
   * Objects that are done.
   */
  'done': (number);
  /**
   * Objects in all.
   */
  'total': (number);
}
