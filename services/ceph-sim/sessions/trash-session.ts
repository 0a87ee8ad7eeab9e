import { asDomainError, ConflictError } from '#kernel/errors/domain-error.ts'
import { findImage, findImages, findPool, findTrashed } from '../engine/lookup.ts'
import { byCode } from '../engine/names.ts'
import { parentSpec } from '../engine/queries.ts'
import { planRestore, planTrash, planTrashRemoval } from '../engine/roles/plan-trash.ts'
import type { ImageState } from '../engine/state.ts'
import { poolMaxAvailBytes, poolRawBytes } from '../engine/status/capacity.ts'
import type { Trash, TrashedImage, TrashedImageSpec } from '../port/trash.ts'
import type { CallOptions, NamespaceOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class TrashSession implements Trash {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async move(spec: RbdImageSpec, options?: { deferForMs?: number } & CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    const atMs = runtime.clock.now()
    const plan = () => planTrash(runtime.state, spec, { atMs, deferForMs: options?.deferForMs }).change
    const move = () => runtime.changeCluster(plan)
    await runtime.clients.takingAway(findImage(runtime.state, spec), spec, move, options?.signal)
  }

  async list(
    pool: string,
    options?: { all?: boolean } & NamespaceOptions & CallOptions,
  ): Promise<readonly TrashedImage[]> {
    this.#context.mayRead({ pool, namespace: options?.namespace }, options)
    const { state } = this.#context.runtime
    return this.#entries(pool, options?.namespace)
      .filter(({ trash }) => options?.all || trash?.source === 'user')
      .sort((a, b) => byCode(a.id, b.id))
      .map((image) => {
        const parent = parentSpec(state, image)
        return { id: image.id, name: image.name, ...image.trash!, ...(parent && { parent }) }
      })
  }

  async remove(spec: TrashedImageSpec, options?: { force?: boolean } & CallOptions): Promise<void> {
    this.#context.mayWrite({ pool: spec.pool, namespace: spec.namespace }, options)
    const { runtime } = this.#context
    const atMs = runtime.clock.now()
    findTrashed(runtime.state, spec)
    await runtime.removeImage(
      { ...spec, image: spec.id },
      (_, assertUnwatched) => {
        const { change } = planTrashRemoval(runtime.state, spec, { atMs, force: options?.force })
        assertUnwatched()
        return change
      },
      options?.signal,
    )
  }

  async restore(spec: TrashedImageSpec, options?: { name?: string } & CallOptions): Promise<void> {
    this.#context.mayWrite({ pool: spec.pool, namespace: spec.namespace }, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planRestore(runtime.state, spec, { name: options?.name }).change)
  }

  async purge(
    pool: string,
    options: { withinMs?: number; threshold?: number } & NamespaceOptions & CallOptions = {},
  ): Promise<number> {
    this.#context.mayWrite({ pool, namespace: options.namespace }, options)
    const { withinMs = 0, threshold, namespace } = options
    const beforeMs = this.#context.runtime.clock.now() + withinMs
    const isFull = () => threshold === undefined || this.#usedShare(pool) > threshold
    let left = this.#entries(pool, namespace)
      .filter(({ trash }) => trash?.source === 'user' && (threshold !== undefined || isOver(trash, beforeMs)))
      .sort((a, b) => a.trash!.deferredUntilMs - b.trash!.deferredUntilMs || byCode(a.id, b.id))
    let removed = 0
    for (let more = true; more && isFull(); ) {
      const kept: ImageState[] = []
      for (const image of left) {
        if (!isFull()) return removed
        if (await this.#removed({ pool, id: image.id, ...(namespace && { namespace }) }, options)) removed++
        else kept.push(image)
      }
      // A clone that went may have set its parent free.
      more = kept.length > 0 && kept.length < left.length
      left = kept
    }
    if (left.length > 0 && isFull()) throw notPurged(pool, left)
    return removed
  }

  async #removed(spec: TrashedImageSpec, options: CallOptions): Promise<boolean> {
    try {
      await this.remove(spec, { force: true, signal: options.signal })
      return true
    } catch (thrown) {
      const { code } = asDomainError(thrown)
      if (code === 'not_found') return true
      if (code !== 'conflict') throw thrown
      return false
    }
  }

  #entries(pool: string, namespace = ''): ImageState[] {
    const { state } = this.#context.runtime
    findImages(state, pool, namespace)
    return [...findPool(state, pool).trash.values()].filter((image) => image.namespace === namespace)
  }

  /** `%USED` of `ceph df`, as a share. */
  #usedShare(name: string): number {
    const { state } = this.#context.runtime
    const pool = findPool(state, name)
    const used = poolRawBytes(state, pool)
    return used === 0 ? 0 : used / (used + poolMaxAvailBytes(state, pool) * pool.replicas)
  }
}

function isOver({ deferredUntilMs }: { deferredUntilMs: number }, beforeMs: number): boolean {
  return deferredUntilMs <= beforeMs
}

function notPurged(pool: string, images: readonly ImageState[]): ConflictError {
  return new ConflictError(`${images.length} image(s) in the trash of pool '${pool}' could not be removed`, {
    errno: 'ENOTEMPTY',
    pool,
    images: images.map(({ id }) => id),
  })
}
