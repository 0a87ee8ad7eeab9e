import type { Change } from '../engine/changes.ts'
import { findPool } from '../engine/lookup.ts'
import { type Damage, damages } from '../engine/osds/damage.ts'
import { isUp, osdMapOf } from '../engine/osds/osd-map.ts'
import { actingOsds, groupId, groupOf, targetOsds } from '../engine/osds/placement.ts'
import * as plans from '../engine/osds/plan-osds.ts'
import { objectHash } from '../engine/rados/object-hash.ts'
import type { ClusterState } from '../engine/state.ts'
import type { ImageDamage, ObjectPlacement, Osds, RecoveryReport } from '../port/osds.ts'
import type { CallOptions } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

type Plan = (state: ClusterState, osd: number, nowMs: number) => Change | undefined

export class OsdsSession implements Osds {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  markDown = (osd: number, options?: CallOptions) => this.#change(plans.planMarkDown, osd, options)
  stop = (osd: number, options?: CallOptions) => this.#change(plans.planStop, osd, options)
  start = (osd: number, options?: CallOptions) => this.#change(plans.planStart, osd, options)
  fail = (osd: number, options?: CallOptions) => this.#change(plans.planFail, osd, options)
  replace = (osd: number, options?: CallOptions) => this.#change(plans.planReplace, osd, options)
  markOut = (osd: number, options?: CallOptions) => this.reweight(osd, 0, options)
  markIn = (osd: number, options?: CallOptions) => this.reweight(osd, 1, options)

  async reweight(osd: number, weight: number, options?: CallOptions): Promise<void> {
    await this.#change((state, id, nowMs) => plans.planReweight(state, id, weight, nowMs), osd, options)
  }

  async declareLost(osd: number, options: { sure?: boolean } & CallOptions = {}): Promise<void> {
    const { sure = false } = options
    await this.#change((state, id, nowMs) => plans.planDeclareLost(state, id, sure, nowMs), osd, options)
  }

  async recovery(options?: CallOptions): Promise<RecoveryReport> {
    this.#context.mayAskMonitor('r', options)
    const { bytes, objects, last } = osdMapOf(this.#context.runtime.state).recovery
    return {
      ...{ bytes, objects },
      lastBytes: last?.bytes ?? 0,
      lastObjects: last?.objects ?? 0,
      lastStartedMs: last?.startedMs ?? 0,
      lastEndsMs: last?.endsMs ?? 0,
    }
  }

  async damage(options?: CallOptions): Promise<readonly ImageDamage[]> {
    this.#context.mayAskMonitor('r', options)
    return damages(this.#context.runtime.state).map(reportOf).sort(byName)
  }

  async locate(pool: string, object: string, options?: CallOptions): Promise<ObjectPlacement> {
    this.#context.mayAskMonitor('r', options)
    const { state, clock } = this.#context.runtime
    const map = osdMapOf(state)
    const placed = findPool(state, pool)
    const group = groupOf(placed, object)
    const up = (targetOsds(map, placed)[group] ?? []).filter((id) => isUp(map.osds[id]!, clock.now()))
    const acting = actingOsds(map, placed, group, clock.now())
    return {
      epoch: map.epoch,
      poolId: placed.id,
      group: groupId(placed.id, group),
      hash: objectHash(object),
      ...{ up, acting },
    }
  }

  async #change(plan: Plan, osd: number, options: CallOptions | undefined): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => plan(runtime.state, osd, runtime.clock.now()))
  }
}

function reportOf({ image, snapshot, objects, ranges, inherited, metadata }: Damage): ImageDamage {
  return {
    pool: image.pool.name,
    namespace: image.namespace,
    image: image.name,
    ...(snapshot && { snapshot: snapshot.name }),
    ...{ objects, ranges, inherited, metadata },
    bytes: ranges.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0),
  }
}

/** Heads and snapshots of one image stay in their order. */
function byName(a: ImageDamage, b: ImageDamage): number {
  const [left, right] = [a, b].map(({ pool, namespace, image }) => `${pool}\0${namespace}\0${image}`)
  return left! < right! ? -1 : left! > right! ? 1 : 0
}
