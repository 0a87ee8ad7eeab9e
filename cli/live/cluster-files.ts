import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { keyIn } from '#ceph-sim/auth/keyring.ts'
import { CephConf, expandVariables, firstMonitor } from '#ceph-sim/ceph-conf.ts'
import type { ClusterDirectory, ClusterSession, ClusterUser } from '#cli/commands/rbd/cluster-directory.ts'
import { NotFoundError, UnauthenticatedError } from '#kernel/errors/domain-error.ts'

const admin = 'client.admin'
/** Ceph's own, beside the configuration file instead of in /etc/ceph. */
const defaultKeyrings = ['$cluster.$name.keyring', '$cluster.keyring', 'keyring', 'keyring.bin']

/** Where a configuration says that a cluster answers, and the key that it says to use. */
export interface ClusterAccess {
  readonly address: string
  readonly user: string
  readonly key: string
}

export interface ClusterFilesOptions {
  /** The cluster that is meant when none is named; the first by name when absent. */
  readonly first?: string | undefined
  /** Opens a session; by gRPC when absent. */
  readonly connect?: ((access: ClusterAccess) => ClusterSession | Promise<ClusterSession>) | undefined
}

/**
 * The clusters whose conf and keyring files lie in directories, as etc/ceph holds them on a DCN node, found in the way in
 * which Ceph's programs find them.
 *
 * @param directories - where `NAME.conf` is looked for, in this order
 */
export function clusterFiles(
  directories: readonly string[],
  { first, connect = connectOverGrpc }: ClusterFilesOptions = {},
): ClusterDirectory {
  return {
    names: () => {
      const names = [...new Set(directories.flatMap(clusterNames))].sort()
      return first === undefined ? names : [first, ...names.filter((name) => name !== first)]
    },
    open: async (name, user) => connect(accessOf(name, user, directories)),
  }
}

function clusterNames(directory: string): readonly string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory).flatMap((file) => (file.endsWith('.conf') ? [file.slice(0, -'.conf'.length)] : []))
}

function accessOf(name: string, user: ClusterUser, directories: readonly string[]): ClusterAccess {
  const entity = user.user ?? admin
  const expand = (text: string) => expandVariables(text, { cluster: name, entity })
  const file = user.conf === undefined ? findConf(name, directories) : existing(expand(user.conf))
  if (file === undefined && user.monHost === undefined) {
    throw new NotFoundError(`there is no configuration of a cluster ${name}`, { cluster: name })
  }
  const conf = CephConf.parse(file === undefined ? '' : readFileSync(file, 'utf8'))
  const folder = file === undefined ? undefined : path.dirname(file)
  const key = keyOf(entity, user, conf, (text) => (folder === undefined ? text : path.resolve(folder, expand(text))))
  return { address: firstMonitor(user.monHost ?? conf.get('mon_host', entity) ?? ''), user: entity, key }
}

function findConf(name: string, directories: readonly string[]): string | undefined {
  return directories.map((directory) => path.join(directory, `${name}.conf`)).find((file) => existsSync(file))
}

function existing(file: string): string | undefined {
  return existsSync(file) ? file : undefined
}

/** A key file wins over keyrings; of the keyrings, the first that exists is the only one. @throws UnauthenticatedError */
function keyOf(entity: string, user: ClusterUser, conf: CephConf, resolve: (text: string) => string): string {
  const keyfile = user.keyfile ?? conf.get('keyfile', entity)
  const alone = keyfile === undefined ? undefined : readIfThere(resolve(keyfile))?.trim()
  if (alone) return alone
  const configured = user.keyring ?? conf.get('keyring', entity)
  const candidates = configured === undefined ? defaultKeyrings : configured.split(/[,;\s]+/)
  const keyring = candidates.map(resolve).find((file) => existsSync(file))
  const key = conf.get('key', entity) ?? (keyring && keyIn(readFileSync(keyring, 'utf8'), entity))
  if (key) return key
  throw new UnauthenticatedError(`there is no key of ${entity}`, {
    errno: 'EACCES',
    entity,
    ...(keyring !== undefined && { path: keyring }),
  })
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Loaded at the first connection: what is asked of no cluster must not wait for it. */
async function connectOverGrpc(access: ClusterAccess): Promise<ClusterSession> {
  const { connectCluster } = await import('#ceph-sim/rpc/cluster-client.ts')
  return connectCluster(access)
}
