import { createLogger } from '#kernel/log/logger.ts'
import { type RoleProcess, readSettings, runRole } from '#kernel/process/role-process.ts'
import { SeededRandom, systemRandom } from '#kernel/random/random.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { loadTls } from '#kernel/rpc/tls.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { createCluster } from './app.ts'
import { type CephSimConfig, cephSimConfigSchema } from './config.ts'
import { keepEtcFiles } from './etc-files.ts'
import { serveCluster } from './rpc/cluster-server.ts'

/** One Ceph cluster in a process of its own: what a site's services reach as they would reach its monitors and osds. */
await runRole('ceph-sim', () => start(readSettings(cephSimConfigSchema, process.argv[2])))

async function start(config: CephSimConfig): Promise<RoleProcess> {
  const { name, fsid, capacity, conf, fullPolicy, pools, users, directory, etcDirectory, tlsDirectory } = config
  const clock = new SystemClock(config.clock)
  const random = config.seed === undefined ? systemRandom() : new SeededRandom(config.seed)
  const log = createLogger(clock, { role: 'ceph-sim', site: name })
  const store = directory === undefined ? ({ kind: 'memory' } as const) : ({ kind: 'directory', directory } as const)
  const cluster = createCluster({ clock, random, log, name, fsid, store, capacity, conf, fullPolicy, pools, users })
  await cluster.start()
  const server = createRpcServer({
    address: config.listen,
    services: serveCluster((who) => cluster.connect(who)),
    ...(tlsDirectory === undefined ? {} : { tls: await loadTls(tlsDirectory) }),
  })
  const address = await server.start()
  if (etcDirectory !== undefined) await keepEtcFiles(etcDirectory, cluster, address)
  log.info({ address }, 'serving')
  return {
    ready: { site: name, address, fsid },
    log,
    stop: async () => {
      await server.stop()
      await cluster.stop()
    },
  }
}
