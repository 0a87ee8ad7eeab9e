import { readdirSync, readFileSync } from 'node:fs'
import { readConf, readKey } from '#ceph-sim/etc-files.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import type { ClusterDirectory, ClusterSession } from '#cli/commands/rbd/cluster-directory.ts'
import { UnauthenticatedError } from '#kernel/errors/domain-error.ts'

const admin = 'client.admin'

/**
 * The clusters whose conf and keyring files lie in a directory, as etc/ceph holds them on a DCN node.
 *
 * @param first - the cluster that is meant when none is named
 */
export function clusterFiles(directory: string, first: string): ClusterDirectory {
  return {
    names: () => {
      const names = readdirSync(directory)
        .filter((name) => name.endsWith('.conf'))
        .map((name) => name.slice(0, -'.conf'.length))
        .sort()
      return [first, ...names.filter((name) => name !== first)]
    },
    open: async (name, { user = admin, keyring }): Promise<ClusterSession> => {
      const { address } = await readConf(directory, name)
      const key = keyring ? keyIn(keyring, user) : await readKey(directory, name, user)
      return connectCluster({ address, user, key })
    },
  }
}

function keyIn(path: string, user: string): string {
  const section = readFileSync(path, 'utf8')
    .split(/^\[/m)
    .find((text) => text.startsWith(`${user}]`))
  const key = section && /^\s*key\s*=\s*(\S+)/m.exec(section)?.[1]
  if (!key) throw new UnauthenticatedError(`${path} has no key of ${user}`, { errno: 'EACCES', path })
  return key
}
