import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Cluster, Identity } from './app.ts'
import { formatKeyring, keyIn } from './auth/keyring.ts'
import { CephConf, firstMonitor } from './ceph-conf.ts'

/**
 * Keeps what clients of a cluster find below etc/ceph: `NAME.conf` and `NAME.client.USER.keyring`, where NAME is the
 * cluster's, which is its site's (D27). Keyrings follow every change of a user from now on: whoever is told that a user
 * was made or removed finds its file made or removed.
 *
 * @param address - host:port of the cluster's services; stands where the monitors' would
 */
export async function keepEtcFiles(directory: string, cluster: Cluster, address: string): Promise<void> {
  const { name, fsid, conf, identities } = cluster
  const keyringOf = (entity: string) => join(directory, `${name}.${entity}.keyring`)
  await mkdir(directory, { recursive: true })
  const options = Object.entries({ ...conf, fsid, mon_host: address }).map(
    ([option, value]) => `${option} = ${value}\n`,
  )
  await replace(join(directory, `${name}.conf`), `[global]\n${options.join('')}`)
  for (const identity of identities.list().filter(hasKeyringFile)) {
    await replace(keyringOf(identity.entity), formatKeyring(identity), 0o600)
  }
  identities.onChange(async (entity) => {
    const identity = identities.list().find((each) => each.entity === entity)
    if (!identity) await rm(keyringOf(entity), { force: true })
    else if (hasKeyringFile(identity)) await replace(keyringOf(entity), formatKeyring(identity), 0o600)
  })
}

/** Daemons keep their keys with their data, and those who make daemons elsewhere. */
function hasKeyringFile({ entity }: Identity): boolean {
  return entity.startsWith('client.') && !entity.startsWith('client.bootstrap-')
}

/** Where a cluster answers, and who it is. @throws NotFoundError when there is no such conf file */
export async function readConf(directory: string, name: string): Promise<{ address: string; fsid: string }> {
  const text = await read(join(directory, `${name}.conf`), `no conf file for cluster ${name}`)
  const conf = CephConf.parse(text)
  return { address: firstMonitor(conf.get('mon_host', 'client') ?? ''), fsid: conf.get('fsid', 'client') ?? '' }
}

/** @param entity - e.g. `client.openstack` @throws NotFoundError when there is no such keyring */
export async function readKey(directory: string, name: string, entity: string): Promise<string> {
  const path = join(directory, `${name}.${entity}.keyring`)
  return keyIn(await read(path, `no keyring of ${entity} for cluster ${name}`), entity) ?? ''
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
