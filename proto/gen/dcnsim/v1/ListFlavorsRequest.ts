// Original file: proto/dcnsim/v1/hub.proto


export interface ListFlavorsRequest {
}

export interface ListFlavorsRequest__Output {
}
