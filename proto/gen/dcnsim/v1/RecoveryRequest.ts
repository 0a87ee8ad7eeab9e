// Original file: proto/dcnsim/v1/osds.proto


/**
 * Nothing to choose.
 */
export interface RecoveryRequest {
}

/**
 * Nothing to choose.
 */
export interface RecoveryRequest__Output {
}
