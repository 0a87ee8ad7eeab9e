import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCluster } from '#ceph-sim/app.ts'
import { keepEtcFiles, readConf, readKey } from '#ceph-sim/etc-files.ts'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
// The hub is also the site agent of its own zone: the one place where the hub's process meets the edge's code.
import { createSite } from '#edge/app.ts'
import { DirectoryHostDisk } from '#edge/cache/directory-host-disk.ts'
import { agentDoor } from '#edge/rpc/agent-door.ts'
import { createLogger, type Logger } from '#kernel/log/logger.ts'
import { packageRoot } from '#kernel/process/package-root.ts'
import { type RoleProcess, readSettings, runRole } from '#kernel/process/role-process.ts'
import { type Random, SeededRandom } from '#kernel/random/random.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { FluidWan } from '#kernel/wan/fluid-wan.ts'
import type { HubForSite } from '#openstack/site-agent.ts'
import type { RegisterSiteRequest__Output } from '#proto/dcnsim/v1/RegisterSiteRequest.ts'
import { createHub, type Hub, type HubSettings } from './app.ts'
import { openSqliteCatalogue } from './catalogue/sqlite-catalogue.ts'
import { type HubProcessConfig, hubProcessSchema } from './config.ts'
import { operator } from './identity/actor.ts'
import { WorkerDigester } from './images/digest-workers.ts'
import { StagingDirectory } from './images/staging-directory.ts'
import { httpSource } from './images/web-source.ts'
import { connectAgent } from './rpc/agent-client.ts'
import { imagesDoor } from './rpc/images-door.ts'
import { serversDoor } from './rpc/servers-door.ts'
import { sitesDoor } from './rpc/sites-door.ts'
import { volumesDoor } from './rpc/volumes-door.ts'
import { LinkFile } from './sites/link-file.ts'
import type { SiteEndpoint } from './sites/site-registry.ts'

/** The hub: OpenStack's APIs, the catalogue, the WAN model, and the central site with its cluster. */
await runRole('central', () => start(readSettings(hubProcessSchema, process.argv[2])))

interface Deps {
  readonly clock: SystemClock
  readonly random: Random
  readonly log: Logger
}

async function start(config: HubProcessConfig): Promise<RoleProcess> {
  const clock = new SystemClock(config.clock)
  const name = config.sites.find(({ role }) => role === 'hub')?.id ?? 'central'
  const deps: Deps = {
    clock,
    random: new SeededRandom(config.seed),
    log: createLogger(clock, { role: 'central', site: name }),
  }
  const cluster = await openCluster(config, name, deps)
  const hub = openHub(config, deps)
  const links = new LinkFile(config.linkFile)
  links.restore(hub.wan)
  await hub.start()
  const agentSite = openAgent(config, name, cluster, hub, deps)
  const server = createRpcServer({
    address: config.listen,
    services: [
      imagesDoor(hub),
      volumesDoor(hub),
      serversDoor(hub),
      sitesDoor(hub, connectSite, (link) => links.save(link)),
      agentDoor(agentSite.agent),
      ...(cluster.embedded ? serveCluster((who) => cluster.embedded!.connect(who)) : []),
    ],
  })
  const address = await server.start()
  if (cluster.embedded) await keepEtcFiles(config.etcDirectory, cluster.embedded, address)
  const blockStoreAddress = cluster.embedded ? address : (await readConf(config.etcDirectory, name)).address
  hub.sites.register({
    site: name,
    fsid: cluster.fsid,
    agent: agentSite.agent,
    rbd: cluster.rbd,
    agentAddress: address,
    blockStoreAddress,
    close: () => {},
  })
  await agentSite.start()
  await agentSite.resume(await hub.servers.runningAt(name))
  return {
    ready: { site: name, address, blockStoreAddress, fsid: cluster.fsid },
    log: deps.log,
    stop: async () => {
      await server.stop({ drainMs: 1_000 })
      await agentSite.stop()
      await hub.stop()
      await cluster.embedded?.stop()
    },
  }
}

function openHub(config: HubProcessConfig, { clock, random, log }: Deps): Hub {
  mkdirSync(dirname(config.catalogue), { recursive: true })
  const catalogue = openSqliteCatalogue(config.catalogue)
  const { glance } = config
  const settings: HubSettings = {
    sites: config.sites,
    stores: config.stores,
    imports: { methods: glance.methods, uris: glance.uris, conversion: glance.conversion },
    thinProvisioning: glance.thinProvisioning,
    volumeServerImage: config.volumeServerImage,
    volumeForceRequired: config.volumeForceRequired,
    tenancy: config.tenancy,
    // A fast clock must not turn a hiccup of this machine into a site that is down.
    serviceDownMs: Math.max(60_000, 3_000 * clock.speed),
  }
  return createHub(
    {
      clock,
      // The seed's ids are drawn once: a hub that starts on what an earlier one wrote draws others.
      random: catalogue.everInserted === 0 ? random : random.stream(`after/${catalogue.everInserted}`),
      log,
      wan: new FluidWan(clock, random.stream('wan'), config.wan),
      catalogue,
      staging: new StagingDirectory(config.stagingDirectory),
      digester: new WorkerDigester(workerEntry()),
      web: httpSource,
    },
    settings,
  )
}

async function openCluster(config: HubProcessConfig, name: string, { clock, random, log }: Deps) {
  if (config.cluster.kind === 'remote') {
    const { address, fsid } = await readConf(config.etcDirectory, name)
    const key = await readKey(config.etcDirectory, name, 'client.openstack')
    return { fsid, embedded: undefined, rbd: connectCluster({ address, user: 'client.openstack', key }) }
  }
  const { fsid, directory, capacity, pools, fullPolicy, conf } = config.cluster
  const embedded = createCluster({
    clock,
    random,
    log,
    name,
    fsid,
    store: { kind: 'directory', directory },
    capacity,
    pools,
    fullPolicy,
    conf,
  })
  await embedded.start()
  const key = embedded.identities.keyOf('client.openstack')
  return { fsid, embedded, rbd: embedded.connect({ user: 'client.openstack', key }) }
}

/** The central zone's own compute hosts and volume service; they reach Glance without crossing a link. */
function openAgent(
  config: HubProcessConfig,
  name: string,
  cluster: { rbd: Rbd; fsid: string },
  hub: Hub,
  { clock, random, log }: Deps,
) {
  const local: HubForSite = {
    downloadImage: async function* (imageId, options = {}) {
      yield* await hub.images.download(operator, imageId, `download ${imageId}`, options)
    },
  }
  const hosts = config.sites.find(({ id }) => id === name)?.hosts ?? []
  return createSite({
    clock,
    random,
    site: { id: name, hosts, neverDownloadImageIfOnRbd: config.neverDownloadImageIfOnRbd },
    rbd: cluster.rbd,
    fsid: cluster.fsid,
    hub: local,
    hostDisk: new DirectoryHostDisk(config.hostDiskDirectory, clock),
    onComputeLog: ({ level, host, logger, message }) => log.info({ compute: { host, level, logger } }, message),
  })
}

function connectSite(registration: RegisterSiteRequest__Output): SiteEndpoint {
  const { site, fsid, agentAddress, blockStoreAddress, externalKey } = registration
  const agent = connectAgent(agentAddress)
  const rbd = connectCluster({ address: blockStoreAddress, user: 'client.external', key: externalKey })
  return {
    site,
    fsid,
    agent,
    rbd,
    agentAddress,
    blockStoreAddress,
    close: () => {
      agent.close()
      rbd.close()
    },
  }
}

/** The hashing thread's module: a bundle of its own. */
function workerEntry(): URL {
  return pathToFileURL(join(packageRoot(), 'dist', 'digest-worker.mjs'))
}
