import { requireServerAction } from '#openstack/states/server.ts'
import type { BackgroundWork } from '../background-work.ts'
import type { Actor } from '../identity/actor.ts'
import type { ImageService } from '../images/image-service.ts'
import type { SiteRegistry } from '../sites/site-registry.ts'
import type { VolumeService } from '../volumes/volume-service.ts'
import type { Server } from './server.ts'
import { rootDisk, type ServerService } from './server-service.ts'

/**
 * What an image of a volume-backed server is (T05): `data-image` as the procedures document it, a full copy at the
 * server's site; `pointer-image` as upstream does it, an empty image that points to a volume snapshot.
 */
export type VolumeServerImage = 'data-image' | 'pointer-image'

export interface ServerImageDeps {
  readonly servers: ServerService
  readonly images: ImageService
  readonly volumes: VolumeService
  readonly sites: SiteRegistry
  readonly work: BackgroundWork
}

/** `openstack server image create`. */
export class ServerImages {
  readonly #deps: ServerImageDeps
  readonly #ofVolumes: VolumeServerImage

  constructor(deps: ServerImageDeps, ofVolumes: VolumeServerImage) {
    this.#deps = deps
    this.#ofVolumes = ofVolumes
  }

  /** Answers the new image's id while it is still `queued`. */
  async create(actor: Actor, serverId: string, name: string): Promise<string> {
    const { servers, work } = this.#deps
    const server = await servers.get(actor, serverId)
    requireServerAction('createImage', server)
    const pointer = server.rootVolumeId !== undefined && this.#ofVolumes === 'pointer-image'
    const id = pointer ? await this.#pointerImage(actor, server, name) : await this.#dataImage(actor, server, name)
    if (pointer) return id
    work.start(`image of server ${serverId}`, () =>
      servers.whileTask(server, 'image_uploading', () => this.#snapshot(actor, server, id)),
    )
    return id
  }

  async #dataImage(actor: Actor, server: Server, name: string): Promise<string> {
    const image = await this.#deps.images.create(actor, {
      name,
      visibility: 'private',
      properties: {
        base_image_ref: server.imageId ?? '',
        owner_user_name: actor.user,
        owner_project_name: actor.project,
        boot_roles: actor.roles.join(','),
        instance_uuid: server.id,
        user_id: actor.user,
        image_type: 'snapshot',
      },
    })
    return image.id
  }

  /** Nova's direct snapshot, inside the site's cluster: no byte crosses the WAN (O50). */
  async #snapshot(actor: Actor, server: Server, imageId: string): Promise<void> {
    const { images, sites } = this.#deps
    try {
      const { agent } = await sites.reach(server.availabilityZone)
      const { url, sizeBytes } = await agent.snapshotDisk({ disk: rootDisk(server), imageId })
      await images.registerLocation(imageId, { url, store: server.availabilityZone }, sizeBytes)
    } catch (error) {
      await images.delete(actor, imageId)
      throw error
    }
  }

  async #pointerImage(actor: Actor, server: Server, name: string): Promise<string> {
    const { images, volumes } = this.#deps
    const volume = await volumes.get(actor, server.rootVolumeId!)
    const snapshot = await volumes.createSnapshot(actor, {
      volumeId: volume.id,
      name: `snapshot for ${name}`,
      force: true,
    })
    const mapping = [
      {
        boot_index: 0,
        delete_on_termination: false,
        destination_type: 'volume',
        device_name: '/dev/vda',
        snapshot_id: snapshot.id,
        source_type: 'snapshot',
        volume_size: volume.sizeGib,
      },
    ]
    const image = await images.create(actor, {
      name,
      diskFormat: 'raw',
      containerFormat: 'bare',
      visibility: 'private',
      properties: {
        base_image_ref: '',
        owner_user_name: actor.user,
        owner_project_name: actor.project,
        boot_roles: actor.roles.join(','),
        root_device_name: '/dev/vda',
        block_device_mapping: JSON.stringify(mapping),
        bdm_v2: 'True',
      },
    })
    await images.upload(actor, image.id, { sizeBytes: 0, content: nothing() })
    return image.id
  }
}

async function* nothing(): AsyncGenerator<never> {}
