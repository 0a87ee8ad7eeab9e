import type { CallOptions, Rbd, RbdImageSpec } from '#ceph-sim/rbd.ts'
import { asDomainError, ConflictError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { FlavorDiskTooSmallError, ImageUnacceptableError } from '#openstack/drivers/nova-rbd.ts'
import { throwIfAborted } from '#openstack/drivers/piece-reader.ts'
import { type UndoStack, undoOnFailure } from '#openstack/drivers/undo-stack.ts'
import {
  BuildAbortedError,
  type PowerServerRequest,
  type RunningServer,
  type SnapshotDiskRequest,
  type SnapshotDiskResult,
  type SpawnServerRequest,
  serverDisk,
  volumeImage,
} from '#openstack/site-agent.ts'
import type { InFlight } from '../agent/in-flight.ts'
import { ImageNotFoundError } from '../images/fetch-to-host.ts'
import { makeRootDisk, type RootDiskDeps } from './root-disk.ts'

export interface ServerServiceDeps extends RootDiskDeps {
  readonly rbd: Rbd
  readonly hosts: readonly string[]
  readonly inFlight: InFlight
}

/** The site's compute hosts. A guest that runs has its disks open: a watcher and the exclusive lock, as the server's id. */
export class ServerService {
  readonly #deps: ServerServiceDeps
  readonly #running = new Set<string>()

  constructor(deps: ServerServiceDeps) {
    this.#deps = deps
  }

  /** @throws BuildAbortedError; ConflictError when the server exists; what the cluster or the hub throws */
  spawn(request: SpawnServerRequest, { signal }: CallOptions = {}): Promise<void> {
    const { hosts, inFlight } = this.#deps
    const { serverId, host } = request
    return inFlight.run(
      serverKey(serverId),
      async (signal) => {
        if (!hosts.includes(host)) throw new NotFoundError(`Compute host ${host} could not be found.`, { host })
        if (this.#running.has(serverId)) throw new ConflictError(`Instance ${serverId} already exists.`)
        try {
          await undoOnFailure((undo) => this.#build(request, undo, signal))
        } catch (error) {
          throw buildFailure(serverId, error)
        }
      },
      signal,
    )
  }

  /** Closes the disks of a server; one that is off already stays off. */
  powerOff(request: PowerServerRequest, { signal }: CallOptions = {}): Promise<void> {
    return this.#deps.inFlight.run(serverKey(request.serverId), (signal) => this.#close(request, signal), signal)
  }

  /** @throws NotFoundError without a disk; ConflictError when another guest has it open */
  powerOn(request: PowerServerRequest, { signal }: CallOptions = {}): Promise<void> {
    const { serverId } = request
    const work = async (signal: AbortSignal) => {
      await this.#deps.rbd.attach(diskOf(request), { owner: serverId, signal })
      this.#running.add(serverId)
    }
    return this.#deps.inFlight.run(serverKey(serverId), work, signal)
  }

  /** Ends a build that is under way; stops the guest; removes its own disk. A root volume stays. */
  async destroy(request: PowerServerRequest, { signal }: CallOptions = {}): Promise<void> {
    const { inFlight, driver, cache } = this.#deps
    await inFlight.cancel(serverKey(request.serverId))
    const work = async (signal: AbortSignal) => {
      await this.#close(request, signal)
      if (request.rootVolumeId === undefined) await driver.destroyRootDisk(request.serverId, { signal })
      cache.releaseServer(request.serverId)
    }
    await inFlight.run(serverKey(request.serverId), work, signal)
  }

  snapshotDisk({ disk, imageId }: SnapshotDiskRequest, { signal }: CallOptions = {}): Promise<SnapshotDiskResult> {
    const work = (signal: AbortSignal) => this.#deps.driver.directSnapshot(disk, imageId, { signal })
    return this.#deps.inFlight.run(`image ${imageId}`, work, signal)
  }

  /** After a restart: opens the disks of the servers that should run. One that cannot run keeps no other from it. */
  async resume(servers: readonly RunningServer[]): Promise<void> {
    const { rbd, log, hosts } = this.#deps
    for (const { serverId, disks } of servers) {
      try {
        for (const disk of disks) await rbd.attach(disk, { owner: serverId })
        this.#running.add(serverId)
      } catch (error) {
        const message = `[instance: ${serverId}] Failed to resume instance: ${asDomainError(error).message}`
        log.append(hosts[0]!, { level: 'ERROR', logger: 'nova.compute.manager', message })
      }
    }
  }

  async #build(request: SpawnServerRequest, undo: UndoStack, signal: AbortSignal): Promise<void> {
    const { driver, rbd, cache } = this.#deps
    const { serverId, root } = request
    let disk: RbdImageSpec
    if (root.kind === 'volume') disk = volumeImage(root.volumeId)
    else {
      disk = await makeRootDisk(this.#deps, { ...request, image: root.image }, signal)
      undo.push(async () => {
        cache.releaseServer(serverId)
        await driver.destroyRootDisk(serverId)
      })
      await driver.fitToFlavor(disk, root.diskBytes, { signal })
    }
    await undo.make(rbd.attach(disk, { owner: serverId, signal }), () => rbd.detach(disk, { owner: serverId }))
    throwIfAborted(signal)
    this.#running.add(serverId)
  }

  async #close(request: PowerServerRequest, signal: AbortSignal): Promise<void> {
    const { serverId } = request
    try {
      await this.#deps.rbd.detach(diskOf(request), { owner: serverId, signal })
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error
    }
    this.#running.delete(serverId)
  }
}

const serverKey = (serverId: string) => `server ${serverId}`

function diskOf({ serverId, rootVolumeId }: PowerServerRequest): RbdImageSpec {
  return rootVolumeId === undefined ? serverDisk(serverId) : volumeImage(rootVolumeId)
}

/** What keeps any host from building the server becomes BuildAborted; the rest is the failure of this attempt. */
function buildFailure(serverId: string, error: unknown): unknown {
  const final =
    error instanceof ImageUnacceptableError ||
    error instanceof FlavorDiskTooSmallError ||
    error instanceof ImageNotFoundError
  return final ? new BuildAbortedError(serverId, error.message, { cause: error }) : error
}
