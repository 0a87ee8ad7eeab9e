// Original file: proto/dcnsim/v1/block_store.proto


/**
 * Nothing to choose: all pools are listed.
 */
export interface ListPoolsRequest {
}

/**
 * Nothing to choose: all pools are listed.
 */
export interface ListPoolsRequest__Output {
}
