import { planFlag, planRatio } from '../engine/osds/plan-flags-and-ratios.ts'
import { clusterReport } from '../engine/status/cluster-report.ts'
import type { ClusterStatus, RatioName, Status } from '../port/status.ts'
import type { CallOptions } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class StatusSession implements Status {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async report(options?: CallOptions): Promise<ClusterStatus> {
    this.#context.mayAskMonitor('r', options)
    const { runtime } = this.#context
    const { name, fsid, startedMs, gate } = runtime
    return clusterReport(runtime.state, {
      ...{ name, fsid, startedMs, nowMs: runtime.clock.now() },
      ioOf: (pool) => runtime.poolIo.get(pool),
      isQuotaFull: (pool) => gate.isQuotaFull(pool),
    })
  }

  async setFlag(flag: string, options?: CallOptions): Promise<void> {
    await this.#flag(flag, true, options)
  }

  async unsetFlag(flag: string, options?: CallOptions): Promise<void> {
    await this.#flag(flag, false, options)
  }

  async setRatio(ratio: RatioName, value: number, options?: CallOptions): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planRatio(runtime.state, ratio, value, runtime.clock.now()))
  }

  async #flag(flag: string, isSet: boolean, options: CallOptions | undefined): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planFlag(runtime.state, flag, isSet, runtime.clock.now()))
  }
}
