import { findImage } from '../engine/lookup.ts'
import { hasWatchers } from '../engine/refusals.ts'
import { planAbort, planCommit, planExecute, planPrepare } from '../engine/roles/plan-migration.ts'
import { type ImageState, specOf } from '../engine/state.ts'
import type { Migration } from '../port/migration.ts'
import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class MigrationSession implements Migration {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async prepare(source: RbdImageSpec, destination: RbdImageSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(source, options)
    this.#context.mayWrite({ pool: destination.pool, namespace: destination.namespace }, options)
    const { runtime } = this.#context
    const made = this.#context.newImage()
    await runtime.changeImages(() => {
      const image = findImage(runtime.state, source)
      const change = planPrepare(runtime.state, source, destination, made)
      this.#assertUnwatched(image)
      return { images: [image], change }
    })
  }

  async execute(spec: RbdImageSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImages(() => {
      return { images: [findImage(runtime.state, spec)], change: planExecute(runtime.state, spec) }
    })
  }

  async commit(spec: RbdImageSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImages(() => {
      return { images: [findImage(runtime.state, spec)], change: planCommit(runtime.state, spec) }
    })
  }

  async abort(spec: RbdImageSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImages(() => {
      const image = findImage(runtime.state, spec)
      const change = planAbort(runtime.state, spec)
      this.#assertUnwatched(image)
      return { images: [image], change }
    })
  }

  #assertUnwatched(image: ImageState): void {
    const watchers = this.#context.runtime.clients.watchers(image.id).map(({ name }) => name)
    if (watchers.length > 0) throw hasWatchers(specOf(image), watchers)
  }
}
