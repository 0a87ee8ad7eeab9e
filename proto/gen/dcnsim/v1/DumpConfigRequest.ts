// Original file: proto/dcnsim/v1/configuration.proto


/**
 * Nothing to choose: everything that is set is listed.
 */
export interface DumpConfigRequest {
}

/**
 * Nothing to choose: everything that is set is listed.
 */
export interface DumpConfigRequest__Output {
}
