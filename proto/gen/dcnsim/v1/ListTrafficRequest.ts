// Original file: proto/dcnsim/v1/hub.proto


export interface ListTrafficRequest {
}

export interface ListTrafficRequest__Output {
}
