// Original file: proto/dcnsim/v1/hub.proto


export interface GetImportInfoRequest {
}

export interface GetImportInfoRequest__Output {
}
