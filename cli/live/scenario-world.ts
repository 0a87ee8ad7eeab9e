import { link, mkdir, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Rbd, RbdSpec } from '#ceph-sim/rbd.ts'
import type { Cloud, CloudImage, CloudServer, CloudVolume } from '#cli/commands/cloud.ts'
import type { ClusterDirectory, ClusterSession } from '#cli/commands/rbd/cluster-directory.ts'
import { runCommand } from '#cli/commands/run-command.ts'
import { writeDemoImage } from '#cli/demo-image.ts'
import { fingerprintImage, sha512Image } from '#cli/scenario/read-back.ts'
import type {
  CommandResult,
  CopyRecord,
  ImageRecord,
  ScenarioFile,
  ServerRecord,
  SnapshotRecord,
  StoredContent,
  StoredFingerprint,
  VolumeRecord,
  World,
} from '#cli/scenario/world.ts'
import type { Topology } from '#cli/topology/topology.ts'
import { ConflictError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { GiB } from '#kernel/units/bytes.ts'
import { parseFullLocationUrl } from '#openstack/drivers/location-url.ts'
import { FileServer } from './file-server.ts'

export interface ScenarioWorldDeps {
  readonly clock: Clock
  readonly cloud: Cloud
  readonly clusters: ClusterDirectory
  readonly topology: Topology
  /** Where the scenario's files are made and its commands run. */
  readonly workDirectory: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A live world as the scenario runner needs it. */
export class ScenarioWorld implements World {
  readonly clock: Clock
  readonly #deps: ScenarioWorldDeps
  readonly #server: FileServer
  readonly #sessions = new Map<string, ClusterSession>()

  constructor(deps: ScenarioWorldDeps) {
    this.#deps = deps
    this.clock = deps.clock
    this.#server = new FileServer(deps.clock)
  }

  async close(): Promise<void> {
    await this.#server.stop()
    for (const session of this.#sessions.values()) session.close?.()
  }

  async run(argv: readonly string[], { signal }: { signal?: AbortSignal | undefined } = {}): Promise<CommandResult> {
    const out: string[] = []
    const err: string[] = []
    const { cloud, clusters, clock, workDirectory, env } = this.#deps
    const io = {
      stdout: (text: string) => void out.push(text),
      stderr: (text: string) => void err.push(text),
      cwd: workDirectory,
      env,
      signal,
      clock,
    }
    const exit = await runCommand(argv, io, { cloud: () => cloud, clusters: () => clusters })
    return { exit, stdout: out.join(''), stderr: err.join('') }
  }

  async prepareFile(file: ScenarioFile): Promise<void> {
    const path = join(this.#deps.workDirectory, file.name)
    await mkdir(dirname(path), { recursive: true })
    if (file.kind === 'generated') await writeDemoImage({ ...file, path })
    else await linkOrPoint(resolve(file.path), path)
    if (file.serveAt !== undefined) this.#server.serve(`/${[file.serveAt, file.name].filter(Boolean).join('/')}`, path)
  }

  serveFiles(): Promise<string> {
    return this.#server.start()
  }

  async fetches() {
    return this.#server.fetches
  }

  async image(nameOrId: string): Promise<ImageRecord | undefined> {
    return one('image', nameOrId, await this.images())
  }

  async images(): Promise<readonly ImageRecord[]> {
    return (await this.#deps.cloud.images.list()).map(imageRecord).reverse()
  }

  async volume(nameOrId: string): Promise<VolumeRecord | undefined> {
    return one('volume', nameOrId, await this.volumes())
  }

  async volumes(): Promise<readonly VolumeRecord[]> {
    return (await this.#deps.cloud.volumes.list()).map(volumeRecord).reverse()
  }

  async snapshot(nameOrId: string): Promise<SnapshotRecord | undefined> {
    const snapshots = (await this.#deps.cloud.volumes.listSnapshots()).map((snapshot) => ({
      id: snapshot.id,
      name: snapshot.name,
      status: snapshot.status,
      volumeId: snapshot.volumeId,
      sizeBytes: snapshot.sizeGib * GiB,
      consistency: snapshot.consistency as 'clean' | 'crash-consistent',
    }))
    return one('snapshot', nameOrId, snapshots)
  }

  async server(nameOrId: string): Promise<ServerRecord | undefined> {
    return one('server', nameOrId, await this.servers())
  }

  async servers(): Promise<readonly ServerRecord[]> {
    return (await this.#deps.cloud.servers.list()).map(serverRecord).reverse()
  }

  async imageSettings() {
    return this.#deps.topology.glance
  }

  async hashAtStore(imageId: string, store: string): Promise<StoredContent> {
    return sha512Image(...(await this.#stored(imageId, store)))
  }

  async fingerprintAtStore(imageId: string, store: string): Promise<StoredFingerprint> {
    return fingerprintImage(...(await this.#stored(imageId, store)))
  }

  async fsid(site: string): Promise<string> {
    return (await (await this.#cluster(site)).cluster()).fsid
  }

  async listRbd(site: string, pool: string) {
    return (await this.#cluster(site)).listDetailed(pool)
  }

  async clusterUsage(site: string) {
    return (await this.#cluster(site)).df()
  }

  async traffic() {
    const counts = await this.#deps.cloud.sites.listTraffic()
    return counts.map((count) => ({ ...count, class: count.class as 'image' }))
  }

  async links() {
    return this.#deps.cloud.sites.listLinks()
  }

  async setLink(site: string, { bandwidthBitsPerSecond, ...change }: Parameters<World['setLink']>[1]): Promise<void> {
    const both =
      bandwidthBitsPerSecond === undefined
        ? {}
        : { downBitsPerSecond: bandwidthBitsPerSecond, upBitsPerSecond: bandwidthBitsPerSecond }
    await this.#deps.cloud.sites.setLink(site, { ...both, ...change })
  }

  async copies(): Promise<readonly CopyRecord[]> {
    const kinds: Readonly<Record<string, CopyRecord['kind']>> = { upload: 'upload', 'copy-image': 'copy' }
    const states: Readonly<Record<string, CopyRecord['status']>> = { done: 'done', failed: 'failed' }
    return (await this.#deps.cloud.images.listCopies()).map((copy) => ({
      image: copy.imageId,
      store: copy.store,
      kind: kinds[copy.method] ?? 'import',
      startedMs: copy.startedMs,
      ...(copy.endedMs === undefined ? {} : { endedMs: copy.endedMs }),
      wanBytes: copy.bytes,
      status: states[copy.state] ?? 'running',
    }))
  }

  async computeLog(site: string) {
    const lines = await this.#deps.cloud.servers.computeLog(site)
    return lines.map(({ level, message }) => ({ level: level as 'INFO', text: message }))
  }

  /** Where a store keeps an image, straight in its cluster: looking must not cross the WAN that is being watched. */
  async #stored(imageId: string, store: string): Promise<[Rbd, RbdSpec]> {
    const image = await this.#deps.cloud.images.get(imageId)
    const location = image.locations.find((candidate) => candidate.store === store)
    const spec = location && parseFullLocationUrl(location.url)
    if (!spec) throw new NotFoundError(`image ${imageId} has no data at store ${store}`, { image: imageId, store })
    return [await this.#cluster(store), spec]
  }

  async #cluster(site: string): Promise<Rbd> {
    const known = this.#sessions.get(site)
    if (known) return known
    const session = await this.#deps.clusters.open(site, {})
    this.#sessions.set(site, session)
    return session
  }
}

/** The user's file under the scenario's name: the same bytes, never a copy, never written to. */
async function linkOrPoint(target: string, path: string): Promise<void> {
  await link(target, path).catch(() => symlink(target, path))
}

function one<T extends { readonly id: string; readonly name: string }>(
  what: string,
  nameOrId: string,
  all: readonly T[],
): T | undefined {
  const byId = all.find(({ id }) => id === nameOrId)
  if (byId) return byId
  const named = all.filter(({ name }) => name === nameOrId)
  if (named.length > 1)
    throw new ConflictError(`${named.length} ${what}s are named ${nameOrId}`, { what, name: nameOrId })
  return named[0]
}

const importPrefix = 'os_glance_'

function imageRecord(image: CloudImage): ImageRecord {
  const properties = new Map(image.properties.map(({ name, value }) => [name, value]))
  const list = (name: string) =>
    properties
      .get(importPrefix + name)
      ?.split(',')
      .filter(Boolean) ?? []
  const { osHashAlgo, osHashValue, ...rest } = image
  return {
    ...rest,
    ...(osHashAlgo === undefined ? {} : { hashAlgo: osHashAlgo }),
    ...(osHashValue === undefined ? {} : { hashValue: osHashValue }),
    importingTo: list('importing_to_stores'),
    failedImport: list('failed_import'),
    locked: properties.has(`${importPrefix}import_task`),
    properties: Object.fromEntries([...properties].filter(([name]) => !name.startsWith(importPrefix))),
  }
}

function volumeRecord(volume: CloudVolume): VolumeRecord {
  return {
    id: volume.id,
    name: volume.name,
    status: volume.status,
    sizeBytes: volume.sizeGib * GiB,
    zone: volume.availabilityZone,
    attachedTo: volume.attachments.map(({ serverId }) => serverId),
  }
}

function serverRecord(server: CloudServer): ServerRecord {
  return {
    id: server.id,
    name: server.name,
    status: server.status,
    zone: server.availabilityZone,
    ...(server.host === undefined ? {} : { host: server.host }),
    ...(server.fault === undefined ? {} : { fault: server.fault.message }),
    volumes: server.volumeIds,
    ports: server.addresses.length,
  }
}
