import {
  planDisableFeatures,
  planEnableFeatures,
  planRebuildObjectMap,
  readableWithObjectMap,
} from '../engine/images/plan-features.ts'
import type { ImageFeatures } from '../port/image-features.ts'
import type { CallOptions, RbdImageSpec, RbdSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class ImageFeaturesSession implements ImageFeatures {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async enable(spec: RbdImageSpec, features: readonly string[], options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImage(spec, () => planEnableFeatures(runtime.state, spec, features).change)
  }

  async disable(spec: RbdImageSpec, features: readonly string[], options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImage(spec, () => planDisableFeatures(runtime.state, spec, features).change)
  }

  async checkObjectMap(spec: RbdSpec, options?: CallOptions): Promise<void> {
    this.#context.mayRead(spec, options)
    readableWithObjectMap(this.#context.runtime.state, spec)
  }

  async rebuildObjectMap(spec: RbdSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImage(spec, () => planRebuildObjectMap(runtime.state, spec).change)
  }
}
