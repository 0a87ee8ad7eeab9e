import { type CallOptions, type Content, contentLength } from '#ceph-sim/rbd.ts'
import { CancelledError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { AgentImage, AgentImageProgress, HubForSite, ImageLocation } from '#openstack/site-agent.ts'

export interface HubImage {
  readonly id: string
  readonly diskFormat?: string
  readonly content: readonly Content[]
  readonly locations?: readonly ImageLocation[]
}

/** The hub's Glance as a site sees it: images, a count of what was sent, and hooks to hold or break downloads. */
export class FakeHub implements HubForSite {
  readonly #images = new Map<string, HubImage>()
  readonly importingToStores: string[] = []
  readonly failedImport: string[] = []
  downloads = 0
  sentBytes = 0
  /** Awaited before each piece. */
  beforePiece: (index: number) => Promise<void> = async () => {}
  /** What happens when a site asks for a copy. */
  onCopy: (request: { readonly imageId: string; readonly store: string }) => Promise<void> = async () => {}

  /** @returns the image as a site is told of it */
  put(image: HubImage): AgentImage {
    this.#images.set(image.id, image)
    return this.#agentImage(image)
  }

  /** Changes what the hub answers without changing what the site was told. */
  setLocations(imageId: string, locations: readonly ImageLocation[]): void {
    this.#images.set(imageId, { ...this.#image(imageId), locations })
  }

  async *downloadImage(imageId: string, { signal }: CallOptions = {}): AsyncGenerator<Content> {
    this.downloads++
    const { content } = this.#image(imageId)
    for (const [index, piece] of content.entries()) {
      await this.beforePiece(index)
      if (signal?.aborted) throw new CancelledError('cancelled')
      this.sentBytes += contentLength(piece)
      yield piece
    }
  }

  copyImageToStore(request: { readonly imageId: string; readonly store: string }): Promise<void> {
    return this.onCopy(request)
  }

  async showImage(imageId: string): Promise<AgentImageProgress> {
    return {
      image: this.#agentImage(this.#image(imageId)),
      importingToStores: [...this.importingToStores],
      failedImport: [...this.failedImport],
    }
  }

  #image(imageId: string): HubImage {
    const image = this.#images.get(imageId)
    if (!image) throw new NotFoundError(`No image found with ID ${imageId}`)
    return image
  }

  #agentImage({ id, diskFormat = 'raw', content, locations = [] }: HubImage): AgentImage {
    const sizeBytes = content.reduce((total, piece) => total + contentLength(piece), 0)
    return { id, diskFormat, sizeBytes, locations }
  }
}
