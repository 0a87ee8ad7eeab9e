// Original file: proto/dcnsim/v1/hub.proto


export interface ListLinksRequest {
}

export interface ListLinksRequest__Output {
}
