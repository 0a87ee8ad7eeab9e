import type PQueue from 'p-queue'
import { ConflictError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { WaitOptions } from '#kernel/time/clock.ts'
import type { Actor } from '../identity/actor.ts'
import { type GlanceImage, type ImageTask, type ImportMethod, type ImportRequest, importProperties } from './image.ts'
import type { ImageDeps, ImageService } from './image-service.ts'
import { checkImport, type UriFilter } from './import-checks.ts'
import { type ImportJob, runImport } from './import-flow.ts'

/** A lock may be taken over when its task has shown no progress for this long (O13). */
const lockExpiryMs = { processing: 60 * 60_000, pending: 120 * 60_000 }
/** A finished task's record is kept for two days. */
const taskLifetimeMs = 48 * 3_600_000

export interface ImportSettings {
  readonly methods: readonly string[]
  readonly uris: UriFilter
  /** Whether the image_conversion plugin is on: imports end as raw (A21, I17). */
  readonly conversion: boolean
}

/** Fetches what web-download names. Errors become a failed task. */
export interface WebSource {
  open(uri: string, options: WaitOptions): Promise<{ readonly sizeBytes: number; body: AsyncIterable<Uint8Array> }>
}

export interface ImportDeps extends ImageDeps {
  readonly images: ImageService
  readonly web: WebSource
  /** Ten engine workers per API process (O26). */
  readonly workers: PQueue
  /** Told of failures that users see only as `Internal Error`. */
  readonly onFailure: (task: ImageTask, error: unknown) => void
}

/** Imports and copies: Glance's tasks, one per image at a time, cloud-wide (O11). */
export class ImportService {
  readonly #deps: ImportDeps
  readonly #settings: ImportSettings
  readonly #random: Random
  readonly #stopping = new AbortController()

  constructor(deps: ImportDeps, settings: ImportSettings) {
    this.#deps = deps
    this.#settings = settings
    this.#random = deps.random.stream('import')
  }

  get methods(): readonly string[] {
    return this.#settings.methods
  }

  /**
   * Accepts an import and answers before it runs; no task when there is nothing to do (O04).
   * @throws what `checkImport` throws; ConflictError while another import holds the image
   */
  async start(actor: Actor, imageId: string, request: ImportRequest): Promise<ImageTask | undefined> {
    const image = await this.#deps.images.get(actor, imageId)
    const { methods, uris } = this.#settings
    const stores = checkImport(actor, image, request, { stores: this.#deps.stores, methods, uris })
    if (stores.length === 0 && request.allStores) return undefined
    const task = this.#newTask(actor, image, request)
    await this.#lock(imageId, task)
    await this.#deps.catalogue.tasks.insert(task)
    void this.#deps.workers.add(() => this.#run({ task, stores, method: request.method as ImportMethod }))
    return task
  }

  /** An image's tasks, oldest first. */
  async tasks(actor: Actor, imageId: string): Promise<readonly ImageTask[]> {
    await this.#deps.images.get(actor, imageId)
    const tasks = await this.#deps.catalogue.tasks.list()
    return tasks.filter((task) => task.imageId === imageId)
  }

  /** Cuts running imports off, as the end of the process would. */
  stop(): void {
    this.#stopping.abort()
    this.#deps.workers.clear()
  }

  #newTask(actor: Actor, image: GlanceImage, input: ImportRequest): ImageTask {
    const now = this.#deps.clock.now()
    return {
      id: this.#random.uuid(),
      name: 'api_image_import',
      status: 'pending',
      message: '',
      owner: actor.project,
      imageId: image.id,
      requestId: `req-${this.#random.uuid()}`,
      userId: actor.user,
      input,
      createdMs: now,
      updatedMs: now,
    }
  }

  async #lock(imageId: string, task: ImageTask): Promise<void> {
    const image = await this.#deps.catalogue.images.get(imageId)
    const holder = image?.properties[importProperties.task]
    if (holder) await this.#preempt(holder)
    await this.#deps.catalogue.images.update(imageId, (current) => {
      const now = current.properties[importProperties.task]
      if (now && now !== holder) throw busy()
      return { ...current, properties: { ...current.properties, [importProperties.task]: task.id } }
    })
  }

  /** Ends a holder that has shown no sign of life for too long. @throws ConflictError while it may be alive */
  async #preempt(taskId: string): Promise<void> {
    const task = await this.#deps.catalogue.tasks.get(taskId)
    if (!task) return
    if (task.status === 'pending' || task.status === 'processing') {
      const idleMs = this.#deps.clock.now() - task.updatedMs
      if (idleMs < lockExpiryMs[task.status]) throw busy()
      await this.#deps.catalogue.tasks.update(taskId, (current) => ({
        ...current,
        status: 'failure',
        message: 'Expired lock preempted',
        updatedMs: this.#deps.clock.now(),
      }))
    }
  }

  async #run(job: ImportJob): Promise<void> {
    const { tasks } = this.#deps.catalogue
    const { clock } = this.#deps
    const { signal } = this.#stopping
    if (signal.aborted) return
    const touch = (change: Partial<ImageTask>) =>
      tasks.update(job.task.id, (task) => (ended(task) ? task : { ...task, ...change, updatedMs: clock.now() }))
    await touch({ status: 'processing' })
    const outcome = await runImport(this.#deps, this.#settings, job, {
      signal,
      progress: (message) => touch({ message }),
      holdsLock: async () => !ended((await tasks.get(job.task.id)) ?? job.task),
    })
    // A process that stops leaves its imports as they are, just like one that is killed.
    if (signal.aborted) return
    if (outcome.error !== undefined) this.#deps.onFailure(job.task, outcome.error)
    await touch({
      status: outcome.status,
      message: outcome.message,
      expiresMs: clock.now() + taskLifetimeMs,
      ...(outcome.status === 'success' ? { result: { image_id: job.task.imageId } } : {}),
    })
    await this.#unlock(job.task)
  }

  async #unlock(task: ImageTask): Promise<void> {
    const image = await this.#deps.catalogue.images.get(task.imageId)
    if (!image) return
    await this.#deps.catalogue.images.update(task.imageId, (current) => {
      if (current.properties[importProperties.task] !== task.id) return current
      const { [importProperties.task]: _, ...properties } = current.properties
      return { ...current, properties }
    })
  }
}

const ended = (task: ImageTask): boolean => task.status === 'success' || task.status === 'failure'
const busy = () => new ConflictError('Image has active task')
