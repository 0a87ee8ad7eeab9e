// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all key pairs are listed.
 */
export interface ListKeypairsRequest {
}

/**
 * Nothing to choose: all key pairs are listed.
 */
export interface ListKeypairsRequest__Output {
}
