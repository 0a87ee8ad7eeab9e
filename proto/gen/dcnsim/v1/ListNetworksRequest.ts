// Original file: proto/dcnsim/v1/hub.proto


export interface ListNetworksRequest {
}

export interface ListNetworksRequest__Output {
}
