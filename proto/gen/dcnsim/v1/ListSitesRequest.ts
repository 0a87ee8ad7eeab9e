// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all sites are listed.
 */
export interface ListSitesRequest {
}

/**
 * Nothing to choose: all sites are listed.
 */
export interface ListSitesRequest__Output {
}
