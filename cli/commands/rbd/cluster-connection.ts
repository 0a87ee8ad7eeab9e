import path from 'node:path'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CommandIo } from '../../command-io.ts'
import type { ClusterDirectory, ClusterSession, ClusterUser } from './cluster-directory.ts'
import type { Word } from './command-line.ts'

/** Which cluster a Ceph command means, as whom, and how long it waits for a monitor. */
export interface ConnectionChoice {
  readonly cluster: string | undefined
  readonly user: ClusterUser
  readonly mountTimeoutSeconds: number
}

/** Ceph's `client_mount_timeout`. */
const defaultMountTimeoutSeconds = 300
const retrySeconds = 1

/**
 * From global options and the environment. The cluster is `--cluster`, else the one that a configuration file is named
 * after.
 */
export function connectionChoice(words: readonly Word[], io: CommandIo): ConnectionChoice {
  const get = (name: string) => words.findLast((word) => word.kind === 'option' && word.name === name)
  const value = (name: string) => {
    const word = get(name)
    return word?.kind === 'option' ? word.value : undefined
  }
  const absolute = (file: string | undefined) => (file === undefined ? undefined : path.resolve(io.cwd, file))
  const conf = value('conf') ?? (io.env.CEPH_CONF || undefined)
  const id = value('id') ?? value('user')
  const user = value('name') ?? (id === undefined ? undefined : `client.${id}`)
  return {
    cluster: value('cluster') ?? namedBy(conf),
    user: {
      user,
      keyring: absolute(value('keyring') ?? (io.env.CEPH_KEYRING || undefined)),
      keyfile: absolute(value('keyfile')),
      conf: absolute(conf),
      monHost: value('mon-host'),
    },
    mountTimeoutSeconds: Number(
      value('connect-timeout') ?? value('client-mount-timeout') ?? defaultMountTimeoutSeconds,
    ),
  }
}

function namedBy(conf: string | undefined): string | undefined {
  return conf === undefined || conf.includes('$') ? undefined : path.basename(conf, '.conf')
}

/**
 * Opens a session and proves that the cluster answers. A cluster that cannot be reached is tried again until the mount
 * timeout, as a real client hunts for a monitor; at once given up where there is no clock to wait on.
 *
 * @throws the directory's error
 */
export async function openSession(
  choice: ConnectionChoice,
  directory: ClusterDirectory,
  { clock, signal }: CommandIo,
): Promise<ClusterSession> {
  const name = choice.cluster ?? directory.names()[0] ?? 'ceph'
  const giveUpAt = (clock?.now() ?? 0) + choice.mountTimeoutSeconds * 1000
  for (;;) {
    try {
      const session = await directory.open(name, choice.user)
      await session.cluster({ signal })
      return session
    } catch (thrown) {
      const waitMs = clock ? Math.min(retrySeconds * 1000, giveUpAt - clock.now()) : 0
      if (!clock || asDomainError(thrown).code !== 'unavailable' || waitMs <= 0) throw thrown
      await clock.sleep(waitMs, { signal })
    }
  }
}
