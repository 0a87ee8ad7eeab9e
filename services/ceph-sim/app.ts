import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { AccessControl } from './auth/access.ts'
import { IdentityRegistry } from './auth/identities.ts'
import { entityOf, type Identities, type IdentityCaps, newKey } from './auth/identity.ts'
import { ClientSession } from './client-session.ts'
import type { ClusterClient } from './cluster-client.ts'
import { ClusterRuntime } from './cluster-runtime.ts'
import { audit } from './engine/audit.ts'
import type { Change } from './engine/changes.ts'
import { assertConf } from './engine/config/config-options.ts'
import { initialOsdMap } from './engine/osds/osd-map.ts'
import { defaultCapacity, type FullPolicy } from './engine/status/capacity.ts'
import { ImageIo } from './image-io.ts'
import { patientSession } from './sessions/patient-session.ts'
import { SessionContext } from './sessions/session-context.ts'
import { DiskStore } from './store/disk-store.ts'
import type { FileSystem, Host } from './store/file-system.ts'
import { MemoryStore } from './store/memory-store.ts'
import { nodeFileSystem, nodeHost } from './store/node-file-system.ts'
import type { ObjectStore, RecoveryReport } from './store/object-store.ts'
import { TaskRunner } from './task-runner.ts'

export type { Identities, Identity, IdentityCaps } from './auth/identity.ts'
export type { RecoveryReport } from './store/object-store.ts'

/** One simulated Ceph cluster, wired. No process, no socket, no clock of its own. */
export interface Cluster {
  readonly name: string
  readonly fsid: string
  /** Options of its `ceph.conf`. */
  readonly conf: Readonly<Record<string, string>>
  /** Opens the store: locks the directory, replays the journal. Calling it again does nothing. */
  start(): Promise<void>
  /**
   * Refuses new calls, waits for those under way, makes everything durable and releases the directory. Calling it again
   * does nothing; a stopped cluster does not start again (create another one).
   */
  stop(): Promise<void>
  /** What opening the store found and did; of an empty cluster until `start` has resolved. */
  readonly recovery: RecoveryReport
  /**
   * A session of one cephx identity. `user` is `openstack` or `client.openstack`.
   * @throws UnauthenticatedError (EACCES) for an unknown user or a wrong key; UnavailableError when not running
   */
  connect(credentials: { user: string; key: string }): ClusterClient
  readonly identities: Identities
  /** Recounts everything that is kept by increments. @throws InternalError naming what does not add up */
  audit(): void
}

export interface ClusterDeps {
  readonly clock: Clock
  readonly random: Random
  /** The cluster's name, which is its site's (D27). */
  readonly name: string
  readonly fsid: string
  /** Where bytes and metadata live: in this process only, or in a directory that survives it. */
  readonly store: StorePlace
  /** Default: 3 osds of 1 TiB, 3 replicas. Replicas are those of pools created from now on. */
  readonly capacity?: ClusterCapacity | undefined
  /** What writers meet when there is no room: an error (`fail`), or as in Ceph a wait (`wait`). Default `fail`. */
  readonly fullPolicy?: FullPolicy | undefined
  /** The cluster's `ceph.conf`, by option: `host`, `mon_host`, and options that go before `ceph config set`. */
  readonly conf?: Readonly<Record<string, string>> | undefined
  /** Created with the cluster. Default: images, volumes, vms, backups. */
  readonly pools?: readonly string[] | undefined
  /** cephx users made with the cluster beside its administrator and daemons. Default: client.openstack, client.external. */
  readonly users?: Readonly<Record<string, IdentityCaps>> | undefined
  readonly log?: ClusterLog | undefined
}

export type StorePlace =
  | { readonly kind: 'memory' }
  | {
      readonly kind: 'directory'
      readonly directory: string
      /** Default: the real ones. */
      readonly fileSystem?: FileSystem
      readonly host?: Host
      /** How long the journal may grow before it is folded into the checkpoint. Default 32 MiB. */
      readonly compactAtBytes?: number
    }

export interface ClusterCapacity {
  readonly osds: number
  readonly osdSizeBytes: number
  readonly replicas: number
  /** What one osd reads or writes for recovery. Default 100 MB/s. */
  readonly recoveryBytesPerSecond?: number
}

/** The part of a pino logger that a cluster uses. */
export interface ClusterLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

const defaultPools = ['images', 'volumes', 'vms', 'backups']
const poolPgNum = 32
const all = 'allow *'

/** The identity that OpenStack's own services use; and the one handed to other sites, which can be revoked alone (D25, D26). */
const defaultUsers: Readonly<Record<string, IdentityCaps>> = {
  'client.openstack': {
    mgr: all,
    mon: 'profile rbd',
    osd: 'profile rbd pool=volumes, profile rbd pool=vms, profile rbd pool=images, profile rbd pool=backups',
  },
  'client.external': {
    mgr: all,
    mon: 'profile rbd',
    osd: 'profile rbd pool=vms, profile rbd pool=volumes, profile rbd pool=images',
  },
}

/** Who exists in every new cluster: its administrator, then whom it was given, then its daemons and who may make more. */
function initialIdentities({ users = defaultUsers, capacity }: ClusterDeps): Readonly<Record<string, IdentityCaps>> {
  const osds = Array.from({ length: capacity?.osds ?? defaultCapacity.osds }, (_, id) => `osd.${id}`)
  const makers = ['mds', 'mgr', 'osd', 'rbd', 'rbd-mirror', 'rgw'].map((kind) => `bootstrap-${kind}`)
  return {
    'client.admin': { mds: all, mgr: all, mon: all, osd: all },
    ...users,
    ...Object.fromEntries(osds.map((osd) => [osd, { mgr: 'allow profile osd', mon: 'allow profile osd', osd: all }])),
    ...Object.fromEntries(makers.map((maker) => [`client.${maker}`, { mon: `allow profile ${maker}` }])),
    'mgr.x': { mds: all, mon: 'allow profile mgr', osd: all },
  }
}

/**
 * Wires a cluster; `start` brings it to life.
 *
 * @throws InvalidArgumentError (EINVAL) when an option of `conf` cannot have its value
 */
export function createCluster(deps: ClusterDeps): Cluster {
  assertConf(deps.conf ?? {})
  const keys = deps.random.stream('cephx')
  const runtime = new ClusterRuntime({
    name: deps.name,
    fsid: deps.fsid,
    clock: deps.clock,
    random: deps.random.stream('rbd-ids'),
    store: openStore(deps),
    capacity: { ...defaultCapacity, ...deps.capacity, fullPolicy: deps.fullPolicy ?? 'fail' },
    conf: deps.conf ?? {},
    initialChanges: () => initialChanges(deps, keys),
  })
  const io = new ImageIo(runtime)
  const identities = new IdentityRegistry(deps.clock, keys, runtime)
  const access = new AccessControl()
  const tasks = new TaskRunner(runtime)
  let starting: Promise<void> | undefined
  let stopping: Promise<void> | undefined
  return {
    name: deps.name,
    fsid: deps.fsid,
    conf: deps.conf ?? {},
    start() {
      starting ??= runtime.start().then(() => {
        tasks.wake()
        report(deps, runtime.recovery)
      })
      return starting
    },
    stop() {
      stopping ??= (starting ?? Promise.resolve())
        .catch(() => {})
        .then(() => tasks.stop())
        .then(() => runtime.stop())
      return stopping
    },
    get recovery() {
      return runtime.recovery
    },
    connect({ user, key }) {
      runtime.assertRunning()
      const identity = identities.authenticate(entityOf(user), key)
      const session = new ClientSession(new SessionContext({ runtime, identities, access, tasks }, identity), io)
      return runtime.gate.waits ? patientSession(session, runtime.gate) : session
    },
    identities,
    audit: () => audit(runtime.state),
  }
}

function openStore({ name, fsid, store }: ClusterDeps): ObjectStore {
  if (store.kind === 'memory') return new MemoryStore()
  const { directory, fileSystem = nodeFileSystem, host = nodeHost, compactAtBytes } = store
  return new DiskStore({ fileSystem, host, directory, name: { name, fsid }, compactAtBytes })
}

function initialChanges(deps: ClusterDeps, keys: Random): readonly Change[] {
  const capacity = { ...defaultCapacity, ...deps.capacity }
  const { replicas } = capacity
  const nowMs = deps.clock.now()
  const osdMap = initialOsdMap(capacity, nowMs)
  const pools = (deps.pools ?? defaultPools).map(
    (name, index): Change => ({
      kind: 'pool-created',
      ...{ id: index + 1, name, replicas, pgNum: poolPgNum },
      settings: { createdMs: nowMs },
    }),
  )
  const identities = Object.entries(initialIdentities(deps)).map(
    ([entity, caps]): Change => ({ kind: 'identity-set', entity, key: newKey(keys, deps.clock.now()), caps }),
  )
  return [{ kind: 'settings-changed', settings: { osdMap } }, ...pools, ...identities]
}

function report({ name, log }: ClusterDeps, recovery: RecoveryReport): void {
  const lost = recovery.droppedRecords + recovery.droppedBytes
  if (lost > 0) log?.warn({ cluster: name, ...recovery }, 'the store lost its unsynced tail')
  else log?.info({ cluster: name, ...recovery }, recovery.created ? 'store created' : 'store opened')
}
