import { findImage } from '../engine/lookup.ts'
import type { HeldImage, HoldOptions, ImageClients, Watcher } from '../port/image-clients.ts'
import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class ImageClientsSession implements ImageClients {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async hold(spec: RbdImageSpec, options: HoldOptions & CallOptions = {}): Promise<HeldImage> {
    this.#context.mayWrite(spec, options)
    const { lock = 'on-write', signal } = options
    const { state, clients } = this.#context.runtime
    const image = findImage(state, spec)
    const client = clients.open(image, { keepsLock: lock === 'keep' })
    try {
      if (lock !== 'on-write') await clients.acquire(image, client, signal)
    } catch (thrown) {
      clients.close(image, client)
      throw thrown
    }
    const die = () => clients.die(image, client)
    signal?.addEventListener('abort', die, { once: true })
    return {
      watcher: { address: client.address, client: client.client, cookie: client.cookie },
      over: client.over,
      release: async () => {
        signal?.removeEventListener('abort', die)
        clients.close(image, client)
      },
    }
  }

  async watchers(spec: RbdImageSpec, options?: CallOptions): Promise<readonly Watcher[]> {
    this.#context.mayRead(spec, options)
    const { state, clients } = this.#context.runtime
    const watchers = clients.watchers(findImage(state, spec).id)
    return watchers.map(({ address, client, cookie }) => ({ address, client, cookie }))
  }
}
