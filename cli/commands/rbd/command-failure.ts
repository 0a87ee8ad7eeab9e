import type { Errno } from './errno.ts'

/** A command that ends here: what it prints on stderr and its exit code. */
export class CommandFailure extends Error {
  readonly exitCode: number

  constructor(exitCode: number, stderr: string) {
    super(stderr)
    this.name = 'CommandFailure'
    this.exitCode = exitCode
  }
}

/** `rbd: create error: (17) File exists`, exit 17. */
export function failedWith(what: string, code: Errno): CommandFailure {
  return new CommandFailure(code.number, `rbd: ${what}: ${code.text}`)
}

/** A mistake in the command line that rbd finds after the option parser: exit 22. */
export function misused(message: string): CommandFailure {
  return new CommandFailure(22, `rbd: ${message}`)
}

/** A mistake that the option parser finds: exit 1. */
export function unparsable(message: string): CommandFailure {
  return new CommandFailure(1, `rbd: ${message}`)
}
