import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import { planFlatten, planRemove } from './engine/images/plan-images.ts'
import type { TaskState } from './engine/roles/image-roles.ts'
import { planAbort, planCommit, planExecute } from './engine/roles/plan-migration.ts'
import { planEndTask, planRetryTask } from './engine/roles/plan-tasks.ts'
import { planTrashRemoval } from './engine/roles/plan-trash.ts'
import { imageById } from './engine/state.ts'

/** How long the manager waits before it tries again. */
const retryMs = 30_000

/**
 * Does the tasks of the manager one after the other. What is left when the cluster stops is done when it starts again; a
 * task whose image is gone, or that was done before the cluster went down, is over.
 *
 * @see ceph/ceph src/pybind/mgr/rbd_support/task.py
 */
export class TaskRunner {
  readonly #runtime: ClusterRuntime
  readonly #stop = new AbortController()
  /** When tasks that failed are tried again, by id. */
  readonly #notBefore = new Map<string, number>()
  #busy = false
  #work: Promise<void> = Promise.resolve()

  constructor(runtime: ClusterRuntime) {
    this.#runtime = runtime
  }

  /** Goes to work unless it is at it. */
  wake(): void {
    if (this.#busy || this.#stop.signal.aborted) return
    this.#busy = true
    this.#work = this.#run().catch(() => {
      this.#busy = false
    })
  }

  /** Resolves when the task in hand is over; no other is begun. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#work
  }

  async #run(): Promise<void> {
    const { clock, state } = this.#runtime
    while (!this.#stop.signal.aborted) {
      const { tasks } = state.settings
      const due = tasks.find(({ id }) => (this.#notBefore.get(id) ?? 0) <= clock.now())
      if (due) await this.#attempt(due)
      else if (tasks.length === 0) break
      else {
        const next = Math.min(...tasks.map(({ id }) => this.#notBefore.get(id) ?? 0))
        await clock.sleepUntil(next, { signal: this.#stop.signal })
      }
    }
    this.#busy = false
  }

  async #attempt(task: TaskState): Promise<void> {
    const runtime = this.#runtime
    const isLeft = () => runtime.state.settings.tasks.some(({ id }) => id === task.id)
    try {
      await this.#do(task)
    } catch (thrown) {
      const { code, message, details } = asDomainError(thrown)
      if (!runtime.isRunning) throw thrown
      if (code !== 'not_found' && details.reason !== 'no_parent') {
        this.#notBefore.set(task.id, runtime.clock.now() + retryMs)
        if (isLeft()) await runtime.changeCluster(() => planRetryTask(runtime.state, task.id, message))
        return
      }
    }
    this.#notBefore.delete(task.id)
    if (isLeft()) await runtime.changeCluster(() => planEndTask(runtime.state, task.id))
  }

  async #do({ action, pool, namespace, imageName, imageId }: TaskState): Promise<void> {
    const runtime = this.#runtime
    const { state } = runtime
    const place = { pool, ...(namespace !== '' && { namespace }) }
    const spec = { ...place, image: imageName ?? imageId, id: imageId }
    const { signal } = this.#stop
    switch (action) {
      case 'flatten':
        return runtime.changeImage(spec, () => planFlatten(state, spec).change)
      case 'remove':
        return runtime.removeImage(
          spec,
          (_, assertUnwatched) => {
            const { change } = planRemove(state, spec)
            assertUnwatched()
            return change
          },
          signal,
        )
      case 'trash remove':
        return runtime.removeImage(
          spec,
          (_, assertUnwatched) => {
            const trashed = { ...place, id: imageId }
            const { change } = planTrashRemoval(state, trashed, { atMs: runtime.clock.now() })
            assertUnwatched()
            return change
          },
          signal,
        )
      case 'migrate execute':
        if (state.images.get(imageId)?.migration?.state === 'executed') return
        return runtime.changeImages(() => ({ images: [imageById(state, imageId)], change: planExecute(state, spec) }))
      case 'migrate commit':
        if (state.images.has(imageId) && !state.images.get(imageId)?.migration) return
        return runtime.changeImages(() => ({ images: [imageById(state, imageId)], change: planCommit(state, spec) }))
      case 'migrate abort':
        return runtime.changeImages(() => ({ images: [imageById(state, imageId)], change: planAbort(state, spec) }))
    }
  }
}
