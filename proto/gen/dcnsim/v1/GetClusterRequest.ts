// Original file: proto/dcnsim/v1/block_store.proto


export interface GetClusterRequest {
}

export interface GetClusterRequest__Output {
}
