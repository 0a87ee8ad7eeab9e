import type { CommandIo } from '#cli/command-io.ts'
import type { Cloud } from '../cloud.ts'
import { runClient } from '../run-client.ts'
import { describeGlanceError } from './errors.ts'
import { imageCommands } from './image-commands.ts'
import { importCommands } from './import-commands.ts'
import { storeCommands } from './store-commands.ts'

/** What every command of the client works with. */
export interface GlanceContext {
  readonly io: CommandIo
  readonly cloud: Cloud
  /** `glance --verbose COMMAND`: lists show more columns. */
  readonly isVerbose: () => boolean
}

/**
 * The `glance` command in python-glanceclient's spelling and wording, against the simulated cloud.
 *
 * @param argv - what stands after `glance`
 * @returns its exit status: 0, 1 when the cloud or a check refused, 2 for wrong usage
 */
export async function runGlance(argv: readonly string[], io: CommandIo, cloud: Cloud): Promise<number> {
  let verbose = false
  const setVerbose = () => {
    verbose = true
  }
  const context: GlanceContext = { io, cloud, isVerbose: () => verbose }
  return runClient(
    {
      name: 'glance',
      summary: 'The Image service: one catalogue, one store per site.',
      commands: [...storeCommands(context), ...imageCommands(context), ...importCommands(context)],
      leading: { '-v': setVerbose, '--verbose': setVerbose },
      describe: describeGlanceError,
    },
    argv,
    io,
  )
}
