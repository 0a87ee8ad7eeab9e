import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { TrashedImageSpec } from './trash.ts'

/**
 * Work that the manager does in the background (`ceph rbd task`), one task after the other. Tasks are durable: a cluster
 * that restarts goes on with those that are left.
 */
export interface Tasks {
  /**
   * Adds a task, or finds the same one again. `image` is the destination for the steps of a migration.
   * @throws NotFoundError (ENOENT) for the image, or for a flatten without a parent (`no_parent`)
   */
  add(action: ImageTaskAction, image: RbdImageSpec, options?: CallOptions): Promise<Task>
  /** @throws NotFoundError (ENOENT, `not_in_trash`) */
  addTrashRemoval(image: TrashedImageSpec, options?: CallOptions): Promise<Task>
  /** Those that are not done, by sequence. */
  list(options?: CallOptions): Promise<readonly Task[]>
  /** Takes a task back that is not done; a running one ends first. @throws NotFoundError (ENOENT) */
  cancel(id: string, options?: CallOptions): Promise<Task>
}

export type ImageTaskAction = 'flatten' | 'remove' | 'migrate execute' | 'migrate commit' | 'migrate abort'

export interface Task {
  /** Rises through the life of the cluster. */
  readonly sequence: number
  readonly id: string
  readonly action: ImageTaskAction | 'trash remove'
  readonly pool: string
  readonly namespace: string
  /** Absent for an image that was in the trash already. */
  readonly imageName?: string
  readonly imageId: string
  /** Why the last attempt failed; it is tried again. */
  readonly retryMessage?: string
}
