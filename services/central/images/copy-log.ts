import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { GlanceImage, StoreCopy } from './image.ts'
import type { StoredImage } from './image-store.ts'

/** Keeps what was written into which store, when, and at what cost: the copies that a report shows. */
export class CopyLog {
  readonly #clock: Clock
  readonly #random: Random
  readonly #catalogue: Catalogue

  constructor(clock: Clock, random: Random, catalogue: Catalogue) {
    this.#clock = clock
    this.#random = random
    this.#catalogue = catalogue
  }

  /** Runs one write and records its course. */
  async record(
    image: GlanceImage,
    store: string,
    method: StoreCopy['method'],
    taskId: string,
    write: () => Promise<StoredImage>,
  ): Promise<StoredImage> {
    const copy: StoreCopy = {
      id: this.#random.uuid(),
      name: image.name,
      imageId: image.id,
      store,
      method,
      state: 'writing',
      startedMs: this.#clock.now(),
      bytes: 0,
      taskId,
    }
    await this.#catalogue.copies.insert(copy)
    try {
      const stored = await write()
      const { startedMs, endedMs, wanBytes } = stored
      await this.#end(copy.id, { state: 'done', startedMs, endedMs, bytes: wanBytes })
      return stored
    } catch (error) {
      await this.#end(copy.id, { state: 'failed', endedMs: this.#clock.now() })
      throw error
    }
  }

  list(): Promise<readonly StoreCopy[]> {
    return this.#catalogue.copies.list()
  }

  /** After a restart nothing is being written: what says so was cut off. */
  async recover(): Promise<void> {
    for (const copy of await this.list()) {
      if (copy.state === 'writing') await this.#end(copy.id, { state: 'failed', endedMs: this.#clock.now() })
    }
  }

  async #end(id: string, end: Partial<StoreCopy>): Promise<void> {
    await this.#catalogue.copies.update(id, (copy) => ({ ...copy, ...end }))
  }
}
