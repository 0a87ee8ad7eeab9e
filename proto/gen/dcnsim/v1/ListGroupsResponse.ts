// Original file: proto/dcnsim/v1/groups.proto


/**
 * The groups of a name space.
 */
export interface ListGroupsResponse {
  /**
   * By name.
   */
  'groups'?: (string)[] | undefined;
}

/**
 * The groups of a name space.
 */
export interface ListGroupsResponse__Output {
  /**
   * By name.
   */
  'groups': (string)[];
}
