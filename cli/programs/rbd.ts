import { enableCompileCache } from 'node:module'

/** `rbd`, as a program of its own: the code is compiled once and kept by Node. */
enableCompileCache()
const [{ runProgram }, { runRbd }] = await Promise.all([
  import('./program.ts'),
  import('#cli/commands/rbd/rbd-command.ts'),
])
await runProgram(runRbd)
