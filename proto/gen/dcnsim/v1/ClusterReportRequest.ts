// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * Nothing to choose.
 */
export interface ClusterReportRequest {
}

/**
 * Nothing to choose.
 */
export interface ClusterReportRequest__Output {
}
