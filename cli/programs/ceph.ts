import { enableCompileCache } from 'node:module'

/** `ceph`, as a program of its own: the code is compiled once and kept by Node. */
enableCompileCache()
const [{ runProgram }, { runCeph }] = await Promise.all([
  import('./program.ts'),
  import('#cli/commands/ceph/ceph-command.ts'),
])
await runProgram(runCeph)
