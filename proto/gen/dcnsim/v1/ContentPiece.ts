// Original file: proto/dcnsim/v1/block_store.proto


/**
 * A run of content: `data`, or `zero_bytes` zeros.
 */
export interface ContentPiece {
  'offset'?: (number) | undefined;
  'data'?: (Uint8Array) | undefined;
  'zeroBytes'?: (number) | undefined;
}

/**
 * A run of content: `data`, or `zero_bytes` zeros.
 */
export interface ContentPiece__Output {
  'offset': (number);
  'data': (Buffer);
  'zeroBytes': (number);
}
