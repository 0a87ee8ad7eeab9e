/**
 * What an unfinished operation has made, and how to take it back. Steps run newest first; one that fails does not keep
 * the older ones from running, because each removes a thing of its own.
 */
export class UndoStack {
  readonly #steps: (() => Promise<unknown>)[] = []

  push(step: () => Promise<unknown>): void {
    this.#steps.push(step)
  }

  /** @returns what the steps that failed threw */
  async run(): Promise<readonly unknown[]> {
    const failures: unknown[] = []
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step()
      } catch (error) {
        failures.push(error)
      }
    }
    return failures
  }
}

/**
 * Runs `work`; when it throws, what it pushed is undone before the error goes on. The error stays the one that the
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
