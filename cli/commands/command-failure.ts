/** A command ends here: its last words for stderr (without a line end; none when empty) and its exit status. */
export class CommandFailure extends Error {
  readonly exitStatus: number

  constructor(message: string, exitStatus = 1) {
    super(message)
    this.name = 'CommandFailure'
    this.exitStatus = exitStatus
  }
}

/** The words were wrong, not the cloud: exit status 2. */
export function usageFailure(message: string): CommandFailure {
  return new CommandFailure(message, 2)
}
