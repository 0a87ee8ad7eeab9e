// Original file: proto/dcnsim/v1/block_store.proto


/**
 * Nothing to say: a connection belongs to one cluster.
 */
export interface GetClusterRequest {
}

/**
 * Nothing to say: a connection belongs to one cluster.
 */
export interface GetClusterRequest__Output {
}
