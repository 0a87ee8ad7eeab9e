import type { CommandIo } from '../../command-io.ts'
import type { Hypervisors } from './hypervisors.ts'

/** A running command: its options by name, and the hypervisor that it talks to. */
export interface VirshContext {
  readonly io: CommandIo
  readonly hypervisors: Hypervisors
  readonly site: string
  /** The value of an option; flags are the empty string. */
  get(option: string): string | undefined
  /** @throws VirshFailure */
  readFile(file: string): Promise<string>
}

export interface VirshCommand {
  readonly name: string
  /** Options with a value; the first ones may be given without their names, in this order. */
  readonly options: readonly string[]
  readonly flags: readonly string[]
  readonly required: readonly string[]
  /** @returns what to print; a line feed of its own follows, as virsh adds one to all that it prints */
  run(context: VirshContext): Promise<string>
}

/** A command that ends here, with the lines that virsh prints behind `error: `. */
export class VirshFailure extends Error {
  readonly lines: readonly string[]

  constructor(...lines: readonly string[]) {
    super(lines.join('; '))
    this.name = 'VirshFailure'
    this.lines = lines
  }
}
