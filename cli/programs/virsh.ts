import { enableCompileCache } from 'node:module'

/** `virsh`, as a program of its own, for the world that `DCNSIM_STATE` names or that is below the working directory. */
enableCompileCache()
const [{ runVirsh }, { hypervisorFiles }, { StateDirectory }, { commandIo }] = await Promise.all([
  import('#cli/commands/virsh/virsh-command.ts'),
  import('#cli/live/hypervisor-files.ts'),
  import('#cli/live/state-directory.ts'),
  import('#cli/process-io.ts'),
])
try {
  const hypervisors = hypervisorFiles(new StateDirectory(StateDirectory.default(process.env)))
  process.exitCode = await runVirsh(process.argv.slice(2), commandIo(), hypervisors)
} catch (thrown) {
  process.stderr.write(`error: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
  process.exitCode = 1
}
