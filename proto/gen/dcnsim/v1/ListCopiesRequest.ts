// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all copies are listed.
 */
export interface ListCopiesRequest {
}

/**
 * Nothing to choose: all copies are listed.
 */
export interface ListCopiesRequest__Output {
}
