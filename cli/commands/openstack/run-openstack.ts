import type { CommandIo } from '#cli/command-io.ts'
import type { Cloud } from '../cloud.ts'
import { runClient } from '../run-client.ts'
import { describeOpenstackError } from './errors.ts'
import { imageCommands } from './image-commands.ts'
import { serverCommands } from './server-commands.ts'
import { snapshotCommands } from './snapshot-commands.ts'
import { tenantCommands } from './tenant-commands.ts'
import { volumeCommands } from './volume-commands.ts'

/** What every command of the client works with. */
export interface OpenstackContext {
  readonly io: CommandIo
  readonly cloud: Cloud
}

/**
 * The `openstack` command in python-openstackclient's spelling and wording, against the simulated cloud.
 *
 * @param argv - what stands after `openstack`
 * @returns its exit status: 0, 1 when the cloud or a check refused, 2 for wrong usage
 */
export async function runOpenstack(argv: readonly string[], io: CommandIo, cloud: Cloud): Promise<number> {
  const context: OpenstackContext = { io, cloud }
  return runClient(
    {
      name: 'openstack',
      summary: 'Images, volumes and servers of the simulated cloud; an availability zone is a site.',
      commands: [
        ...imageCommands(context),
        ...volumeCommands(context),
        ...snapshotCommands(context),
        ...serverCommands(context),
        ...tenantCommands(context),
      ],
      describe: describeOpenstackError,
    },
    argv,
    io,
  )
}
