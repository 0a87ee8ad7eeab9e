import type { AccessControl, MonitorScope } from '../auth/access.ts'
import type { IdentityRegistry } from '../auth/identities.ts'
import type { Identity } from '../auth/identity.ts'
import type { ClusterRuntime } from '../cluster-runtime.ts'
import { findImages, findPool, findReadable, type Readable } from '../engine/lookup.ts'
import { type ImageState, imageById } from '../engine/state.ts'
import type { CallOptions, RbdSpec } from '../rbd.ts'
import type { TaskRunner } from '../task-runner.ts'

/**
 * What is known where an operation happens: the pool, and where it matters its name space and the image, which is opened
 * with its parents.
 */
export type Scope =
  | string
  | { readonly pool: string; readonly namespace?: string | undefined; readonly image?: string | undefined }

/**
 * One cephx identity at a cluster: what every call of its session begins with. Each check authenticates again, so that a
 * removed identity or a stopped cluster ends a session at its next call.
 */
export class SessionContext {
  readonly runtime: ClusterRuntime
  readonly access: AccessControl
  readonly identities: IdentityRegistry
  readonly tasks: TaskRunner
  readonly #entity: string
  readonly #key: string

  constructor(
    deps: { runtime: ClusterRuntime; identities: IdentityRegistry; access: AccessControl; tasks: TaskRunner },
    identity: Identity,
  ) {
    this.runtime = deps.runtime
    this.identities = deps.identities
    this.access = deps.access
    this.tasks = deps.tasks
    this.#entity = identity.entity
    this.#key = identity.key
  }

  /** @throws UnavailableError, CancelledError, UnauthenticatedError (EACCES) */
  enter(options: CallOptions | undefined): Identity {
    this.runtime.assertRunning(options?.signal)
    return this.identities.authenticate(this.#entity, this.#key)
  }

  /** Asking (`r`) or changing (`w`) the cluster map. @throws ForbiddenError (EACCES) */
  mayAskMonitor(need: 'r' | 'w', options: CallOptions | undefined, scope?: MonitorScope): void {
    this.access.assertMonitor(this.enter(options), need, scope)
  }

  /** Reading (`r`) or changing (`w`) cephx users by a command of `ceph`. @throws ForbiddenError (EACCES) */
  mayUseIdentities(need: 'r' | 'w', command: string, options: CallOptions | undefined): void {
    this.access.assertIdentities(this.enter(options), need, command)
  }

  /** @throws NotFoundError (ENOENT) without the pool or name space; ForbiddenError (EPERM) */
  mayRead(scope: Scope, options: CallOptions | undefined): void {
    this.#mayUse(scope, 'read', options)
  }

  /** @throws NotFoundError (ENOENT) without the pool or name space; ForbiddenError (EPERM) */
  mayWrite(scope: Scope, options: CallOptions | undefined): void {
    this.#mayUse(scope, 'write', options)
  }

  /** Asking every pool for clones. @throws ForbiddenError (EPERM) */
  mayListChildren(options: CallOptions | undefined): void {
    this.access.assertChildren(this.enter(options), this.runtime.state.pools.keys())
  }

  readable(spec: RbdSpec, options: CallOptions | undefined): Readable {
    this.mayRead(spec, options)
    return findReadable(this.runtime.state, spec)
  }

  newImage(): { id: string; atMs: number; entity: string } {
    return { id: this.runtime.newImageId(), atMs: this.runtime.clock.now(), entity: this.#entity }
  }

  #mayUse(scope: Scope, need: 'read' | 'write', options: CallOptions | undefined): void {
    const { pool, namespace, image } = typeof scope === 'string' ? { pool: scope } : scope
    const identity = this.enter(options)
    findPool(this.runtime.state, pool)
    this.access.assertPool(identity, { pool, namespace }, need)
    if (need === 'write') this.runtime.gate.assertOpen(findPool(this.runtime.state, pool))
    const images = findImages(this.runtime.state, pool, namespace)
    const opened = image === undefined ? undefined : images.get(image)
    if (opened) this.#mayReadParents(identity, opened)
  }

  /** Opening a clone opens what it stands on. */
  #mayReadParents(identity: Identity, { parent }: ImageState): void {
    let above: ImageState | undefined
    for (let link = parent; link; link = above.parent) {
      const image = imageById(this.runtime.state, link.image)
      // A long chain of clones mostly stays in one place, and this is asked at every read.
      if (image.pool !== above?.pool || image.namespace !== above.namespace) {
        this.access.assertPool(identity, { pool: image.pool.name, namespace: image.namespace }, 'read')
      }
      above = image
    }
  }
}
