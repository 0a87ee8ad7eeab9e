import type { Change } from '../engine/changes.ts'
import { findPool } from '../engine/lookup.ts'
import { planDisableImage, planDisablePool, planEnableImage, planEnablePool } from '../engine/roles/plan-mirroring.ts'
import { allImages } from '../engine/state.ts'
import type { Mirroring, PoolMirroring } from '../port/mirroring.ts'
import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class MirroringSession implements Mirroring {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async pool(name: string, options?: CallOptions): Promise<PoolMirroring> {
    this.#context.mayRead(name, options)
    const { state, fsid } = this.#context.runtime
    const pool = findPool(state, name)
    const images = [...allImages(pool)].filter(({ mirror }) => mirror).length
    return { mode: pool.mirror.mode, siteName: fsid, images }
  }

  async enablePool(pool: string, mode: 'image' | 'pool', options?: CallOptions): Promise<void> {
    this.#context.mayWrite(pool, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planEnablePool(runtime.state, pool, mode))
  }

  async disablePool(name: string, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(name, options)
    const { runtime } = this.#context
    await runtime.changeImages(() => {
      const images = [...allImages(findPool(runtime.state, name))].filter(({ mirror }) => mirror)
      return { images, change: planDisablePool(runtime.state, name) }
    })
  }

  async enableImage(spec: RbdImageSpec, options?: CallOptions): Promise<void> {
    const { runtime } = this.#context
    const ids = { globalId: runtime.newUuid(), snapshotId: runtime.newUuid(), atMs: runtime.clock.now() }
    await this.#change(spec, options, () => planEnableImage(runtime.state, spec, ids))
  }

  async disableImage(spec: RbdImageSpec, options?: CallOptions): Promise<void> {
    await this.#change(spec, options, () => planDisableImage(this.#context.runtime.state, spec))
  }

  async #change(spec: RbdImageSpec, options: CallOptions | undefined, plan: () => Change | undefined): Promise<void> {
    this.#context.mayWrite(spec, options)
    await this.#context.runtime.changeImage(spec, plan)
  }
}
