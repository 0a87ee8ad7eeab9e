// Original file: proto/dcnsim/v1/hub.proto


export interface ListSecurityGroupsRequest {
}

export interface ListSecurityGroupsRequest__Output {
}
