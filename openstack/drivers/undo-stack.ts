import { type DomainCode, DomainError } from '#kernel/errors/domain-error.ts'

/** Failures after which nobody knows whether the far side did what it was asked. */
const uncertain: ReadonlySet<DomainCode> = new Set<DomainCode>(['cancelled', 'deadline', 'unavailable', 'internal'])

/**
 * What an unfinished operation has made, and how to take it back. Steps run newest first; one that fails does not keep
 * the older ones from running, because each removes a thing of its own.
 */
export class UndoStack {
  readonly #steps: (() => Promise<unknown>)[] = []

  push(step: () => Promise<unknown>): void {
    this.#steps.push(step)
  }

  /**
   * Awaits a call that makes a thing. A call that was cut off may have made it all the same, so it is taken back too;
   * a call that was refused has made nothing.
   */
  async make<T>(call: Promise<T>, takeBack: () => Promise<unknown>): Promise<T> {
    try {
      const made = await call
      this.push(takeBack)
      return made
    } catch (error) {
      if (!(error instanceof DomainError) || uncertain.has(error.code)) this.push(takeBack)
      throw error
    }
  }

  async run(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) await step().catch(() => {})
  }
}

/**
 * Runs `work`; when it throws, what it made is taken back before the error goes on. The error stays the one that the
 * work threw: a failed clean-up only shows in what is left.
 */
export async function undoOnFailure<T>(work: (undo: UndoStack) => Promise<T>): Promise<T> {
  const undo = new UndoStack()
  try {
    return await work(undo)
  } catch (error) {
    await undo.run()
    throw error
  }
}
