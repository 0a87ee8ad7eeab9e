// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all links are listed.
 */
export interface ListLinksRequest {
}

/**
 * Nothing to choose: all links are listed.
 */
export interface ListLinksRequest__Output {
}
