/** What a shell runs beside itself. It is at rest once it has ended, and while it waits for others to bring the time on. */
export class BackgroundJob {
  readonly ended: Promise<unknown>
  readonly #controller = new AbortController()
  #rest = Promise.withResolvers<void>()

  constructor(run: (signal: AbortSignal, job: BackgroundJob) => Promise<unknown>) {
    this.ended = run(this.#controller.signal, this).finally(() => this.#rest.resolve())
  }

  get rested(): Promise<void> {
    return this.#rest.promise
  }

  kill(reason?: 'killed' | 'terminated'): void {
    this.#controller.abort(reason)
  }

  /** Waits for a moment, and is at rest until then. */
  async resting(moment: Promise<void>): Promise<void> {
    this.#rest.resolve()
    await moment
    this.#rest = Promise.withResolvers()
  }
}
