// Original file: proto/dcnsim/v1/block_store.proto


export interface DfRequest {
}

export interface DfRequest__Output {
}
