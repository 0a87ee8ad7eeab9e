// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: the traffic of all links is listed.
 */
export interface ListTrafficRequest {
}

/**
 * Nothing to choose: the traffic of all links is listed.
 */
export interface ListTrafficRequest__Output {
}
