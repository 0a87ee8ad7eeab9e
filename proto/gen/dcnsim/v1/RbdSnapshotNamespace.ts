// Original file: proto/dcnsim/v1/block_store.proto


/**
 * Why there is a snapshot that no user made, or that its user removed.
 */
export interface RbdSnapshotNamespace {
  /**
   * `trash`, `group` or `mirror`.
   */
  'kind'?: (string) | undefined;
  /**
   * In the trash: the name that the user gave it.
   */
  'originalName'?: (string) | undefined;
  /**
   * Of a group: the pool of the group.
   */
  'pool'?: (string) | undefined;
  /**
   * Of a group: the name space of the group; absent for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * Of a group: the group's name.
   */
  'group'?: (string) | undefined;
  /**
   * Of a group: the name of the group's snapshot.
   */
  'groupSnapshot'?: (string) | undefined;
  '_originalName'?: "originalName" | undefined;
  '_pool'?: "pool" | undefined;
  '_namespace'?: "namespace" | undefined;
  '_group'?: "group" | undefined;
  '_groupSnapshot'?: "groupSnapshot" | undefined;
}

/**
 * Why there is a snapshot that no user made, or that its user removed.
 */
export interface RbdSnapshotNamespace__Output {
  /**
   * `trash`, `group` or `mirror`.
   */
  'kind': (string);
  /**
   * In the trash: the name that the user gave it.
   */
  'originalName'?: (string);
  /**
   * Of a group: the pool of the group.
   */
  'pool'?: (string);
  /**
   * Of a group: the name space of the group; absent for the default one.
   */
  'namespace'?: (string);
  /**
   * Of a group: the group's name.
   */
  'group'?: (string);
  /**
   * Of a group: the name of the group's snapshot.
   */
  'groupSnapshot'?: (string);
  '_originalName'?: "originalName";
  '_pool'?: "pool";
  '_namespace'?: "namespace";
  '_group'?: "group";
  '_groupSnapshot'?: "groupSnapshot";
}
