// Original file: proto/dcnsim/v1/block_store.proto


/**
 * Nothing to choose: the whole cluster is counted.
 */
export interface DfRequest {
}

/**
 * Nothing to choose: the whole cluster is counted.
 */
export interface DfRequest__Output {
}
