import type { Identities } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'

/** Who a command says it is: `--id openstack` or `-n client.openstack`, and `--keyring FILE`. */
export interface ClusterUser {
  /** `client.openstack`; the directory's own choice (an administrator) when absent. */
  readonly user?: string | undefined
  /** Path of a keyring file, absolute; found by name when absent. */
  readonly keyring?: string | undefined
}

/** A session that may own a connection. */
export type ClusterSession = ClusterClient & { close?(): void }

/** The clusters that `rbd --cluster NAME` and `ceph --cluster NAME` can mean. */
export interface ClusterDirectory {
  /** The first is meant when no cluster is named. */
  names(): readonly string[]
  /**
   * @throws NotFoundError for a name that no cluster has; UnauthenticatedError (EACCES) without a fitting key;
   * UnavailableError while the cluster cannot be reached
   */
  open(name: string, user: ClusterUser): Promise<ClusterSession>
  /** cephx users of a cluster, for `ceph auth`; absent where this process may not administer it. */
  identities?(name: string): Identities | undefined
}
