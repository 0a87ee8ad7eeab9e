// Original file: proto/dcnsim/v1/hub.proto


export interface ListAvailabilityZonesRequest {
}

export interface ListAvailabilityZonesRequest__Output {
}
