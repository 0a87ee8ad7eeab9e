// Original file: proto/dcnsim/v1/hub.proto


export interface ListCopiesRequest {
}

export interface ListCopiesRequest__Output {
}
