import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Cluster } from './app.ts'

/**
 * What clients of a cluster find below etc/ceph: `NAME.conf` and `NAME.client.USER.keyring`, where NAME is the
 * cluster's, which is its site's (D27).
 *
 * @param address - host:port of the cluster's BlockStore; stands where the monitors' would
 */
export async function writeEtcFiles(directory: string, cluster: Cluster, address: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  const { name, fsid } = cluster
  await replace(join(directory, `${name}.conf`), `[global]\nfsid = ${fsid}\nmon_host = ${address}\n`)
  for (const { entity, key, caps } of cluster.identities.list()) {
    const lines = Object.entries(caps).map(([daemon, cap]) => `\tcaps ${daemon} = "${cap}"\n`)
    const text = `[${entity}]\n\tkey = ${key}\n${lines.join('')}`
    await replace(join(directory, `${name}.${entity}.keyring`), text, 0o600)
  }
}

/** Where a cluster answers, and who it is. @throws NotFoundError when there is no such conf file */
export async function readConf(directory: string, name: string): Promise<{ address: string; fsid: string }> {
  const text = await read(join(directory, `${name}.conf`), `no conf file for cluster ${name}`)
  return { address: setting(text, 'mon_host'), fsid: setting(text, 'fsid') }
}

/** @param entity - e.g. `client.openstack` @throws NotFoundError when there is no such keyring */
export async function readKey(directory: string, name: string, entity: string): Promise<string> {
  const text = await read(join(directory, `${name}.${entity}.keyring`), `no keyring of ${entity} for cluster ${name}`)
  return setting(text, 'key')
}

function setting(text: string, name: string): string {
  return new RegExp(`^\\s*${name}\\s*=\\s*(\\S+)`, 'm').exec(text)?.[1] ?? ''
}

async function read(path: string, complaint: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new NotFoundError(`${complaint} (${path})`, { path }, { cause })
    throw cause
  })
}

async function replace(path: string, text: string, mode = 0o644): Promise<void> {
  await writeFile(`${path}.new`, text, { mode })
  await rename(`${path}.new`, path)
}
