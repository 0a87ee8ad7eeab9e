// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all stores are listed.
 */
export interface ListStoresRequest {
}

/**
 * Nothing to choose: all stores are listed.
 */
export interface ListStoresRequest__Output {
}
