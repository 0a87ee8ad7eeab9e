import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { SettingsChanged } from '../changes.ts'
import { parentMissing } from '../refusals.ts'
import { type ClusterState, imageById, specOf } from '../state.ts'
import type { TaskState } from './image-roles.ts'

/**
 * A task to be done later, or the same one that waits already.
 *
 * @throws NotFoundError (ENOENT, `no_parent`) for a flatten without a parent
 */
export function planAddTask(
  { settings, ...state }: ClusterState,
  wanted: Omit<TaskState, 'sequence' | 'id'>,
  id: string,
): { task: TaskState; change: SettingsChanged } {
  const known = settings.tasks.find(({ action, imageId }) => action === wanted.action && imageId === wanted.imageId)
  if (known) return { task: known, change: { kind: 'settings-changed', settings: {} } }
  const image = imageById({ settings, ...state }, wanted.imageId)
  if (wanted.action === 'flatten' && !image.parent) throw parentMissing(specOf(image))
  const task = { sequence: settings.lastTaskSequence + 1, id, ...wanted }
  const tasks = [...settings.tasks, task]
  return { task, change: { kind: 'settings-changed', settings: { tasks, lastTaskSequence: task.sequence } } }
}

export function planEndTask(state: ClusterState, id: string): SettingsChanged {
  taskWithId(state, id)
  const tasks = state.settings.tasks.filter((task) => task.id !== id)
  return { kind: 'settings-changed', settings: { tasks } }
}

/** Notes why an attempt failed. */
export function planRetryTask(state: ClusterState, id: string, retryMessage: string): SettingsChanged {
  const tasks = state.settings.tasks.map((task) => (task.id === id ? { ...task, retryMessage } : task))
  return { kind: 'settings-changed', settings: { tasks } }
}

/** @throws NotFoundError (ENOENT) */
export function taskWithId({ settings }: ClusterState, id: string): TaskState {
  const task = settings.tasks.find((each) => each.id === id)
  if (!task) throw new NotFoundError(`No such task ${id}`, { errno: 'ENOENT', task: id })
  return task
}
