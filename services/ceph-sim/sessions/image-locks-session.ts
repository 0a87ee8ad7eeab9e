import { lockHeld, lockMissing, planAddLock, planBreakLock } from '../engine/images/plan-client-access.ts'
import { findImage } from '../engine/lookup.ts'
import type { ImageLock, ImageLocks } from '../port/image-locks.ts'
import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

/** The tag of the lock that librbd manages itself. */
const managedTag = 'internal'

export class ImageLocksSession implements ImageLocks {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async list(spec: RbdImageSpec, options?: CallOptions): Promise<ImageLock | undefined> {
    this.#context.mayRead(spec, options)
    const { state, clients } = this.#context.runtime
    const image = findImage(state, spec)
    if (image.locks) return image.locks
    const holder = clients.holderOf(image.id)
    if (!holder) return undefined
    const locker = { id: `auto ${holder.cookie}`, locker: `client.${holder.client}`, address: holder.address }
    return { shared: false, tag: managedTag, lockers: [locker] }
  }

  async add(spec: RbdImageSpec, options: { id: string; sharedTag?: string | undefined } & CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    const { address, client } = runtime.clients.newIdentity()
    const locker = { id: options.id, locker: `client.${client}`, address }
    await runtime.withImage(spec, async (image) => {
      const { change } = planAddLock(runtime.state, spec, locker, options.sharedTag)
      if (runtime.clients.holderOf(image.id)) throw lockHeld(spec)
      await runtime.commit(change)
    })
  }

  async break(spec: RbdImageSpec, options: { id: string; locker: string } & CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    const { clients } = runtime
    const { id, locker } = options
    await runtime.withImage(spec, async (image) => {
      const holder = clients.holderOf(image.id)
      if (holder) {
        if (id !== `auto ${holder.cookie}` || locker !== `client.${holder.client}`) throw lockMissing(spec, id, locker)
        return clients.breakLock(image, holder)
      }
      const { change, broken } = planBreakLock(runtime.state, spec, { id, locker })
      await runtime.block(broken.address)
      await runtime.commit(change)
      clients.manualLocksChanged(image)
    })
  }
}
