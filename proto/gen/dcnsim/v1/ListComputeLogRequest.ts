// Original file: proto/dcnsim/v1/site_agent.proto


/**
 * Nothing to choose: the lines of all hosts are listed.
 */
export interface ListComputeLogRequest {
}

/**
 * Nothing to choose: the lines of all hosts are listed.
 */
export interface ListComputeLogRequest__Output {
}
