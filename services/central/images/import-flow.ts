import type { Content } from '#ceph-sim/rbd.ts'
import { AbortedError, ConflictError, InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { glanceConvertibleFormats, openAsRaw } from '#openstack/formats/convert.ts'
import { checkSafety } from '#openstack/formats/safety.ts'
import { moveImage } from '#openstack/states/image.ts'
import { digested, type ImageDigest } from './digest.ts'
import { type GlanceImage, type ImageTask, type ImportMethod, importProperties, storeList } from './image.ts'
import type { ImportDeps, ImportSettings } from './import-service.ts'
import type { StagedImage } from './staging.ts'
import { glanceChunkBytes } from './transfer-plan.ts'

/** One accepted import: its task and the stores to write, in order. */
export interface ImportJob {
  readonly task: ImageTask
  readonly method: ImportMethod
  readonly stores: readonly string[]
}

export interface ImportOutcome {
  readonly status: 'success' | 'failure'
  readonly message: string
  /** Why it failed: for the log, users see only the message. */
  readonly error?: unknown
}

export interface ImportRun {
  readonly signal: AbortSignal
  progress(message: string): Promise<unknown>
  /** False once another import has taken the lock over. */
  holdsLock(): Promise<boolean>
}

/** What is in the staging area, and its digest. */
interface Fetched {
  readonly staged: StagedImage
  readonly digest: ImageDigest
}

/** Glance refreshes a task's message about once a minute; that is also its sign of life (O13, O14). */
const progressEveryMs = 60_000

/** Glance's `image_size_cap`, for what an image unpacks to: a file of a few KiB can claim to be any disk. */
const imageSizeCapBytes = 1024 ** 4

const tooLarge = (sizeBytes: number) =>
  new InvalidArgumentError(`Denying attempt to upload image larger than ${imageSizeCapBytes} bytes.`, { sizeBytes })

const failure = (error: unknown): ImportOutcome => ({
  status: 'failure',
  message: 'Task failed due to Internal Error',
  error,
})

/**
 * An import as Glance runs it: fetch once into the staging area, let the plugins work on it, write the stores strictly
 * one after another (O08, O10), then finish the record. Its dead ends are Glance's too: requirements T17, T18, O15,
 * O16, O28, O31.
 */
export async function runImport(
  deps: ImportDeps,
  settings: ImportSettings,
  job: ImportJob,
  run: ImportRun,
): Promise<ImportOutcome> {
  try {
    return await new ImportFlow(deps, settings, job, run).run()
  } catch (error) {
    // The record went away under the import, or another one took its lock: nothing of it is ours to change any more.
    const { imageId } = job.task
    if (!run.signal.aborted && !(await deps.catalogue.images.get(imageId))) await deps.staging.remove(imageId)
    return failure(error)
  }
}

class ImportFlow {
  readonly #deps: ImportDeps
  readonly #settings: ImportSettings
  readonly #job: ImportJob
  readonly #run: ImportRun
  readonly #id: string
  readonly #copying: boolean
  readonly #mustSucceed: boolean

  constructor(deps: ImportDeps, settings: ImportSettings, job: ImportJob, run: ImportRun) {
    this.#deps = deps
    this.#settings = settings
    this.#job = job
    this.#run = run
    this.#id = job.task.imageId
    this.#copying = job.method === 'copy-image'
    this.#mustSucceed = job.task.input.allStoresMustSucceed ?? true
  }

  async run(): Promise<ImportOutcome> {
    await this.#begin()
    let fetched: Fetched
    try {
      fetched = await this.#fetch()
    } catch (error) {
      return this.#fetchFailed(error)
    }
    try {
      if (!this.#copying) fetched = await this.#plugins(fetched)
    } catch (error) {
      // The image stays `importing` with its stale list: nothing but deletion clears it (O28).
      return failure(error)
    }
    return this.#storeEverywhere(fetched)
  }

  async #begin(): Promise<void> {
    await this.#change((image) => ({
      ...image,
      status: this.#copying ? image.status : moveImage(image.status, 'importing'),
      properties: {
        ...image.properties,
        [importProperties.importing]: added(image.properties[importProperties.importing], this.#job.stores),
        [importProperties.failed]: removed(image.properties[importProperties.failed], this.#job.stores),
      },
    }))
  }

  async #fetch(): Promise<Fetched> {
    const { staging, web, stores } = this.#deps
    const { signal } = this.#run
    const image = await this.#image()
    if (this.#job.method === 'glance-direct') {
      const staged = await staging.find(this.#id)
      if (!staged) throw new NotFoundError(`nothing is staged for image ${this.#id}`, { id: this.#id })
      return { staged, digest: await this.#digest(staged) }
    }
    if (this.#job.method === 'web-download') {
      const source = await web.open(this.#job.task.input.uri ?? '', { signal })
      return this.#stage(positioned(source.body))
    }
    const leftover = await staging.find(this.#id)
    if (leftover && leftover.sizeBytes === image.sizeBytes) {
      return { staged: leftover, digest: await this.#digest(leftover) }
    }
    const opened = await stores.open(this.#id, image.locations, this.#operation, { signal })
    return this.#stage(opened.content({ signal }))
  }

  /** Into the staging area, hashed in passing. */
  async #stage(content: AsyncIterable<Content>): Promise<Fetched> {
    const { staging, digester } = this.#deps
    const stream = digester.start()
    try {
      const staged = await staging.write(this.#id, digested(content, stream), { signal: this.#run.signal })
      return { staged, digest: await stream.finish() }
    } finally {
      stream.close()
    }
  }

  async #fetchFailed(error: unknown): Promise<ImportOutcome> {
    // A copy whose source cannot be read keeps naming its targets (O31); a download goes back to `queued` (O25).
    if (this.#copying || this.#run.signal.aborted) return failure(error)
    await this.#deps.staging.remove(this.#id)
    await this.#change((image) => ({
      ...image,
      status: moveImage(image.status, 'queued'),
      properties: {
        ...image.properties,
        [importProperties.importing]: removed(image.properties[importProperties.importing], this.#job.stores),
        [importProperties.failed]: added(image.properties[importProperties.failed], this.#job.stores),
      },
    }))
    return failure(error)
  }

  /** The image_conversion plugin: what was declared is what is there, and it becomes raw (I16-I19, O28). */
  async #plugins(fetched: Fetched): Promise<Fetched> {
    const { diskFormat } = await this.#image()
    const { source } = fetched.staged
    if (!this.#settings.conversion || !diskFormat) return fetched
    if (!(glanceConvertibleFormats as readonly string[]).includes(diskFormat)) {
      throw new InvalidArgumentError(`Unable to convert from format ${diskFormat}`, { diskFormat })
    }
    await checkSafety(source, diskFormat)
    if (diskFormat === 'raw') {
      await this.#change((image) => ({ ...image, virtualSizeBytes: fetched.staged.sizeBytes }))
      return fetched
    }
    const raw = await openAsRaw(source, diskFormat)
    if (raw.virtualSizeBytes > imageSizeCapBytes) throw tooLarge(raw.virtualSizeBytes)
    const converted = await this.#stage(raw.runs())
    const { sizeBytes } = converted.staged
    await this.#change((image) => ({ ...image, diskFormat: 'raw', sizeBytes, virtualSizeBytes: sizeBytes }))
    return converted
  }

  async #storeEverywhere({ staged, digest }: Fetched): Promise<ImportOutcome> {
    const done: string[] = []
    let lastError: unknown
    for (const store of this.#job.stores) {
      try {
        await this.#storeInto(store, staged, digest)
        done.push(store)
      } catch (error) {
        if (this.#run.signal.aborted) return failure(error)
        await this.#storeFailed(store)
        if (this.#mustSucceed) {
          await this.#rollBack(done)
          return failure(error)
        }
        lastError = error
      }
    }
    await this.#deps.staging.remove(this.#id)
    if (!this.#copying && (await this.#image()).status !== 'active') return this.#nothingStored(lastError)
    return { status: 'success', message: done.length > 0 ? copied(staged.sizeBytes) : '' }
  }

  async #storeInto(store: string, staged: StagedImage, digest: ImageDigest): Promise<void> {
    const { copies, stores } = this.#deps
    const { signal } = this.#run
    const image = await this.#image()
    const target = stores.find(store)
    if (!target) throw new InvalidArgumentError(`Store for identifier ${store} not found`, { store })
    const source = { sizeBytes: staged.sizeBytes, content: () => this.#reporting(staged), runs: staged.runs }
    const stored = await copies.record(image, store, this.#job.method, this.#job.task.id, () =>
      target.add(this.#id, source, this.#operation, { signal }),
    )
    if (!(await this.#run.holdsLock())) {
      await target.delete(this.#id, { signal })
      throw lockLost(this.#id, store)
    }
    await this.#change((current) => ({
      ...current,
      status: this.#activates(store) ? moveImage(current.status, 'active') : current.status,
      sizeBytes: stored.sizeBytes,
      virtualSizeBytes: current.diskFormat === 'raw' ? stored.sizeBytes : current.virtualSizeBytes,
      checksum: digest.checksum,
      osHashValue: digest.osHashValue,
      locations: [...current.locations, stored.location],
      properties: without(current, store),
    }))
    await this.#run.progress(copied(staged.sizeBytes))
  }

  /** An import makes the image active with its last store; with the first one that succeeds when others may fail. */
  #activates(store: string): boolean {
    return !this.#copying && (!this.#mustSucceed || store === this.#job.stores.at(-1))
  }

  /** The staged bytes, with a sign of life now and then. */
  async *#reporting(staged: StagedImage): AsyncIterable<Content> {
    const { clock } = this.#deps
    let reported = clock.now()
    for await (const piece of inSteps(staged.content())) {
      yield piece
      if (clock.now() - reported < progressEveryMs) continue
      reported = clock.now()
      // Another import has taken the image over: this one stops where it is, and what it wrote is removed.
      if (!(await this.#run.holdsLock())) throw lockLost(this.#id)
      await this.#run.progress(copied(piece.offset))
    }
  }

  /** Of what an earlier step has staged. */
  async #digest(staged: StagedImage): Promise<ImageDigest> {
    const stream = this.#deps.digester.start()
    try {
      for await (const piece of staged.content()) await stream.update(piece)
      return await stream.finish()
    } finally {
      stream.close()
    }
  }

  async #storeFailed(store: string): Promise<void> {
    await this.#change((image) => ({
      ...image,
      properties: {
        ...without(image, store),
        [importProperties.failed]: added(image.properties[importProperties.failed], [store]),
      },
    }))
  }

  /**
   * All must succeed and one did not: what this request has stored is removed again (O15, T18), the latest first. The
   * stores that were not reached stay in the list of those being imported to.
   */
  async #rollBack(done: readonly string[]): Promise<void> {
    for (const store of done.toReversed()) {
      try {
        await this.#deps.stores.find(store)?.delete(this.#id, { signal: this.#run.signal })
      } catch (error) {
        if (this.#run.signal.aborted) throw error
        // Somebody has made a clone of it meanwhile: the copy stays, and stays listed.
        if (!(error instanceof NotFoundError)) continue
      }
      await this.#change((image) => ({
        ...image,
        locations: image.locations.filter((location) => location.store !== store),
      }))
    }
    if (done.length === 0 || (await this.#image()).locations.length > 0) return
    await this.#change((image) => ({ ...image, sizeBytes: undefined, checksum: undefined, osHashValue: undefined }))
  }

  async #nothingStored(error: unknown): Promise<ImportOutcome> {
    await this.#change((image) => ({ ...image, status: moveImage(image.status, 'queued'), sizeBytes: undefined }))
    return failure(error ?? new InvalidArgumentError('None of the uploads finished!', { id: this.#id }))
  }

  get #operation(): string {
    return `${this.#job.method} ${this.#id}`
  }

  async #image(): Promise<GlanceImage> {
    const image = await this.#deps.catalogue.images.get(this.#id)
    if (!image) throw new NotFoundError(`No image found with ID ${this.#id}`, { id: this.#id })
    return image
  }

  /** @throws ConflictError when another import owns the record by now */
  async #change(change: (image: GlanceImage) => GlanceImage): Promise<void> {
    const updatedMs = this.#deps.clock.now()
    await this.#deps.catalogue.images.update(this.#id, (image) => {
      if (image.properties[importProperties.task] !== this.#job.task.id) {
        throw new ConflictError(`image ${this.#id} is not locked by task ${this.#job.task.id}`, { id: this.#id })
      }
      return { ...change(image), updatedMs }
    })
  }
}

const copied = (bytes: number): string => `Copied ${Math.floor(bytes / MiB)} MiB`

const lockLost = (id: string, store = '') => new AbortedError(`the import of image ${id} lost its lock`, { id, store })

/** An image's properties once a store need not be imported to any more. */
function without({ properties }: GlanceImage, store: string): GlanceImage['properties'] {
  return { ...properties, [importProperties.importing]: removed(properties[importProperties.importing], [store]) }
}

/** A list of stores with more in it. Glance keeps both of its lists sorted. */
function added(list: string | undefined, stores: readonly string[]): string {
  return [...new Set([...storeList(list), ...stores])].sort().join(',')
}

function removed(list: string | undefined, stores: readonly string[]): string {
  return storeList(list)
    .filter((store) => !stores.includes(store))
    .sort()
    .join(',')
}

/** The same content with long runs of zeros in parts: on their way over a link they take time as well. */
async function* inSteps(content: AsyncIterable<Content>): AsyncIterable<Content> {
  for await (const piece of content) {
    if (piece.kind === 'data') {
      yield piece
      continue
    }
    const end = piece.offset + piece.lengthBytes
    for (let offset = piece.offset; offset < end; offset += glanceChunkBytes) {
      yield { kind: 'zero', offset, lengthBytes: Math.min(glanceChunkBytes, end - offset) }
    }
  }
}

/** Bytes in order as content. */
async function* positioned(body: AsyncIterable<Uint8Array>): AsyncIterable<Content> {
  let offset = 0
  for await (const bytes of body) {
    yield { kind: 'data', offset, bytes }
    offset += bytes.byteLength
  }
}
