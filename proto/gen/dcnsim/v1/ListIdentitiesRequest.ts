// Original file: proto/dcnsim/v1/auth.proto


/**
 * Asks for all users.
 */
export interface ListIdentitiesRequest {
}

/**
 * Asks for all users.
 */
export interface ListIdentitiesRequest__Output {
}
