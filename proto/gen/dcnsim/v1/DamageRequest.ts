// Original file: proto/dcnsim/v1/osds.proto


/**
 * Nothing to choose.
 */
export interface DamageRequest {
}

/**
 * Nothing to choose.
 */
export interface DamageRequest__Output {
}
