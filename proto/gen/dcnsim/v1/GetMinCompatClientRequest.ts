// Original file: proto/dcnsim/v1/clones.proto


/**
 * Nothing to choose.
 */
export interface GetMinCompatClientRequest {
}

/**
 * Nothing to choose.
 */
export interface GetMinCompatClientRequest__Output {
}
