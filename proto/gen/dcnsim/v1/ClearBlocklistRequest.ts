// Original file: proto/dcnsim/v1/blocklist.proto


/**
 * Nothing to say: all of it goes.
 */
export interface ClearBlocklistRequest {
}

/**
 * Nothing to say: all of it goes.
 */
export interface ClearBlocklistRequest__Output {
}
