import type { Clock } from '#kernel/time/clock.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Rbd } from './rbd.ts'

/**
 * One simulated Ceph cluster, wired and ready to start: `createCluster(deps: ClusterDeps): Cluster`. No process, no
 * socket, no clock of its own.
 */
export interface Cluster {
  readonly name: string
  readonly fsid: string
  /** Opens the store (locks the directory, replays the journal). Calling it again does nothing. */
  start(): Promise<void>
  /** Refuses new calls, makes everything durable, releases the directory. Calling it again does nothing. */
  stop(): Promise<void>
  /** What opening the store found and did; of an empty cluster until `start` has resolved. */
  readonly recovery: RecoveryReport
  /**
   * A session of one cephx identity. `user` is `openstack` or `client.openstack`.
   * @throws UnauthenticatedError (EACCES) for an unknown user or a wrong key; UnavailableError when not started
   */
  connect(credentials: { user: string; key: string }): Rbd
  readonly identities: Identities
}

export interface ClusterDeps {
  readonly clock: Clock
  readonly random: Random
  /** The cluster's name, which is its site's (D27). */
  readonly name: string
  readonly fsid: string
  /** Where bytes and metadata live: in this process only, or in a directory that survives it. */
  readonly store: { readonly kind: 'memory' } | { readonly kind: 'directory'; readonly directory: string }
  /** Default: 3 osds of 1 TiB, 3 replicas. */
  readonly capacity?: ClusterCapacity | undefined
  /** Created with the cluster. Default: images, volumes, vms, backups. */
  readonly pools?: readonly string[] | undefined
  readonly log?: ClusterLog | undefined
}

export interface ClusterCapacity {
  readonly osds: number
  readonly osdSizeBytes: number
  readonly replicas: number
}

/** The part of a pino logger that a cluster uses. */
export interface ClusterLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface RecoveryReport {
  /** True when the store was made by this start. */
  readonly created: boolean
  /** Journal records applied on top of the checkpoint. */
  readonly replayedRecords: number
  /** Valid journal records left out: a power failure took the bytes that they speak of. */
  readonly droppedRecords: number
  /** Bytes of a torn or damaged journal tail that were cut off. */
  readonly droppedBytes: number
  /** Files of layers that nothing refers to, removed. */
  readonly orphanLayers: readonly string[]
  /** Left over from an unfinished compaction, removed. */
  readonly leftoverFiles: readonly string[]
  /** True when the machine itself had restarted without a clean stop. */
  readonly powerFailure: boolean
}

/** cephx users of one cluster; durable. Entities are spelled `client.openstack`. */
export interface Identities {
  /**
   * `ceph auth get-or-create`: the same caps, or none, give the identity that exists.
   * @throws InvalidArgumentError (EINVAL) for caps that do not parse, or an identity that has others
   */
  create(entity: string, caps?: IdentityCaps): Promise<Identity>
  /** `ceph auth caps`. @throws NotFoundError (ENOENT) */
  setCaps(entity: string, caps: IdentityCaps): Promise<void>
  /** `ceph auth rm`: no error when there is none. Sessions of the identity stop working. */
  remove(entity: string): Promise<void>
  /** Sorted by entity. */
  list(): readonly Identity[]
  /** @throws NotFoundError (ENOENT) */
  keyOf(entity: string): string
}

/** Caps by daemon type, as `ceph auth` spells them: `{ mon: 'profile rbd', osd: 'profile rbd pool=vms, ...' }`. */
export type IdentityCaps = Readonly<Partial<Record<'mon' | 'osd' | 'mgr' | 'mds', string>>>

export interface Identity {
  readonly entity: string
  /** base64 of 28 bytes: type, creation time, length, secret. */
  readonly key: string
  readonly caps: IdentityCaps
}
