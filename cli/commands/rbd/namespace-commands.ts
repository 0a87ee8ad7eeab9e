import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import { errnoOf, reasonOf } from './errno.ts'
import { poolFailure, poolTarget } from './image-target.ts'
import { formatOptions, type RbdCommand, type RbdContext, tableUnlessEmpty } from './rbd-context.ts'

export const createNamespace: RbdCommand = {
  names: ['namespace create'],
  options: ['pool', 'namespace'],
  maxPositionals: 1,
  run: (context) =>
    inPool(context, async (rbd, pool, namespace) => {
      try {
        await rbd.namespaces.create(pool, namespace, context.call)
      } catch (thrown) {
        throw refusalOf(thrown, 'failed to created namespace')
      }
    }),
}

export const removeNamespace: RbdCommand = {
  names: ['namespace remove', 'namespace rm'],
  options: ['pool', 'namespace'],
  maxPositionals: 1,
  run: (context) =>
    inPool(context, async (rbd, pool, namespace) => {
      try {
        await rbd.namespaces.remove(pool, namespace, context.call)
      } catch (thrown) {
        if (reasonOf(thrown) === 'namespace_missing') throw new CommandFailure(2, 'rbd: namespace does not exist.')
        if (reasonOf(thrown) === 'has_images') {
          throw new CommandFailure(16, 'rbd: namespace contains images which must be deleted first.')
        }
        throw refusalOf(thrown, 'failed to remove namespace')
      }
    }),
}

export const listNamespaces: RbdCommand = {
  names: ['namespace list', 'namespace ls'],
  options: ['pool', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const rbd = await context.cluster()
    const names = await rbd.namespaces.list(target.pool, context.call).catch((thrown) => {
      throw poolFailure(thrown, target) ?? failedWith('failed to list namespaces', errnoOf(thrown))
    })
    const rows = names.map((name) => [name])
    context.print(() => tableUnlessEmpty([{ heading: 'NAME' }], rows), {
      name: 'namespaces',
      value: names.map((name) => ({ name })),
      items: { namespaces: 'namespace' },
    })
  },
}

/** For a command that names one name space: `pool/namespace`, or `--pool` and `--namespace`. */
async function inPool(
  context: RbdContext,
  act: (rbd: ClusterClient, pool: string, namespace: string) => Promise<void>,
): Promise<void> {
  const target = poolTarget(context.args)
  if (target.namespace === undefined) throw misused('namespace name was not specified')
  const rbd = await context.cluster()
  try {
    await act(rbd, target.pool, target.namespace)
  } catch (thrown) {
    throw poolFailure(thrown, target) ?? thrown
  }
}

function refusalOf(thrown: unknown, what: string): unknown {
  return reasonOf(thrown) === 'pool_missing' ? thrown : failedWith(what, errnoOf(thrown))
}
