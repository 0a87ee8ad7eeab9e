import { type ByteRun, type ImageBytes, isDirectSession } from '../direct-image.ts'
import { type ByteRange, formatSpec, type Rbd, type RbdSpec } from '../rbd.ts'
import { PortBytes } from './port-bytes.ts'

export interface ServedImageOptions {
  readonly isReadOnly: boolean
  /** Who has the image open, as its watcher is called. */
  readonly owner: string
}

/**
 * One image or snapshot as a server offers it: the requests of NBD, put into those of the port. Shared by all
 * connections, so what one has written or flushed, all others see. Ranges must lie within the image. Errors are the
 * port's.
 */
export class ServedImage {
  /** `pool/image@snapshot`: the export's name. */
  readonly name: string
  readonly spec: RbdSpec
  readonly isReadOnly: boolean
  readonly #rbd: Rbd
  readonly #owner: string
  readonly #bytes: ImageBytes
  readonly #flushes: FlushGate

  /** A snapshot is read-only whatever the options say. */
  constructor(rbd: Rbd, spec: RbdSpec, options: ServedImageOptions) {
    this.name = formatSpec(spec)
    this.spec = spec
    this.isReadOnly = options.isReadOnly || spec.snapshot !== undefined
    this.#rbd = rbd
    this.#owner = options.owner
    this.#bytes = isDirectSession(rbd) ? rbd.directImage(spec) : new PortBytes(rbd, spec, { isAlone: !this.isReadOnly })
    this.#flushes = new FlushGate(() => rbd.flush(spec))
  }

  /**
   * Opens the image as a guest does: whoever may write holds the exclusive lock. Called for each connection, because a
   * cluster that has started again knows of no watchers.
   *
   * @throws NotFoundError; ConflictError EBUSY while somebody else has it open
   */
  async open(): Promise<{ sizeBytes: number }> {
    const { sizeBytes } = await this.#rbd.info(this.spec)
    if (!this.isReadOnly) await this.#rbd.attach(this.spec, { owner: this.#owner })
    return { sizeBytes }
  }

  async close(): Promise<void> {
    if (!this.isReadOnly) await this.#rbd.detach(this.spec, { owner: this.#owner })
  }

  /** @see ImageBytes.read */
  read(offset: number, into: Buffer): readonly ByteRun[] | Promise<readonly ByteRun[]> {
    return this.#bytes.read(offset, into)
  }

  /** To be acknowledged after `commit`. */
  write(offset: number, bytes: Buffer): Promise<void> {
    return this.#bytes.write(offset, bytes)
  }

  commit(): void {
    this.#bytes.commit()
  }

  /** Everything acknowledged so far survives a power failure. */
  flush(): Promise<void> {
    return this.#flushes.flush()
  }

  /** Gives back what the cluster's granularity lets it give back. */
  async trim(range: ByteRange): Promise<void> {
    await this.#change(() => this.#rbd.discard(this.spec, range))
  }

  /** Makes a range read as zeros, whatever its ends. @param keepAllocated - else what can be given back is */
  async writeZeroes({ offset, lengthBytes }: ByteRange, keepAllocated: boolean): Promise<void> {
    const zeroes = { kind: 'zero', offset, lengthBytes } as const
    await this.#change(() => this.#rbd.write(this.spec, [zeroes], { freeZeros: !keepAllocated }))
  }

  /** What of a range is stored. @see ImageBytes.runs */
  runs(range: ByteRange, options: { maxRuns: number }): readonly ByteRun[] | Promise<readonly ByteRun[]> {
    return this.#bytes.runs(range.offset, range.lengthBytes, options)
  }

  async #change(act: () => Promise<unknown>): Promise<void> {
    const known = this.#bytes instanceof PortBytes ? this.#bytes : undefined
    known?.changed()
    try {
      await act()
    } finally {
      known?.changed()
    }
  }
}

/** Flushes that are asked for while one runs share the next one. */
class FlushGate {
  readonly #flush: () => Promise<void>
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined

  constructor(flush: () => Promise<void>) {
    this.#flush = flush
  }

  flush(): Promise<void> {
    if (!this.#running) return this.#start()
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = undefined
        return this.#start()
      })
    return this.#next
  }

  #start(): Promise<void> {
    const running = this.#flush().finally(() => {
      if (this.#running === running) this.#running = undefined
    })
    this.#running = running
    return running
  }
}
