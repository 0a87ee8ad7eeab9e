import type { Change } from '../engine/changes.ts'
import { findImages, findPool } from '../engine/lookup.ts'
import { byCode } from '../engine/names.ts'
import * as plans from '../engine/roles/plan-groups.ts'
import type { ClusterState } from '../engine/state.ts'
import type { GroupSpec, Groups } from '../port/groups.ts'
import { type CallOptions, formatSpec, type NamespaceOptions, type RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class GroupsSession implements Groups {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async create(group: GroupSpec, options?: CallOptions): Promise<void> {
    const id = this.#context.runtime.newImageId()
    await this.#change(group, options, (state) => plans.planCreateGroup(state, group, id))
  }

  async remove(group: GroupSpec, options?: CallOptions): Promise<void> {
    await this.#changeMembers(group, options, (state) => plans.planRemoveGroup(state, group))
  }

  async rename(group: GroupSpec, newName: string, options?: CallOptions): Promise<void> {
    await this.#change(group, options, (state) => plans.planRenameGroup(state, group, newName))
  }

  async list(pool: string, options?: NamespaceOptions & CallOptions): Promise<readonly string[]> {
    this.#context.mayRead({ pool, namespace: options?.namespace }, options)
    const { state } = this.#context.runtime
    findImages(state, pool, options?.namespace)
    const groups = plans.groupsIn(findPool(state, pool), options?.namespace)
    return groups.map(({ name }) => name).sort(byCode)
  }

  async addImage(group: GroupSpec, image: RbdImageSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(image, options)
    await this.#change(group, options, (state) => plans.planAddMember(state, group, image))
  }

  async removeImage(group: GroupSpec, image: RbdImageSpec, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(image, options)
    await this.#change(group, options, (state) => plans.planRemoveMember(state, group, image))
  }

  async listImages(group: GroupSpec, options?: CallOptions): Promise<readonly RbdImageSpec[]> {
    this.#context.mayRead(scopeOf(group), options)
    const { state } = this.#context.runtime
    const members = plans.memberSpecs(state, plans.findGroup(state, group))
    return [...members].sort((a, b) => byCode(formatSpec(a), formatSpec(b)))
  }

  async createSnapshot(group: GroupSpec, snapshot: string, options?: CallOptions): Promise<void> {
    const { runtime } = this.#context
    const made = { name: snapshot, id: runtime.newImageId(), atMs: runtime.clock.now() }
    await this.#changeMembers(group, options, (state) => plans.planGroupSnapshot(state, group, made))
  }

  async removeSnapshot(group: GroupSpec, snapshot: string, options?: CallOptions): Promise<void> {
    await this.#changeMembers(group, options, (state) => plans.planRemoveGroupSnapshot(state, group, snapshot))
  }

  async renameSnapshot(group: GroupSpec, snapshot: string, newName: string, options?: CallOptions): Promise<void> {
    await this.#change(group, options, (state) => plans.planRenameGroupSnapshot(state, group, snapshot, newName))
  }

  async listSnapshots(group: GroupSpec, options?: CallOptions): Promise<readonly string[]> {
    this.#context.mayRead(scopeOf(group), options)
    return plans.findGroup(this.#context.runtime.state, group).snapshots.map(({ name }) => name)
  }

  async rollback(group: GroupSpec, snapshot: string, options?: CallOptions): Promise<void> {
    const atMs = this.#context.runtime.clock.now()
    await this.#changeMembers(group, options, (state) => plans.planGroupRollback(state, group, snapshot, atMs))
  }

  async #change(
    group: GroupSpec,
    options: CallOptions | undefined,
    plan: (state: ClusterState) => Change,
  ): Promise<void> {
    this.#context.mayWrite(scopeOf(group), options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => plan(runtime.state))
  }

  async #changeMembers(
    group: GroupSpec,
    options: CallOptions | undefined,
    plan: (state: ClusterState) => plans.GroupChange,
  ): Promise<void> {
    this.#context.mayWrite(scopeOf(group), options)
    const { runtime } = this.#context
    await runtime.changeImages(() => {
      const planned = plan(runtime.state)
      for (const { pool, namespace } of planned.images) this.#context.mayWrite({ pool: pool.name, namespace }, options)
      return planned
    })
  }
}

function scopeOf({ pool, namespace }: GroupSpec) {
  return { pool, namespace }
}
