// Original file: proto/dcnsim/v1/site_agent.proto


export interface ListComputeLogRequest {
}

export interface ListComputeLogRequest__Output {
}
