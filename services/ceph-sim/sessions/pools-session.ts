import type { Change } from '../engine/changes.ts'
import { findImages, findPool } from '../engine/lookup.ts'
import {
  planDisableApplication,
  planEnableApplication,
  planInitPool,
  planSetApplication,
  planSetQuota,
} from '../engine/pools/plan-pool-use.ts'
import { planCreatePool, planRemovePool, planRenamePool, planSetPool } from '../engine/pools/plan-pools.ts'
import { allImages, type ImageState } from '../engine/state.ts'
import type { NewPoolOptions, PoolStats, Pools } from '../port/pools.ts'
import type { CallOptions } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class PoolsSession implements Pools {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async create(pool: string, options: NewPoolOptions & CallOptions = {}): Promise<void> {
    const { state, clock } = this.#context.runtime
    await this.#change(options, () => planCreatePool(state, pool, clock.now(), options))
  }

  async remove(pool: string, options: { again?: string; sure?: boolean } & CallOptions = {}): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    const { runtime } = this.#context
    await runtime.removePool(pool, () => planRemovePool(runtime.state, pool, options))
  }

  async rename(pool: string, newName: string, options?: CallOptions): Promise<void> {
    await this.#change(options, () => planRenamePool(this.#context.runtime.state, pool, newName))
  }

  async set(
    pool: string,
    variable: string,
    value: string,
    options: { sure?: boolean } & CallOptions = {},
  ): Promise<void> {
    const { state, clock } = this.#context.runtime
    const { sure } = options
    const nowMs = clock.now()
    await this.#change(options, () => planSetPool(state, pool, { variable, value, nowMs, ...(sure && { sure }) }))
  }

  async setQuota(pool: string, quota: { maxBytes?: number; maxObjects?: number } & CallOptions): Promise<void> {
    const { state, gate } = this.#context.runtime
    await this.#change(quota, () => planSetQuota(state, pool, quota))
    gate.observe(findPool(state, pool))
  }

  async enableApplication(
    pool: string,
    application: string,
    options: { sure?: boolean } & CallOptions = {},
  ): Promise<void> {
    const { state } = this.#context.runtime
    await this.#change(options, () => planEnableApplication(state, pool, application, options.sure))
  }

  async disableApplication(
    pool: string,
    application: string,
    options: { sure?: boolean } & CallOptions = {},
  ): Promise<void> {
    const { state } = this.#context.runtime
    await this.#change(options, () => planDisableApplication(state, pool, application, options.sure ?? false))
  }

  async setApplication(
    pool: string,
    application: string,
    pair: { key: string; value?: string } & CallOptions,
  ): Promise<void> {
    const { state } = this.#context.runtime
    const { key, value } = pair
    await this.#change(pair, () => planSetApplication(state, pool, application, { key, value }))
  }

  async init(pool: string, options: { force?: boolean } & CallOptions = {}): Promise<void> {
    this.#context.mayWrite(pool, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planInitPool(runtime.state, pool, options.force ?? false, runtime.clock.now()))
  }

  async stats(pool: string, options: { namespace?: string | undefined } & CallOptions = {}): Promise<PoolStats> {
    const { namespace = '' } = options
    this.#context.mayRead({ pool, namespace }, options)
    const { state } = this.#context.runtime
    const trashed = [...allImages(findPool(state, pool))].filter(
      (image) => image.trash && image.namespace === namespace,
    )
    const images = [...findImages(state, pool, namespace).values()]
    return {
      images: images.length,
      snapshots: snapshotsOf(images),
      provisionedBytes: provisionedBytes(images),
      trashedImages: trashed.length,
      trashedSnapshots: snapshotsOf(trashed),
      trashedProvisionedBytes: provisionedBytes(trashed),
    }
  }

  async #change(options: CallOptions | undefined, plan: () => Change | undefined): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    await this.#context.runtime.changeCluster(plan)
  }
}

function snapshotsOf(images: readonly ImageState[]): number {
  return images.reduce((sum, { snapshots }) => sum + snapshots.length, 0)
}

/** Of each image the largest size that it has, or had at a snapshot. */
function provisionedBytes(images: readonly ImageState[]): number {
  return images.reduce(
    (sum, { sizeBytes, snapshots }) => sum + Math.max(sizeBytes, ...snapshots.map((snapshot) => snapshot.sizeBytes)),
    0,
  )
}
