#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import { addCloudCommands } from './commands/world/cloud-commands.ts'
import { addEnvCommand } from './commands/world/env.ts'
import { addFsckCommand } from './commands/world/fsck.ts'
import { addLinkCommand } from './commands/world/link.ts'
import { addNbdCommand } from './commands/world/nbd.ts'
import { addRunCommands } from './commands/world/run.ts'
import { addLogsCommand, addStatusCommand } from './commands/world/status.ts'
import { addDownCommand, addUpCommand } from './commands/world/up.ts'
import { endWithReader } from './process-io.ts'

const program = new Command('dcnsim')
  .description(
    "A simulator of a Distributed Compute Node cloud's storage: hub, edge sites, Ceph, Glance, Cinder, Nova, WAN",
  )
  .option('--state <directory>', 'where the cloud keeps everything (default: $DCNSIM_STATE or .dcnsim)')
  .showHelpAfterError("(see 'dcnsim --help')")
  .enablePositionalOptions()
  .exitOverride()

addRunCommands(program)
addUpCommand(program)
addStatusCommand(program)
addLogsCommand(program)
addLinkCommand(program)
addEnvCommand(program)
addNbdCommand(program)
addDownCommand(program)
addFsckCommand(program)
addCloudCommands(program)

endWithReader()
try {
  await program.parseAsync()
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    process.exitCode = thrown.exitCode
  } else {
    const error = asDomainError(thrown)
    process.stderr.write(`dcnsim: ${error.message}\n`)
    if (error.code === 'internal' && process.env.DCNSIM_DEBUG) process.stderr.write(`${error.stack}\n`)
    process.exitCode = error.code === 'invalid_argument' ? 2 : 1
  }
}
