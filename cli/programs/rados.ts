import { enableCompileCache } from 'node:module'

/** `rados`, as a program of its own: the code is compiled once and kept by Node. */
enableCompileCache()
const [{ runProgram }, { runRados }] = await Promise.all([
  import('./program.ts'),
  import('#cli/commands/rados/rados-command.ts'),
])
await runProgram(runRados)
