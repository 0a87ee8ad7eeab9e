import { connectionChoice } from '#cli/commands/rbd/cluster-connection.ts'
import { clusterFiles } from '#cli/live/cluster-files.ts'
import { commandIo } from '#cli/process-io.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { rbdio } from '../shell/rbdio.ts'

/** `rbdio` as a program of its own: the same arguments and texts, on a cluster in another process. */
const { env } = process
const io = commandIo()
const files = clusterFiles([process.cwd()])
const cluster = env.CEPH_CLUSTER
const { user } = connectionChoice([], cluster === undefined ? io : { ...io, env: {} })
const session = await files.open(cluster ?? 'central', { ...user, user: env.CEPH_NAME ?? 'client.admin' })
const ended = new AbortController()
// A guest closes its disk when it is told to end; anything else just ends.
if (process.argv[2] === 'hold') process.once('SIGTERM', () => ended.abort('ended'))
const clock = new SystemClock()
const exit = await rbdio(() => session)({
  argv: process.argv.slice(2),
  env: env as Record<string, string>,
  cwd: process.cwd(),
  clock,
  signal: ended.signal,
  stdin: process.stdin,
  reached: (atMs) => clock.sleep(atMs - clock.now(), { signal: ended.signal }),
  write: (stream, bytes) => new Promise((resolve) => void process[stream].write(bytes, () => resolve())),
})
process.exit(exit)
