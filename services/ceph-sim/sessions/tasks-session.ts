import { findImage, findTrashed } from '../engine/lookup.ts'
import type { TaskState } from '../engine/roles/image-roles.ts'
import { planAddTask, planEndTask, taskWithId } from '../engine/roles/plan-tasks.ts'
import type { ImageTaskAction, Task, Tasks } from '../port/tasks.ts'
import type { TrashedImageSpec } from '../port/trash.ts'
import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class TasksSession implements Tasks {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async add(action: ImageTaskAction, spec: RbdImageSpec, options?: CallOptions): Promise<Task> {
    this.#context.mayWrite({ pool: spec.pool, namespace: spec.namespace }, options)
    const { id } = findImage(this.#context.runtime.state, spec)
    const { pool, namespace = '', image: imageName } = spec
    return this.#add({ action, pool, namespace, imageName, imageId: id })
  }

  async addTrashRemoval(spec: TrashedImageSpec, options?: CallOptions): Promise<Task> {
    this.#context.mayWrite({ pool: spec.pool, namespace: spec.namespace }, options)
    const { id } = findTrashed(this.#context.runtime.state, spec)
    const { pool, namespace = '' } = spec
    return this.#add({ action: 'trash remove', pool, namespace, imageId: id })
  }

  async list(options?: CallOptions): Promise<readonly Task[]> {
    this.#context.mayAskMonitor('r', options)
    return this.#context.runtime.state.settings.tasks
  }

  async cancel(id: string, options?: CallOptions): Promise<Task> {
    this.#context.mayAskMonitor('r', options)
    const { runtime } = this.#context
    const task = taskWithId(runtime.state, id)
    this.#context.mayWrite({ pool: task.pool, namespace: task.namespace }, options)
    await runtime.changeCluster(() => planEndTask(runtime.state, id))
    return task
  }

  async #add(wanted: Omit<TaskState, 'sequence' | 'id'>): Promise<Task> {
    const { runtime, tasks } = this.#context
    const id = runtime.newUuid()
    let task: TaskState | undefined
    await runtime.changeCluster(() => {
      const planned = planAddTask(runtime.state, wanted, id)
      task = planned.task
      return planned.change
    })
    tasks.wake()
    return task!
  }
}
