import type { Clock, InstantMs } from '#kernel/time/clock.ts'

/**
 * A running cloud as the `glance` and `openstack` commands see it: the calls of `hub.proto` in plain values. Times are
 * milliseconds since the epoch, sizes say their unit, absent is `undefined`. Every method throws a `DomainError` with
 * the service's own message. Adapters: gRPC, in process.
 */
export interface Cloud {
  /** Simulated time: `--wait` sleeps on it between polls. */
  readonly clock: Clock
  readonly images: CloudImages
  readonly volumes: CloudVolumes
  readonly servers: CloudServers
  readonly sites: CloudSites
  /** What `glance` takes when `--allow-failure` is not given (a topology's profile); absent means true, as upstream. */
  readonly allowFailureByDefault?: boolean
  /** Where `stores-info` puts `default`: first, as documents show it (when absent), or last, as recorded of Glance 25. */
  readonly storesInfoOrder?: 'documented' | 'recorded'
  /** The Image API's address in error texts; `http://central:9292` when absent. */
  readonly imageEndpoint?: string
}

/** Every call takes these last; an aborted signal makes it throw `CancelledError`. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

/** Glance. */
export interface CloudImages {
  /** In configured order. */
  listStores(options?: CallOptions): Promise<readonly CloudStore[]>
  /** The enabled import methods. */
  importMethods(options?: CallOptions): Promise<readonly string[]>
  create(request: NewImage, options?: CallOptions): Promise<CloudImage>
  /** Into `store`, or the default store; answers when the image is active. */
  upload(
    id: string,
    store: string | undefined,
    data: AsyncIterable<Uint8Array>,
    options?: CallOptions,
  ): Promise<CloudImage>
  /** Into the staging area: the first half of `glance-direct`. */
  stage(id: string, data: AsyncIterable<Uint8Array>, options?: CallOptions): Promise<CloudImage>
  /** Starts the task and answers at once; no task id when there was nothing to do. */
  import(request: ImportRequest, options?: CallOptions): Promise<{ readonly taskId?: string }>
  get(id: string, options?: CallOptions): Promise<CloudImage>
  /** Newest first. */
  list(filter?: ImageFilter, options?: CallOptions): Promise<readonly CloudImage[]>
  update(id: string, change: ImageChange, options?: CallOptions): Promise<CloudImage>
  delete(id: string, options?: CallOptions): Promise<void>
  deleteFromStore(id: string, store: string, options?: CallOptions): Promise<void>
  listTasks(id: string, options?: CallOptions): Promise<readonly CloudImageTask[]>
  download(id: string, options?: CallOptions): AsyncIterable<Uint8Array>
  /** Oldest first, running ones included. */
  listCopies(options?: CallOptions): Promise<readonly CloudCopy[]>
}

export interface CloudStore {
  readonly id: string
  readonly description: string
  readonly isDefault: boolean
  /** `rbd` */
  readonly type: string
  /** Pool, user, chunk size, thin provisioning, ... for administrators. */
  readonly properties: Readonly<Record<string, string>>
}
export interface NewImage {
  readonly name?: string | undefined
  readonly diskFormat?: string | undefined
  readonly containerFormat?: string | undefined
  readonly visibility?: string | undefined
  readonly protected?: boolean | undefined
  readonly minDiskGib?: number | undefined
  readonly minRamMib?: number | undefined
  readonly tags?: readonly string[] | undefined
  readonly properties?: Readonly<Record<string, string>> | undefined
  readonly id?: string | undefined
}
export interface ImportRequest {
  readonly imageId: string
  /** `copy-image`, `web-download` or `glance-direct` */
  readonly method: string
  /** web-download only. */
  readonly uri?: string | undefined
  readonly stores?: readonly string[] | undefined
  readonly allStores?: boolean | undefined
  /** Absent means true, the API's default. */
  readonly allStoresMustSucceed?: boolean | undefined
}
export interface ImageFilter {
  /** Exact. */
  readonly name?: string | undefined
  readonly status?: string | undefined
}
export interface ImageChange {
  readonly name?: string | undefined
  readonly visibility?: string | undefined
  readonly protected?: boolean | undefined
  readonly minDiskGib?: number | undefined
  readonly minRamMib?: number | undefined
  readonly setProperties?: Readonly<Record<string, string>> | undefined
  readonly unsetProperties?: readonly string[] | undefined
}
export interface CloudImage {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly diskFormat?: string
  readonly containerFormat?: string
  readonly visibility: string
  readonly protected: boolean
  readonly minDiskGib: number
  readonly minRamMib: number
  /** Project id. */
  readonly owner: string
  readonly sizeBytes?: number
  readonly virtualSizeBytes?: number
  /** MD5, hex. */
  readonly checksum?: string
  readonly osHashAlgo?: string
  readonly osHashValue?: string
  readonly osHidden: boolean
  readonly tags: readonly string[]
  readonly locations: readonly { readonly url: string; readonly store: string }[]
  /** The remaining properties, `os_glance_*` ones among them, in the order in which they were set. */
  readonly properties: readonly NamedValue[]
  readonly createdMs: InstantMs
  readonly updatedMs: InstantMs
}
export interface NamedValue {
  readonly name: string
  readonly value: string
}
export interface CloudImageTask {
  readonly id: string
  readonly type: string
  readonly status: string
  readonly message: string
  readonly owner: string
  readonly imageId: string
  readonly requestId: string
  readonly userId: string
  /** The import request as JSON. */
  readonly inputJson: string
  readonly resultJson?: string
  readonly createdMs: InstantMs
  readonly updatedMs: InstantMs
  readonly expiresMs?: InstantMs
}
/** One write of an image into one store. */
export interface CloudCopy {
  readonly imageId: string
  readonly store: string
  /** upload, web-download, copy-image, ... */
  readonly method: string
  /** staging, writing, done, failed */
  readonly state: string
  readonly startedMs: InstantMs
  readonly endedMs?: InstantMs
  readonly bytes: number
  readonly taskId?: string
}

/** Cinder. */
export interface CloudVolumes {
  /** Answered while it is `creating`. */
  create(request: NewVolume, options?: CallOptions): Promise<CloudVolume>
  get(id: string, options?: CallOptions): Promise<CloudVolume>
  /** Newest first. */
  list(filter?: { readonly name?: string | undefined }, options?: CallOptions): Promise<readonly CloudVolume[]>
  delete(id: string, options?: CallOptions): Promise<void>
  createSnapshot(request: NewVolumeSnapshot, options?: CallOptions): Promise<CloudVolumeSnapshot>
  getSnapshot(id: string, options?: CallOptions): Promise<CloudVolumeSnapshot>
  /** Newest first. */
  listSnapshots(
    filter?: { readonly name?: string | undefined },
    options?: CallOptions,
  ): Promise<readonly CloudVolumeSnapshot[]>
  deleteSnapshot(id: string, options?: CallOptions): Promise<void>
}

export interface NewVolume {
  readonly name?: string | undefined
  /** The source's size when absent and the source is a snapshot or a volume. */
  readonly sizeGib?: number | undefined
  readonly availabilityZone?: string | undefined
  readonly imageId?: string | undefined
  readonly snapshotId?: string | undefined
  readonly sourceVolumeId?: string | undefined
  readonly description?: string | undefined
}
export interface CloudVolume {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly status: string
  readonly sizeGib: number
  readonly availabilityZone: string
  readonly bootable: boolean
  readonly volumeType: string
  readonly snapshotId?: string
  readonly sourceVolumeId?: string
  readonly attachments: readonly CloudAttachment[]
  /** What the volume keeps of the image that it was made from; empty for a blank one. */
  readonly imageMetadata: readonly NamedValue[]
  /** `dcn0@dcn0#dcn0`; absent until scheduled. */
  readonly host?: string
  readonly userId: string
  readonly projectId: string
  readonly createdMs: InstantMs
  readonly updatedMs?: InstantMs
}
export interface CloudAttachment {
  readonly attachmentId: string
  readonly serverId: string
  readonly hostName?: string
  /** `/dev/vda` */
  readonly device: string
  readonly attachedMs: InstantMs
}
export interface NewVolumeSnapshot {
  readonly volumeId: string
  readonly name?: string | undefined
  readonly force?: boolean | undefined
  readonly description?: string | undefined
}
export interface CloudVolumeSnapshot {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly status: string
  readonly volumeId: string
  readonly sizeGib: number
  /** `100%` when done. */
  readonly progress: string
  readonly projectId: string
  readonly createdMs: InstantMs
  readonly updatedMs?: InstantMs
  /** `clean` or `crash-consistent` */
  readonly consistency: string
}

/** Nova, with the little of Neutron that a boot needs. */
export interface CloudServers {
  /** Answered while it is BUILD. */
  create(request: NewServer, options?: CallOptions): Promise<CloudServer>
  get(id: string, options?: CallOptions): Promise<CloudServer>
  /** Newest first. */
  list(filter?: { readonly name?: string | undefined }, options?: CallOptions): Promise<readonly CloudServer[]>
  delete(id: string, options?: CallOptions): Promise<void>
  stop(id: string, options?: CallOptions): Promise<void>
  start(id: string, options?: CallOptions): Promise<void>
  /** Answers the new image's id at once. */
  createImage(serverId: string, name: string, options?: CallOptions): Promise<string>
  listFlavors(options?: CallOptions): Promise<readonly CloudFlavor[]>
  createFlavor(flavor: NewFlavor, options?: CallOptions): Promise<CloudFlavor>
  listKeypairs(options?: CallOptions): Promise<readonly CloudKeypair[]>
  createKeypair(name: string, options?: CallOptions): Promise<CloudKeypair>
  listNetworks(options?: CallOptions): Promise<readonly CloudNetwork[]>
  createNetwork(network: NewNetwork, options?: CallOptions): Promise<CloudNetwork>
  listSecurityGroups(options?: CallOptions): Promise<readonly CloudSecurityGroup[]>
  createSecurityGroup(name: string, options?: CallOptions): Promise<CloudSecurityGroup>
  listAvailabilityZones(options?: CallOptions): Promise<readonly CloudAvailabilityZone[]>
  /** Oldest first. */
  computeLog(site: string, options?: CallOptions): Promise<readonly CloudLogLine[]>
}

export interface NewServer {
  readonly name: string
  readonly flavorId: string
  readonly keyName?: string | undefined
  readonly networkIds?: readonly string[] | undefined
  readonly securityGroupIds?: readonly string[] | undefined
  readonly availabilityZone?: string | undefined
  /** Exactly one of image and volume. */
  readonly imageId?: string | undefined
  readonly volumeId?: string | undefined
}
export interface CloudServer {
  readonly id: string
  readonly name: string
  /** BUILD, ACTIVE, SHUTOFF, ERROR */
  readonly status: string
  readonly vmState: string
  /** Absent when idle. */
  readonly taskState?: string
  /** 0 no state, 1 running, 4 shutdown */
  readonly powerState: number
  readonly availabilityZone: string
  /** Absent until placed. */
  readonly host?: string
  /** Absent for a server whose root disk is a volume. */
  readonly imageId?: string
  readonly flavorId: string
  readonly flavorName: string
  readonly keyName?: string
  readonly addresses: readonly { readonly network: string; readonly address: string; readonly mac: string }[]
  /** Names. */
  readonly securityGroups: readonly string[]
  readonly volumeIds: readonly string[]
  readonly fault?: { readonly code: number; readonly message: string; readonly createdMs: InstantMs }
  readonly userId: string
  readonly projectId: string
  readonly createdMs: InstantMs
  readonly updatedMs: InstantMs
  readonly launchedMs?: InstantMs
  /** `instance-00000001` */
  readonly instanceName: string
}
export interface NewFlavor {
  readonly name: string
  readonly vcpus: number
  readonly ramMib: number
  readonly diskGib: number
  /** Drawn by the hub when absent. */
  readonly id?: string | undefined
}
export interface CloudFlavor {
  readonly id: string
  readonly name: string
  readonly vcpus: number
  readonly ramMib: number
  readonly diskGib: number
}
export interface CloudKeypair {
  readonly name: string
  readonly fingerprint: string
}
export interface NewNetwork {
  readonly name: string
  readonly site?: string | undefined
}
export interface CloudNetwork {
  readonly id: string
  readonly name: string
  /** The zone whose servers may use it; any when absent. */
  readonly site?: string
}
export interface CloudSecurityGroup {
  readonly id: string
  readonly name: string
}
export interface CloudAvailabilityZone {
  readonly name: string
  readonly available: boolean
}
export interface CloudLogLine {
  readonly atMs: InstantMs
  readonly host: string
  readonly level: string
  readonly logger: string
  readonly message: string
}

/** Sites and the WAN between them. */
export interface CloudSites {
  list(options?: CallOptions): Promise<readonly CloudSite[]>
  listLinks(options?: CallOptions): Promise<readonly CloudLink[]>
  /** Changes a link while traffic flows. */
  setLink(site: string, change: CloudLinkChange, options?: CallOptions): Promise<CloudLink>
  listTraffic(options?: CallOptions): Promise<readonly CloudTraffic[]>
}

export interface CloudSite {
  readonly id: string
  readonly role: 'hub' | 'edge'
  readonly state: 'up' | 'down' | 'never-seen'
  readonly fsid: string
  /** Absent when never seen. */
  readonly lastSeenMs?: InstantMs
  readonly agentAddress: string
  readonly blockStoreAddress: string
}
export interface CloudLink {
  readonly site: string
  /** Hub to site; `Infinity` is unlimited. */
  readonly downBitsPerSecond: number
  readonly upBitsPerSecond: number
  readonly rttMs: number
  readonly state: 'up' | 'down'
}
export interface CloudLinkChange {
  readonly downBitsPerSecond?: number | undefined
  readonly upBitsPerSecond?: number | undefined
  readonly rttMs?: number | undefined
  readonly state?: 'up' | 'down' | undefined
}
export interface CloudTraffic {
  readonly site: string
  /** down: hub to site */
  readonly direction: 'down' | 'up'
  /** image, volume, backup, control */
  readonly class: string
  readonly operation: string
  readonly bytes: number
  readonly messages: number
}
