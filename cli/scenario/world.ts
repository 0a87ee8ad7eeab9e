import type { ClusterUsage, RbdListEntry } from '#ceph-sim/rbd.ts'
import type { ImportMethod, ImportPlugin } from '#cli/topology/topology.ts'
import type { Clock, InstantMs, WaitOptions } from '#kernel/time/clock.ts'
import type { LinkChange, LinkState, TrafficCount } from '#kernel/wan/wan.ts'

/**
 * What the scenario runner needs of a running cloud: a shell prompt, a clock, and ways to look at the state without
 * going through the commands under test. Every query answers as of now; `undefined` means there is no such thing.
 */
export interface World {
  /** Simulated time. */
  readonly clock: Clock

  /**
   * One command in the operator's spelling (`glance`, `openstack`, `rbd`, `ceph`, `qemu-img`, `file`, ...), run as
   * admin in the scenario's work folder. A command that fails answers with its exit status; it does not throw.
   */
  run(argv: readonly string[], options?: WaitOptions): Promise<CommandResult>

  /** Puts a file into the work folder (and on the web server, if it has `serveAt`). */
  prepareFile(file: ScenarioFile): Promise<void>
  /** Starts the web server for files with `serveAt`; answers its `host:port`, which replaces `<host>` in commands. */
  serveFiles(): Promise<string>
  /** What has been fetched from that web server, in order. */
  fetches(): Promise<readonly FetchRecord[]>

  /** By id, else by name. @throws ConflictError when the name is not unique */
  image(nameOrId: string): Promise<ImageRecord | undefined>
  images(): Promise<readonly ImageRecord[]>
  volume(nameOrId: string): Promise<VolumeRecord | undefined>
  volumes(): Promise<readonly VolumeRecord[]>
  snapshot(nameOrId: string): Promise<SnapshotRecord | undefined>
  server(nameOrId: string): Promise<ServerRecord | undefined>
  servers(): Promise<readonly ServerRecord[]>
  imageSettings(): Promise<ImageSettings>

  /** Reads an image's bytes back from a store's cluster and hashes them there: no WAN traffic. See `sha512Image`. */
  hashAtStore(imageId: string, store: string): Promise<StoredContent>
  /** The same at the price of the data alone, for large sparse images. See `fingerprintImage`. */
  fingerprintAtStore(imageId: string, store: string): Promise<StoredFingerprint>
  fsid(site: string): Promise<string>
  /** `rbd ls -l` of a pool, as data. */
  listRbd(site: string, pool: string): Promise<readonly RbdListEntry[]>
  /** `ceph df` of a site's cluster, as data. */
  clusterUsage(site: string): Promise<ClusterUsage>

  traffic(): Promise<readonly TrafficCount[]>
  links(): Promise<readonly LinkState[]>
  setLink(site: string, change: LinkChange): Promise<void>
  /** Every write of an image into a store, in order of start, failed and running ones included. */
  copies(): Promise<readonly CopyRecord[]>
  /** The lines of a site's nova-compute log so far, without time and host prefix. */
  computeLog(site: string): Promise<readonly LogLine[]>
}

export interface CommandResult {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** A disk image file that a scenario starts with. */
export type ScenarioFile = GeneratedFile | LocalFile

/** Made from a seed: `allocatedBytes` of data spread over `virtualSizeBytes`, the rest holes. Same seed, same bytes. */
export interface GeneratedFile extends DiskFile {
  readonly kind: 'generated'
  readonly allocatedBytes: number
  readonly contentSeed: number
}
/** The user's own file, linked or copied into the work folder under `name`. */
export interface LocalFile extends DiskFile {
  readonly kind: 'local'
  readonly path: string
}
interface DiskFile {
  /** Its name in the work folder. */
  readonly name: string
  readonly format: 'raw' | 'qcow2'
  readonly virtualSizeBytes: number
  /** Folder of its URL: `0.4.0` is `http://<host>/0.4.0/<name>`. Not served when absent. */
  readonly serveAt?: string
}

export interface FetchRecord {
  /** URL path: `/0.4.0/cirros-0.4.0-x86_64-disk.img`. */
  readonly path: string
  readonly startedMs: InstantMs
  /** Absent while the body is being sent. */
  readonly endedMs?: InstantMs
  readonly bytes: number
}

export interface ImageRecord {
  readonly id: string
  readonly name: string
  /** Glance's word: `queued`, `importing`, `active`, ... */
  readonly status: string
  readonly diskFormat?: string
  readonly containerFormat?: string
  readonly sizeBytes?: number
  readonly virtualSizeBytes?: number
  readonly hashAlgo?: string
  readonly hashValue?: string
  /** In location order. */
  readonly locations: readonly ImageLocation[]
  /** `os_glance_importing_to_stores`; empty when absent or an empty string. */
  readonly importingTo: readonly string[]
  /** `os_glance_failed_import`; empty when absent or an empty string. */
  readonly failedImport: readonly string[]
  /** Whether an import or copy holds the image: `os_glance_import_task` is set. */
  readonly locked: boolean
  /** The remaining properties as strings. */
  readonly properties: Readonly<Record<string, string>>
}
export interface ImageLocation {
  readonly url: string
  readonly store: string
}

export interface VolumeRecord {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly sizeBytes: number
  readonly zone: string
  /** Server ids. */
  readonly attachedTo: readonly string[]
}
export interface SnapshotRecord {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly volumeId: string
  readonly sizeBytes: number
  /** `clean` when nothing was writing, else `crash-consistent`; absent where the world cannot tell. */
  readonly consistency?: 'clean' | 'crash-consistent'
}
export interface ServerRecord {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly zone: string
  /** Where it was placed; absent when it never was. */
  readonly host?: string
  /** The message of its fault, when in ERROR. */
  readonly fault?: string
  /** Ids of attached volumes. */
  readonly volumes: readonly string[]
  /** Network ports it holds. */
  readonly ports: number
}

export interface ImageSettings {
  readonly importMethods: readonly ImportMethod[]
  readonly importPlugins: readonly ImportPlugin[]
  readonly thinProvisioning: boolean
}

export interface StoredContent {
  readonly sha512: string
  readonly sizeBytes: number
}

/** Equal contents have equal fingerprints, whichever of their zeros are holes. */
export interface StoredFingerprint {
  readonly fingerprint: string
  readonly sizeBytes: number
}

export interface CopyRecord {
  /** Image id. */
  readonly image: string
  /** The target. */
  readonly store: string
  /** `upload` and `import` bring new bytes in; `copy` is copy-image. */
  readonly kind: 'upload' | 'import' | 'copy'
  /** Begin and end of writing into the store; where bytes cross a link, as its model timed them. */
  readonly startedMs: InstantMs
  /** Absent while it runs. */
  readonly endedMs?: InstantMs
  /** Bytes that crossed the WAN for it, either way. */
  readonly wanBytes: number
  readonly status: 'running' | 'done' | 'failed'
}

export interface LogLine {
  readonly level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR'
  readonly text: string
}
