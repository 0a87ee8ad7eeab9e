import type { ClusterUsage, PoolUsage, RbdListEntry } from '#ceph-sim/rbd.ts'
import type {
  CommandResult,
  CopyRecord,
  FetchRecord,
  ImageRecord,
  ImageSettings,
  LogLine,
  ScenarioFile,
  ServerRecord,
  SnapshotRecord,
  StoredContent,
  StoredFingerprint,
  VolumeRecord,
  World,
} from '#cli/scenario/world.ts'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Clock, InstantMs } from '#kernel/time/clock.ts'
import type { LinkChange, LinkState, TrafficCount } from '#kernel/wan/wan.ts'

/** A clock that whoever sleeps on it moves; what was planned for the time slept through happens on the way. */
export class SteppingClock implements Clock {
  #now: InstantMs
  #plans: { atMs: InstantMs; happen: () => void }[] = []

  constructor(startMs: InstantMs = 1_000_000) {
    this.#now = startMs
  }

  now(): InstantMs {
    return this.#now
  }

  in(delayMs: number, happen: () => void): void {
    this.#plans.push({ atMs: this.#now + delayMs, happen })
    this.#plans.sort((a, b) => a.atMs - b.atMs)
  }

  async sleep(durationMs: number): Promise<void> {
    await this.sleepUntil(this.#now + durationMs)
  }

  async sleepUntil(atMs: InstantMs): Promise<void> {
    for (let next = this.#plans[0]; next && next.atMs <= atMs; next = this.#plans[0]) {
      this.#plans.shift()
      this.#now = next.atMs
      next.happen()
    }
    this.#now = Math.max(this.#now, atMs)
  }
}

export type FakeCommand = (argv: readonly string[]) => Partial<CommandResult> | undefined

/** A world whose state is plain fields to set, and whose commands are answered by the first function that knows them. */
export class FakeWorld implements World {
  readonly clock = new SteppingClock()
  readonly commands: FakeCommand[] = []
  readonly ran: (readonly string[])[] = []
  readonly prepared: ScenarioFile[] = []
  readonly imageRecords: ImageRecord[] = []
  readonly volumeRecords: VolumeRecord[] = []
  readonly snapshotRecords: SnapshotRecord[] = []
  readonly serverRecords: ServerRecord[] = []
  readonly fetchRecords: FetchRecord[] = []
  readonly copyRecords: CopyRecord[] = []
  readonly linkChanges: { readonly site: string; readonly change: LinkChange }[] = []
  /** By `store/imageId`. */
  readonly contents = new Map<string, StoredContent & Partial<StoredFingerprint>>()
  /** By `site/pool`. */
  readonly pools = new Map<string, readonly RbdListEntry[]>()
  readonly poolUsages = new Map<string, readonly PoolUsage[]>()
  readonly logs = new Map<string, readonly LogLine[]>()
  trafficCounts: readonly TrafficCount[] = []
  linkStates: readonly LinkState[] = []
  settings: ImageSettings = {
    importMethods: ['web-download', 'copy-image'],
    importPlugins: [],
    thinProvisioning: false,
  }

  /** Answers a command line (its words joined by blanks) with this output. */
  answer(line: string, result: Partial<CommandResult> | (() => Partial<CommandResult>)): this {
    this.commands.push((argv) => {
      if (argv.join(' ') !== line) return undefined
      return typeof result === 'function' ? result() : result
    })
    return this
  }

  addTraffic(count: Partial<TrafficCount> & { readonly site: string; readonly bytes: number }): void {
    const full: TrafficCount = { direction: 'down', class: 'image', operation: 'copy-image', messages: 1, ...count }
    const same = (other: TrafficCount) =>
      other.site === full.site &&
      other.direction === full.direction &&
      other.class === full.class &&
      other.operation === full.operation
    const old = this.trafficCounts.find(same)
    const sum = { ...full, bytes: full.bytes + (old?.bytes ?? 0), messages: full.messages + (old?.messages ?? 0) }
    this.trafficCounts = [...this.trafficCounts.filter((other) => !same(other)), sum]
  }

  async run(argv: readonly string[]): Promise<CommandResult> {
    this.ran.push(argv)
    for (const command of this.commands) {
      const result = command(argv)
      if (result) return { exit: 0, stdout: '', stderr: '', ...result }
    }
    return { exit: 127, stdout: '', stderr: `${argv[0]}: command not found\n` }
  }

  async prepareFile(file: ScenarioFile): Promise<void> {
    this.prepared.push(file)
  }
  async serveFiles(): Promise<string> {
    return '127.0.0.1:8080'
  }
  async fetches(): Promise<readonly FetchRecord[]> {
    return this.fetchRecords
  }

  image = async (nameOrId: string) => find(this.imageRecords, nameOrId)
  images = async () => this.imageRecords
  volume = async (nameOrId: string) => find(this.volumeRecords, nameOrId)
  volumes = async () => this.volumeRecords
  snapshot = async (nameOrId: string) => find(this.snapshotRecords, nameOrId)
  server = async (nameOrId: string) => find(this.serverRecords, nameOrId)
  servers = async () => this.serverRecords
  imageSettings = async () => this.settings

  async hashAtStore(imageId: string, store: string): Promise<StoredContent> {
    return this.#content(imageId, store)
  }
  async fingerprintAtStore(imageId: string, store: string): Promise<StoredFingerprint> {
    const { fingerprint = '', sizeBytes } = this.#content(imageId, store)
    return { fingerprint, sizeBytes }
  }
  async fsid(site: string): Promise<string> {
    return `fsid-of-${site}`
  }
  async listRbd(site: string, pool: string): Promise<readonly RbdListEntry[]> {
    return this.pools.get(`${site}/${pool}`) ?? []
  }
  async clusterUsage(site: string): Promise<ClusterUsage> {
    return { totalBytes: 0, availBytes: 0, usedBytes: 0, pools: this.poolUsages.get(site) ?? [] }
  }
  async traffic(): Promise<readonly TrafficCount[]> {
    return this.trafficCounts
  }
  async links(): Promise<readonly LinkState[]> {
    return this.linkStates
  }
  async setLink(site: string, change: LinkChange): Promise<void> {
    this.linkChanges.push({ site, change })
  }
  async copies(): Promise<readonly CopyRecord[]> {
    return this.copyRecords
  }
  async computeLog(site: string): Promise<readonly LogLine[]> {
    return this.logs.get(site) ?? []
  }

  #content(imageId: string, store: string): StoredContent & Partial<StoredFingerprint> {
    const content = this.contents.get(`${store}/${imageId}`)
    if (!content) throw new NotFoundError(`no image ${imageId} at ${store}`)
    return content
  }
}

export function imageRecord(image: Partial<ImageRecord> & { readonly id: string }): ImageRecord {
  return {
    name: image.id,
    status: 'active',
    diskFormat: 'raw',
    containerFormat: 'bare',
    locations: [],
    importingTo: [],
    failedImport: [],
    locked: false,
    properties: {},
    ...image,
  }
}

export function serverRecord(server: Partial<ServerRecord> & { readonly id: string }): ServerRecord {
  return { name: server.id, status: 'ACTIVE', zone: 'dcn0', volumes: [], ports: 1, ...server }
}

export function volumeRecord(volume: Partial<VolumeRecord> & { readonly id: string }): VolumeRecord {
  return { name: volume.id, status: 'available', sizeBytes: 8 * 1024 ** 3, zone: 'dcn0', attachedTo: [], ...volume }
}

/** Puts a changed copy of a record in its place. */
export function replace<T extends { readonly id: string }>(records: T[], id: string, change: Partial<T>): void {
  const index = records.findIndex((record) => record.id === id)
  const record = records[index]
  if (!record) throw new NotFoundError(`no record ${id}`)
  records[index] = { ...record, ...change }
}

function find<T extends { readonly id: string; readonly name: string }>(
  records: readonly T[],
  nameOrId: string,
): T | undefined {
  return records.find(({ id }) => id === nameOrId) ?? records.find(({ name }) => name === nameOrId)
}
