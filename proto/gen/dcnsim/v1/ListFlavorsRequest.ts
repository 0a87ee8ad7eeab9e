// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all flavors are listed.
 */
export interface ListFlavorsRequest {
}

/**
 * Nothing to choose: all flavors are listed.
 */
export interface ListFlavorsRequest__Output {
}
