// Original file: proto/dcnsim/v1/site_agent.proto


export interface AgentComputeLogRequest {
}

export interface AgentComputeLogRequest__Output {
}
