// Original file: proto/dcnsim/v1/block_store.proto


/**
 * A run of content: `data`, or `zero_bytes` zeros.
 */
export interface ContentPiece {
  /**
   * The run's place from the image's start, in bytes.
   */
  'offset'?: (number) | undefined;
  /**
   * The run's bytes; empty for zeros.
   */
  'data'?: (Uint8Array) | undefined;
  /**
   * How many zeros the run has; 0 when it is `data`. Read: holes, or zeros that were written. Written: they take space.
   */
  'zeroBytes'?: (number) | undefined;
}

/**
 * A run of content: `data`, or `zero_bytes` zeros.
 */
export interface ContentPiece__Output {
  /**
   * The run's place from the image's start, in bytes.
   */
  'offset': (number);
  /**
   * The run's bytes; empty for zeros.
   */
  'data': (Buffer);
  /**
   * How many zeros the run has; 0 when it is `data`. Read: holes, or zeros that were written. Written: they take space.
   */
  'zeroBytes': (number);
}
