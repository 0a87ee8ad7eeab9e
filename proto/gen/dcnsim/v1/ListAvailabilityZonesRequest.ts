// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all zones are listed.
 */
export interface ListAvailabilityZonesRequest {
}

/**
 * Nothing to choose: all zones are listed.
 */
export interface ListAvailabilityZonesRequest__Output {
}
