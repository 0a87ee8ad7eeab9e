// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: all security groups are listed.
 */
export interface ListSecurityGroupsRequest {
}

/**
 * Nothing to choose: all security groups are listed.
 */
export interface ListSecurityGroupsRequest__Output {
}
