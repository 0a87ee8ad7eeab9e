import { planRenameSnapshot, planSetSnapshotLimit } from '../engine/snapshots/plan-snapshot-settings.ts'
import type { SnapshotSettings } from '../port/snapshot-settings.ts'
import type { CallOptions, RbdImageSpec, RbdSnapshotSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class SnapshotSettingsSession implements SnapshotSettings {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async rename(spec: RbdSnapshotSpec, newName: string, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImage(spec, () => planRenameSnapshot(runtime.state, spec, newName).change)
  }

  async setLimit(spec: RbdImageSpec, limit: number, options?: CallOptions): Promise<void> {
    await this.#limit(spec, limit, options)
  }

  async clearLimit(spec: RbdImageSpec, options?: CallOptions): Promise<void> {
    await this.#limit(spec, undefined, options)
  }

  async #limit(spec: RbdImageSpec, limit: number | undefined, options: CallOptions | undefined): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImage(spec, () => planSetSnapshotLimit(runtime.state, spec, limit).change)
  }
}
