// Original file: proto/dcnsim/v1/block_store.proto


/**
 * The answer of calls that answer nothing.
 */
export interface Done {
}

/**
 * The answer of calls that answer nothing.
 */
export interface Done__Output {
}
