import { blockedAt, planClearBlocklist, planUnblock } from '../engine/images/plan-client-access.ts'
import type { Blocklist, BlocklistEntry } from '../port/blocklist.ts'
import type { CallOptions } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class BlocklistSession implements Blocklist {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async list(options?: CallOptions): Promise<readonly BlocklistEntry[]> {
    this.#context.mayAskMonitor('r', options)
    const { state, clock } = this.#context.runtime
    return Object.entries(blockedAt(state, clock.now()))
      .map(([address, untilMs]) => ({ address, untilMs }))
      .sort((a, b) => (a.address < b.address ? -1 : 1))
  }

  async add(address: string, options?: { seconds?: number | undefined } & CallOptions): Promise<BlocklistEntry> {
    this.#context.mayAskMonitor('w', options, { service: 'osd', command: 'osd blocklist add' })
    const seconds = options?.seconds
    const untilMs = await this.#context.runtime.block(address, seconds === undefined ? undefined : seconds * 1000)
    return { address, untilMs }
  }

  async remove(address: string, options?: CallOptions): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planUnblock(runtime.state, { address, atMs: runtime.clock.now() }).change)
  }

  async clear(options?: CallOptions): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    await this.#context.runtime.changeCluster(() => planClearBlocklist().change)
  }
}
