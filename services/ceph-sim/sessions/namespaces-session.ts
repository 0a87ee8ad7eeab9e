import { findPool } from '../engine/lookup.ts'
import { planCreateNamespace, planRemoveNamespace } from '../engine/pools/plan-namespaces.ts'
import type { Namespaces } from '../port/namespaces.ts'
import type { CallOptions } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class NamespacesSession implements Namespaces {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async create(pool: string, namespace: string, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(pool, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planCreateNamespace(runtime.state, pool, namespace).change)
  }

  async remove(pool: string, namespace: string, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(pool, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planRemoveNamespace(runtime.state, pool, namespace).change)
  }

  async list(pool: string, options?: CallOptions): Promise<readonly string[]> {
    this.#context.mayRead(pool, options)
    return [...findPool(this.#context.runtime.state, pool).namespaces.keys()].sort()
  }
}
