// Original file: proto/dcnsim/v1/trash.proto


/**
 * What to empty, and how far.
 */
export interface PurgeTrashRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * Also images whose deferment ends within so many milliseconds.
   */
  'withinMs'?: (number | string) | undefined;
  /**
   * Instead: until the pool uses no more than this share of its space, from 0 to 1.
   */
  'threshold'?: (number | string) | undefined;
  '_threshold'?: "threshold" | undefined;
}

/**
 * What to empty, and how far.
 */
export interface PurgeTrashRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
  /**
   * Also images whose deferment ends within so many milliseconds.
   */
  'withinMs': (number);
  /**
   * Instead: until the pool uses no more than this share of its space, from 0 to 1.
   */
  'threshold'?: (number);
  '_threshold'?: "threshold";
}
