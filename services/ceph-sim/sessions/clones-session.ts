import { invalid } from '../engine/refusals.ts'
import { childImages } from '../engine/roles/role-queries.ts'
import { isRelease } from '../engine/snapshots/clone-format.ts'
import type { Clones, RbdChild } from '../port/clones.ts'
import type { CallOptions, RbdSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class ClonesSession implements Clones {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async children(
    parent: RbdSpec,
    options?: { snapshotId?: number; descendants?: boolean } & CallOptions,
  ): Promise<readonly RbdChild[]> {
    this.#context.mayRead(parent, options)
    this.#context.mayListChildren(options)
    return childImages(this.#context.runtime.state, parent, options)
  }

  async minCompatClient(options?: CallOptions): Promise<string> {
    this.#context.mayAskMonitor('r', options)
    return this.#context.runtime.state.settings.minCompatClient
  }

  async setMinCompatClient(release: string, options?: CallOptions): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    if (!isRelease(release)) throw invalid(`'${release}' is not a release of Ceph`, { release })
    const settings = { minCompatClient: release }
    await this.#context.runtime.changeCluster(() => ({ kind: 'settings-changed', settings }))
  }
}
