// Original file: proto/dcnsim/v1/block_store.proto


export interface ListPoolsRequest {
}

export interface ListPoolsRequest__Output {
}
