// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all networks are listed.
 */
export interface ListNetworksRequest {
}

/**
 * Nothing to choose: all networks are listed.
 */
export interface ListNetworksRequest__Output {
}
