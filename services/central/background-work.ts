/** Work that goes on after a call was answered. Nothing waits for it but the end of the process. */
export class BackgroundWork {
  readonly #onFailure: (what: string, error: unknown) => void
  readonly #running = new Set<Promise<void>>()

  constructor(onFailure: (what: string, error: unknown) => void) {
    this.#onFailure = onFailure
  }

  /** Starts it now; a failure is reported, and has by then been written into the record that it is about. */
  start(what: string, work: () => Promise<void>): void {
    const run = work()
      .catch((error: unknown) => this.#onFailure(what, error))
      .finally(() => this.#running.delete(run))
    this.#running.add(run)
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
