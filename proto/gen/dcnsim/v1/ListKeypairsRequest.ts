// Original file: proto/dcnsim/v1/hub.proto


export interface ListKeypairsRequest {
}

export interface ListKeypairsRequest__Output {
}
