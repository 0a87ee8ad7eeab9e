import { createHash } from 'node:crypto'
import type { CallOptions, Content } from '#ceph-sim/rbd.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { AgentImage } from '#openstack/site-agent.ts'
import { type FetchDeps, fetchRaw, partSuffix } from '../images/fetch-to-host.ts'
import { SharedWork } from './shared-work.ts'

export interface ImageCacheDeps extends FetchDeps {
  readonly clock: Clock
}
export interface ImageCacheOptions {
  readonly hosts: readonly string[]
  /** Default 86400 s. */
  readonly maxAgeMs?: number | undefined
  /** Default 2400 s. */
  readonly managerIntervalMs?: number | undefined
}

/** A raw image on a host's local disk. */
export interface CachedImage {
  readonly path: string
  readonly sizeBytes: number
  content(options?: CallOptions): AsyncIterable<Content>
}

/**
 * Nova's image cache: raw images in the directory `_base` of each host, named by the SHA-1 of the image id. A host
 * downloads an image once, however many boots wait for it. Files that no server was made from and that nobody has used
 * for a day are removed.
 *
 * @see openstack/nova nova/virt/libvirt/imagecache.py
 */
export class ImageCache {
  readonly #deps: ImageCacheDeps
  readonly #hosts: readonly string[]
  readonly #maxAgeMs: number
  readonly #managerIntervalMs: number
  readonly #downloads = new SharedWork<void>()
  /** By path: the servers whose disks were imported from it. */
  readonly #users = new Map<string, Set<string>>()
  #changed = Promise.withResolvers<void>()

  constructor(deps: ImageCacheDeps, options: ImageCacheOptions) {
    this.#deps = deps
    this.#hosts = options.hosts
    this.#maxAgeMs = options.maxAgeMs ?? 86_400_000
    this.#managerIntervalMs = options.managerIntervalMs ?? 2_400_000
  }

  pathOf(host: string, imageId: string): string {
    return `${baseOf(host)}/${createHash('sha1').update(imageId).digest('hex')}`
  }

  /** The image if this host has it; counts as a use. */
  async find(host: string, imageId: string): Promise<CachedImage | undefined> {
    const { hostDisk, clock } = this.#deps
    const path = this.pathOf(host, imageId)
    const stat = await hostDisk.stat(path)
    if (!stat) return undefined
    await hostDisk.touch(path, clock.now())
    return { path, sizeBytes: stat.sizeBytes, content: (options = {}) => hostDisk.content(path, options) }
  }

  /** The image, downloaded first if this host does not have it. @throws as `fetchRaw` */
  async fetch(host: string, image: AgentImage, signal?: AbortSignal): Promise<CachedImage> {
    const path = this.pathOf(host, image.id)
    for (;;) {
      const cached = await this.find(host, image.id)
      if (cached) return cached
      await this.#downloads.run(path, (download) => this.#fetch(image, path, download), signal)
    }
  }

  /** A server's disk came from this file: it stays until `releaseServer`. */
  addUser(path: string, serverId: string): void {
    const users = this.#users.get(path) ?? new Set()
    this.#users.set(path, users.add(serverId))
  }

  releaseServer(serverId: string): void {
    for (const [path, users] of this.#users) {
      if (users.delete(serverId) && users.size === 0) this.#users.delete(path)
    }
    this.#wake()
  }

  /** Removes what a crash left unfinished. */
  async recover(): Promise<void> {
    const { hostDisk } = this.#deps
    for (const directory of this.#hosts.flatMap((host) => [baseOf(host), conversionOf(host)])) {
      for (const name of await hostDisk.list(directory)) {
        if (name.endsWith(partSuffix)) await hostDisk.remove(`${directory}/${name}`)
      }
    }
  }

  /** One round of the cache manager. @returns the paths removed */
  async prune(): Promise<readonly string[]> {
    const { hostDisk, clock } = this.#deps
    const removed: string[] = []
    for (const path of await this.#files()) {
      const stat = await hostDisk.stat(path)
      if (!stat) continue
      if (this.#users.has(path)) await hostDisk.touch(path, clock.now())
      else if (clock.now() - stat.usedAtMs > this.#maxAgeMs) {
        await hostDisk.remove(path)
        removed.push(path)
      }
    }
    return removed
  }

  /** Runs the cache manager until the signal aborts. It rests while there is nothing that could grow old. */
  async manage(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake(), { once: true })
    while (!signal.aborted) {
      const changed = this.#changed.promise
      const files = await this.#files()
      if (files.every((path) => this.#users.has(path))) await changed
      else {
        await this.#deps.clock.sleep(this.#managerIntervalMs, { signal }).catch(() => {})
        if (!signal.aborted) await this.prune()
      }
    }
  }

  async #fetch(image: AgentImage, path: string, signal: AbortSignal): Promise<void> {
    if (await this.#deps.hostDisk.stat(path)) return
    await fetchRaw(this.#deps, image, path, signal)
    this.#wake()
  }

  async #files(): Promise<readonly string[]> {
    const files: string[] = []
    for (const host of this.#hosts) {
      const names = await this.#deps.hostDisk.list(baseOf(host))
      files.push(...names.filter((name) => !name.endsWith(partSuffix)).map((name) => `${baseOf(host)}/${name}`))
    }
    return files
  }

  #wake(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}

/** Where a host keeps images while it converts them for volumes. */
export const conversionOf = (host: string): string => `${host}/conversion`
const baseOf = (host: string) => `${host}/_base`
