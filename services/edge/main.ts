import { createCluster } from '#ceph-sim/app.ts'
import { keepEtcFiles, readConf, readKey } from '#ceph-sim/etc-files.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createLogger } from '#kernel/log/logger.ts'
import { type RoleProcess, readSettings, runRole } from '#kernel/process/role-process.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { createSite } from './app.ts'
import { DirectoryHostDisk } from './cache/directory-host-disk.ts'
import { type EdgeProcessConfig, edgeProcessSchema } from './process-config.ts'
import { agentDoor } from './rpc/agent-door.ts'
import { connectHub } from './rpc/hub-client.ts'
import { keepRegistered } from './rpc/keep-registered.ts'

/** An edge site: its compute hosts and volume service, and its Ceph cluster unless that runs in a process of its own. */
await runRole('edge', () => start(readSettings(edgeProcessSchema, process.argv[2])))

async function start(config: EdgeProcessConfig): Promise<RoleProcess> {
  const clock = new SystemClock(config.clock)
  const random = new SeededRandom(config.seed)
  const log = createLogger(clock, { role: 'edge', site: config.site.id })
  const cluster =
    config.cluster.kind === 'embedded' ? await openCluster(config, config.cluster, { clock, random, log }) : undefined
  const { etcDirectory } = config.cluster
  const name = config.site.id
  const fsid = cluster?.fsid ?? (await readConf(etcDirectory, name)).fsid
  const key = cluster?.identities.keyOf('client.openstack') ?? (await readKey(etcDirectory, name, 'client.openstack'))
  const rbd =
    cluster?.connect({ user: 'client.openstack', key }) ??
    connectCluster({ address: (await readConf(etcDirectory, name)).address, user: 'client.openstack', key })

  const hub = connectHub(name, config.hubAddress)
  const site = createSite({
    clock,
    random,
    site: config.site,
    rbd,
    fsid,
    hub,
    hostDisk: new DirectoryHostDisk(config.hostDiskDirectory, clock),
    onComputeLog: ({ level, host, logger, message }) => log.info({ compute: { host, level, logger } }, message),
  })
  const server = createRpcServer({
    address: config.listen,
    services: [agentDoor(site.agent), ...(cluster ? serveCluster((who) => cluster.connect(who)) : [])],
  })
  const address = await server.start()
  const blockStoreAddress = cluster ? address : (await readConf(etcDirectory, name)).address
  if (cluster) await keepEtcFiles(etcDirectory, cluster, address)
  const externalKey =
    cluster?.identities.keyOf('client.external') ?? (await readKey(etcDirectory, name, 'client.external'))
  await site.start()
  const membership = keepRegistered(
    { clock, hub, log, resume: (running) => site.resume(running) },
    { agentAddress: address, blockStoreAddress, fsid, externalKey },
  )
  return {
    ready: { site: name, address, blockStoreAddress, fsid },
    log,
    stop: async () => {
      await membership.stop()
      await server.stop()
      await site.stop()
      hub.close()
      await cluster?.stop()
    },
  }
}

async function openCluster(
  config: EdgeProcessConfig,
  settings: Extract<EdgeProcessConfig['cluster'], { kind: 'embedded' }>,
  deps: Pick<Parameters<typeof createCluster>[0], 'clock' | 'random' | 'log'>,
) {
  const { fsid, directory, capacity, pools, fullPolicy, conf } = settings
  const store = { kind: 'directory', directory } as const
  const cluster = createCluster({ ...deps, name: config.site.id, fsid, store, capacity, pools, fullPolicy, conf })
  await cluster.start()
  return cluster
}
