// Original file: proto/dcnsim/v1/hub.proto


export interface ListSitesRequest {
}

export interface ListSitesRequest__Output {
}
