import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Cluster, type ClusterCapacity, type ClusterDeps, createCluster } from '#ceph-sim/app.ts'
import { formatKeyring } from '#ceph-sim/auth/keyring.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { runCeph } from '#cli/commands/ceph/ceph-command.ts'
import { runRados } from '#cli/commands/rados/rados-command.ts'
import type { ClusterDirectory } from '#cli/commands/rbd/cluster-directory.ts'
import { runRbd } from '#cli/commands/rbd/rbd-command.ts'
import { type ClusterAccess, clusterFiles } from '#cli/live/cluster-files.ts'
import { UnavailableError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { createRpcServer, type RpcServer } from '#kernel/rpc/rpc-server.ts'
import { GiB } from '#kernel/units/bytes.ts'
import type { CommandOutput, GoldenCommand } from './golden-transcript.ts'
import { InstantClock } from './instant-clock.ts'
import { cmp, pythonWith } from './shell/file-programs.ts'
import { rbdio } from './shell/rbdio.ts'
import { Shell, type ShellProgram } from './shell/shell.ts'

const startMs = Date.UTC(2026, 10, 20, 11, 0, 0)

/** The clusters of the recordings: one osd, one replica; `dcn0` only where two sites are played. */
const sites: Readonly<Record<string, { readonly fsid: string; readonly address: string }>> = {
  central: { fsid: 'aaaaaaaa-0000-4000-8000-000000000000', address: '127.0.0.1:7400' },
  dcn0: { fsid: 'bbbbbbbb-0000-4000-8000-000000000000', address: '127.0.0.1:7200' },
}

export interface ReplayOptions {
  /** The pools that the clusters start with. */
  readonly pools: readonly string[]
  /** Default: one osd of 40 GiB, one replica. */
  readonly capacity?: ClusterCapacity
  /** See `GoldenSetup`. */
  readonly conf?: Readonly<Record<string, string>>
  readonly fullPolicy?: 'wait'
  /** What had been done to the recorded clusters before; must succeed. */
  readonly before?: readonly string[]
  /** How the commands reach the clusters; default in process. */
  readonly through?: 'grpc'
}

/** Runs a transcript's command lines against fresh clusters in this process. */
export async function replay(
  commands: readonly GoldenCommand[],
  { pools, capacity, conf, fullPolicy, before = [], through }: ReplayOptions,
): Promise<CommandOutput[]> {
  const clock = new InstantClock(startMs)
  const cwd = await mkdtemp(path.join(tmpdir(), 'dcnsim-golden-'))
  const clusters = await startClusters(clock, { pools, capacity, conf, fullPolicy })
  await using doors = through === 'grpc' ? await serveClusters(clusters) : undefined
  const twoSites = commands.some(({ cmd }) => cmd.includes('--cluster central'))
  const etc = await mkdtemp(path.join(tmpdir(), 'dcnsim-golden-etc-'))
  await writeClusterFiles(clusters, etc, twoSites ? cwd : etc)
  const env: Record<string, string> = twoSites ? {} : { CEPH_CONF: path.join(etc, 'central.conf') }
  const connect = ({ address, user, key }: ClusterAccess) => {
    const [name] = Object.entries(sites).find(([, site]) => site.address === address) ?? []
    const cluster = name === undefined ? undefined : clusters.get(name)
    if (!cluster) throw new UnavailableError(`no monitor answers at ${address}`)
    return doors ? doors.connect(cluster, { user, key }) : cluster.connect({ user, key })
  }
  const directory = clusterFiles([cwd], { first: 'central', connect })
  const io = rbdio((name) => admin(clusters.get(name ?? 'central')!))
  const programs: Readonly<Record<string, ShellProgram>> = {
    rbd: command(runRbd, directory, env),
    ceph: command(runCeph, directory, env),
    rados: command(runRados, directory, env),
    rbdio: io,
    cmp,
    python3: pythonWith({ rbdio: io }),
  }
  const shell = new Shell(programs, cwd, clock)
  try {
    for (const cmd of before) {
      const { exit, stderr } = await shell.run(cmd)
      if (exit !== 0) throw new Error(`${cmd}: ${stderr}`)
    }
    const outputs: CommandOutput[] = []
    for (const { cmd } of commands) outputs.push(withoutKeys(await shell.run(cmd)))
    return outputs
  } finally {
    await shell.stop()
    for (const cluster of clusters.values()) await cluster.stop()
    for (const folder of [cwd, etc]) await rm(folder, { recursive: true })
  }
}

/** cephx keys give way to a stand-in of equal form, as in the recordings. */
function withoutKeys({ exit, stdout, stderr }: CommandOutput): CommandOutput {
  const clean = (text: string) => text.replaceAll(/AQ[A-Za-z0-9+/]{36}==/g, 'AQAAAAAAAAAAABAARVhBTVBMRS1LRVktTk9UIQ==')
  return { exit, stdout: clean(stdout), stderr: clean(stderr) }
}

async function startClusters(
  clock: InstantClock,
  settings: Pick<ClusterDeps, 'pools' | 'capacity' | 'conf' | 'fullPolicy'>,
): Promise<ReadonlyMap<string, Cluster>> {
  const clusters = new Map<string, Cluster>()
  for (const [name, { fsid }] of Object.entries(sites)) {
    const cluster = createCluster({
      clock,
      random: new SeededRandom(`golden/${name}`),
      name,
      fsid,
      store: { kind: 'memory' },
      capacity: { osds: 1, osdSizeBytes: 40 * GiB, replicas: 1 },
      ...settings,
      users: {},
    })
    await cluster.start()
    clusters.set(name, cluster)
  }
  return clusters
}

function admin(cluster: Cluster): ClusterClient {
  return cluster.connect({ user: 'client.admin', key: cluster.identities.keyOf('client.admin') })
}

/** A gRPC server for each cluster, and sessions through it. */
async function serveClusters(clusters: ReadonlyMap<string, Cluster>) {
  const servers = new Map<Cluster, { server: RpcServer; address: string }>()
  for (const cluster of clusters.values()) {
    const server = createRpcServer({ address: '127.0.0.1:0', services: serveCluster((who) => cluster.connect(who)) })
    servers.set(cluster, { server, address: await server.start() })
  }
  return {
    connect: (cluster: Cluster, credentials: { user: string; key: string }) =>
      connectCluster({ address: servers.get(cluster)!.address, ...credentials }),
    [Symbol.asyncDispose]: async () => {
      for (const { server } of servers.values()) await server.stop({ drainMs: 100 })
    },
  }
}

/**
 * Conf files as the recorded clusters had them: each names the one keyring that its clients look into, which is the
 * administrator's.
 */
async function writeClusterFiles(
  clusters: ReadonlyMap<string, Cluster>,
  keyrings: string,
  confs: string,
): Promise<void> {
  for (const [name, { fsid, identities }] of clusters) {
    const keyring = path.join(keyrings, `${name}.client.admin.keyring`)
    await writeFile(keyring, formatKeyring(identities.get('client.admin')))
    const conf = ['[global]', `fsid = ${fsid}`, `mon_host = ${sites[name]!.address}`, `keyring = ${keyring}`, '']
    await writeFile(path.join(confs, `${name}.conf`), conf.join('\n'))
  }
}

function command(
  run: typeof runRbd,
  directory: ClusterDirectory,
  given: Readonly<Record<string, string>>,
): ShellProgram {
  return ({ argv, env, cwd, clock, signal, stdin, write }) => {
    const printed: Promise<void>[] = []
    const print = (stream: 'stdout' | 'stderr') => (text: string) => void printed.push(write(stream, Buffer.from(text)))
    const io = {
      stdout: print('stdout'),
      stderr: print('stderr'),
      stdoutBytes: (bytes: Uint8Array) => write('stdout', bytes),
      cwd,
      env: { ...given, ...env },
      clock,
      signal,
      stdin,
    }
    return run(argv, io, directory).finally(() => Promise.all(printed))
  }
}
