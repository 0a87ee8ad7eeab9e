// Original file: proto/dcnsim/v1/osds.proto


/**
 * Where an object is.
 */
export interface ObjectPlacement {
  /**
   * Of the osd map.
   */
  'epoch'?: (number) | undefined;
  /**
   * The pool's number.
   */
  'poolId'?: (number) | undefined;
  /**
   * The placement group, for example `2.1f`.
   */
  'group'?: (string) | undefined;
  /**
   * Of the object's name.
   */
  'hash'?: (number) | undefined;
  /**
   * The osds that should have it and are up, the primary first.
   */
  'up'?: (number)[] | undefined;
  /**
   * The osds that serve it, the primary first.
   */
  'acting'?: (number)[] | undefined;
}

/**
 * Where an object is.
 */
export interface ObjectPlacement__Output {
  /**
   * Of the osd map.
   */
  'epoch': (number);
  /**
   * The pool's number.
   */
  'poolId': (number);
  /**
   * The placement group, for example `2.1f`.
   */
  'group': (string);
  /**
   * Of the object's name.
   */
  'hash': (number);
  /**
   * The osds that should have it and are up, the primary first.
   */
  'up': (number)[];
  /**
   * The osds that serve it, the primary first.
   */
  'acting': (number)[];
}
