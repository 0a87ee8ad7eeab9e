import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { runCeph } from '#cli/commands/ceph/ceph-command.ts'
import type { ClusterDirectory, ClusterSession } from '#cli/commands/rbd/cluster-directory.ts'
import { runRbd } from '#cli/commands/rbd/rbd-command.ts'
import { NotFoundError, UnavailableError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { createRpcServer, type RpcServer } from '#kernel/rpc/rpc-server.ts'
import { GiB } from '#kernel/units/bytes.ts'
import type { CommandOutput, GoldenCommand } from './golden-transcript.ts'
import { InstantClock } from './instant-clock.ts'
import { cmp, python3 } from './shell/file-programs.ts'
import { rbdio } from './shell/rbdio.ts'
import { Shell, type ShellProgram } from './shell/shell.ts'

const startMs = Date.UTC(2026, 10, 20, 11, 0, 0)

/** The clusters of the recordings: one osd, one replica; `dcn0` only where two sites are played. */
const fsids: Readonly<Record<string, string>> = {
  central: 'aaaaaaaa-0000-4000-8000-000000000000',
  dcn0: 'bbbbbbbb-0000-4000-8000-000000000000',
}

export interface ReplayOptions {
  /** The pools that the clusters start with. */
  readonly pools: readonly string[]
  /** How the commands reach the clusters; default in process. */
  readonly through?: 'grpc'
}

/** Runs a transcript's command lines against fresh clusters in this process. */
export async function replay(
  commands: readonly GoldenCommand[],
  { pools, through }: ReplayOptions,
): Promise<CommandOutput[]> {
  const clock = new InstantClock(startMs)
  const cwd = await mkdtemp(path.join(tmpdir(), 'dcnsim-golden-'))
  const clusters = await startClusters(clock, pools)
  await using doors = through === 'grpc' ? await serveClusters(clusters) : undefined
  const directory = clusterDirectory(clusters, cwd, doors?.open ?? admin)
  const programs: Readonly<Record<string, ShellProgram>> = {
    rbd: command(runRbd, directory),
    ceph: command(runCeph, directory),
    rbdio: rbdio((name) => admin(clusters.get(name ?? 'central')!)),
    cmp,
    python3,
  }
  const shell = new Shell(programs, cwd, clock)
  const twoSites = commands.some(({ cmd }) => cmd.includes('--cluster'))
  for (const name of twoSites ? clusters.keys() : []) {
    await writeFile(path.join(cwd, `${name}.conf`), `[global]\nmon_host = 127.0.0.1:7400\nfsid = ${fsids[name]}\n`)
  }
  try {
    const outputs: CommandOutput[] = []
    for (const { cmd } of commands) outputs.push(await shell.run(cmd))
    return outputs
  } finally {
    await shell.stop()
    for (const cluster of clusters.values()) await cluster.stop()
    await rm(cwd, { recursive: true })
  }
}

async function startClusters(clock: InstantClock, pools: readonly string[]): Promise<ReadonlyMap<string, Cluster>> {
  const clusters = new Map<string, Cluster>()
  for (const [name, fsid] of Object.entries(fsids)) {
    const cluster = createCluster({
      clock,
      random: new SeededRandom(`golden/${name}`),
      name,
      fsid,
      store: { kind: 'memory' },
      capacity: { osds: 1, osdSizeBytes: 40 * GiB, replicas: 1 },
      pools,
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
    open: (cluster: Cluster): ClusterSession => {
      const { address } = servers.get(cluster)!
      return connectCluster({ address, user: 'client.admin', key: cluster.identities.keyOf('client.admin') })
    },
    [Symbol.asyncDispose]: async () => {
      for (const { server } of servers.values()) await server.stop({ drainMs: 100 })
    },
  }
}

/** Clusters by the conf files of the working folder, as `--cluster` finds them; a wrong address cannot be reached. */
function clusterDirectory(
  clusters: ReadonlyMap<string, Cluster>,
  cwd: string,
  connect: (cluster: Cluster) => ClusterSession,
): ClusterDirectory {
  return {
    names: () => [...clusters.keys()],
    open: async (name) => {
      const files = await readdir(cwd)
      const conf = files.includes(`${name}.conf`) ? await readFile(path.join(cwd, `${name}.conf`), 'utf8') : ''
      if (conf.includes('127.0.0.1:1\n')) throw new UnavailableError(`no monitor answers for ${name}`)
      const cluster = clusters.get(name)
      if (!cluster) throw new NotFoundError(`no cluster ${name}`)
      return connect(cluster)
    },
    identities: (name) => clusters.get(name)?.identities,
  }
}

function command(run: typeof runRbd, directory: ClusterDirectory): ShellProgram {
  return ({ argv, env, cwd, clock, signal, stdin, write }) => {
    const printed: Promise<void>[] = []
    const print = (stream: 'stdout' | 'stderr') => (text: string) => void printed.push(write(stream, Buffer.from(text)))
    const io = {
      stdout: print('stdout'),
      stderr: print('stderr'),
      stdoutBytes: (bytes: Uint8Array) => write('stdout', bytes),
      cwd,
      env,
      clock,
      signal,
      stdin,
    }
    return run(argv, io, directory).finally(() => Promise.all(printed))
  }
}
