import type { CallOptions } from '#ceph-sim/rbd.ts'
import { type CinderRbdDriver, snapshotOf } from '#openstack/drivers/cinder-rbd.ts'
import type { AgentImage, CreateVolumeRequest, CreateVolumeResult, VolumeSnapshotRef } from '#openstack/site-agent.ts'
import type { InFlight } from '../agent/in-flight.ts'
import { type FetchDeps, withRawContent } from '../images/fetch-to-host.ts'

export interface VolumeServiceDeps extends FetchDeps {
  readonly driver: CinderRbdDriver
  readonly inFlight: InFlight
  /** Where images that must be converted are kept meanwhile. */
  readonly conversionDirectory: string
}

/** The site's cinder-volume. */
export class VolumeService {
  readonly #deps: VolumeServiceDeps

  constructor(deps: VolumeServiceDeps) {
    this.#deps = deps
  }

  createVolume(request: CreateVolumeRequest, options: CallOptions = {}): Promise<CreateVolumeResult> {
    return this.#alone(request.volumeId, (signal) => this.#create(request, signal), options)
  }

  /** Deleting a volume that is being made ends that first. */
  async deleteVolume(volumeId: string, options: CallOptions = {}): Promise<void> {
    await this.#deps.inFlight.cancel(volumeKey(volumeId))
    await this.#alone(volumeId, (signal) => this.#deps.driver.deleteVolume(volumeId, { signal }), options)
  }

  createVolumeSnapshot(request: VolumeSnapshotRef, options: CallOptions = {}): Promise<void> {
    const work = (signal: AbortSignal) => this.#deps.driver.createSnapshot(request, { signal })
    return this.#deps.inFlight.run(`snapshot ${snapshotOf(request).snapshot}`, work, options.signal)
  }

  deleteVolumeSnapshot(request: VolumeSnapshotRef, options: CallOptions = {}): Promise<void> {
    const work = (signal: AbortSignal) => this.#deps.driver.deleteSnapshot(request, { signal })
    return this.#deps.inFlight.run(`snapshot ${snapshotOf(request).snapshot}`, work, options.signal)
  }

  #alone<T>(volumeId: string, work: (signal: AbortSignal) => Promise<T>, { signal }: CallOptions): Promise<T> {
    return this.#deps.inFlight.run(volumeKey(volumeId), work, signal)
  }

  async #create(request: CreateVolumeRequest, signal: AbortSignal): Promise<CreateVolumeResult> {
    const { driver } = this.#deps
    const { source, ...volume } = request
    if (source === undefined) {
      await driver.createBlank(volume.volumeId, volume.sizeBytes, { signal })
      return { cloned: false }
    }
    switch (source.kind) {
      case 'image':
        return { cloned: await this.#createFromImage(volume, source.image, signal) }
      case 'snapshot':
        return { cloned: await driver.createFromSnapshot(volume, source, { signal }) }
      case 'volume':
        return { cloned: await driver.createFromVolume(volume, source.volumeId, { signal }) }
    }
  }

  /** @returns whether the volume shares the image's data; otherwise it was downloaded */
  async #createFromImage(
    volume: { readonly volumeId: string; readonly sizeBytes: number },
    image: AgentImage,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { driver, conversionDirectory } = this.#deps
    if (await driver.cloneImage(volume, image, { signal })) return true
    const spool = { path: `${conversionDirectory}/${volume.volumeId}`, signal }
    await withRawContent(this.#deps, image, spool, (content) =>
      driver.importImage(volume, { id: image.id, ...content }, { signal }),
    )
    return false
  }
}

const volumeKey = (volumeId: string) => `volume ${volumeId}`
