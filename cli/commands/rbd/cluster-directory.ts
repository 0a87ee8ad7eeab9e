import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { DeviceDirectory } from './device-directory.ts'

/** Who a command says it is, and where it says that the cluster and the key are to be found. Paths are absolute. */
export interface ClusterUser {
  /** `client.openstack`, from `--id openstack` or `-n client.openstack`; an administrator when absent. */
  readonly user?: string | undefined
  /** A keyring file, from `--keyring` or `CEPH_KEYRING`; found by name when absent. */
  readonly keyring?: string | undefined
  /** A file that holds the key alone, from `--keyfile`. */
  readonly keyfile?: string | undefined
  /** A configuration file, from `--conf` or `CEPH_CONF`, where `$cluster` stands for the name; found by name when absent. */
  readonly conf?: string | undefined
  /** `host:port` instead of the configuration's, from `-m`. */
  readonly monHost?: string | undefined
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
  /**
   * Images of a cluster as devices of this machine, mapped as this user; absent, or undefined, where nobody keeps a record
   * of them.
   * @param name - the first cluster when absent
   */
  devices?(name: string | undefined, user: ClusterUser): Promise<DeviceDirectory | undefined>
}
