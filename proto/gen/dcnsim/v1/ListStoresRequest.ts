// Original file: proto/dcnsim/v1/hub.proto


export interface ListStoresRequest {
}

export interface ListStoresRequest__Output {
}
