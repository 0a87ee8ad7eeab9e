// Original file: proto/dcnsim/v1/blocklist.proto


/**
 * Nothing to say: a cluster has one list.
 */
export interface ListBlocklistRequest {
}

/**
 * Nothing to say: a cluster has one list.
 */
export interface ListBlocklistRequest__Output {
}
