import type { RbdChild } from '#ceph-sim/port/clones.ts'
import { formatSpec, type RbdListEntry } from '#ceph-sim/rbd.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import { errnoOf, reasonOf } from './errno.ts'
import { anyTarget, headOf, poolFailure, poolTarget, specOf, type Target } from './image-target.ts'
import { formatOptions, type RbdCommand, type RbdContext, snapshotOptions, tableUnlessEmpty } from './rbd-context.ts'

export const list: RbdCommand = {
  names: ['ls', 'list'],
  options: ['pool', 'namespace', 'long', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const options = { ...(target.namespace && { namespace: target.namespace }), ...context.call }
    if (context.args.has('long')) {
      const entries = await inPool(context, target, async (rbd) => rbd.listDetailed(target.pool, options))
      printDetailed(context, entries)
      return
    }
    const names = await inPool(context, target, async (rbd) => rbd.listImages(target.pool, options))
    context.print(() => names.map((name) => `${name}\n`).join(''), {
      name: 'images',
      value: names,
      items: { images: 'name' },
    })
  },
}

/** `rbd ls` alone among the commands says that listing failed when it could not even connect. */
async function inPool<T>(
  context: RbdContext,
  target: Target,
  ask: (rbd: Awaited<ReturnType<RbdContext['cluster']>>) => Promise<T>,
): Promise<T> {
  try {
    return await ask(await context.cluster())
  } catch (thrown) {
    const failure = failedWith('listing images failed', errnoOf(thrown))
    const first = thrown instanceof CommandFailure ? thrown : poolFailure(thrown, target)
    throw first ? new CommandFailure(failure.exitCode, `${first.message}\n${failure.message}`) : failure
  }
}

const locks = { exclusive: 'excl', shared: 'shr' } as const

function printDetailed(context: RbdContext, entries: readonly RbdListEntry[]): void {
  const columns = [
    { heading: 'NAME' },
    { heading: 'SIZE', values: 'right' },
    { heading: 'PARENT' },
    { heading: 'FMT', values: 'right' },
    { heading: 'PROT' },
    { heading: 'LOCK' },
  ] as const
  const rows = entries.map((entry) => [
    entry.snapshot === undefined ? entry.image : `${entry.image}@${entry.snapshot}`,
    formatBytes(entry.sizeBytes),
    entry.parent ? formatSpec(entry.parent) : '',
    String(entry.format),
    entry.protected ? 'yes' : '',
    entry.lock ? locks[entry.lock] : '',
  ])
  const value = entries.map(({ image, id, snapshot, snapshotId, sizeBytes, parent, format, ...entry }) => ({
    image,
    id,
    snapshot,
    snapshot_id: snapshotId,
    size: sizeBytes,
    parent: parent && {
      pool: parent.pool,
      pool_namespace: parent.namespace ?? '',
      image: parent.image,
      snapshot: parent.snapshot,
    },
    format,
    protected: entry.protected === undefined ? undefined : String(entry.protected),
    lock_type: entry.lock,
  }))
  context.print(() => tableUnlessEmpty(columns, rows), { name: 'images', value, items: { images: 'image' } })
}

export const children: RbdCommand = {
  names: ['children'],
  options: [...snapshotOptions, 'snap-id', 'all', 'descendants', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const { args, call } = context
    const target = anyTarget(args)
    const snapshotId = args.get('snap-id')
    if (snapshotId !== undefined && target.snapshot !== undefined) {
      throw misused('trying to access snapshot using both name and id.')
    }
    const { rbd } = await context.open({ ...headOf(target), poolIsDefault: target.poolIsDefault })
    const options = {
      descendants: args.has('descendants'),
      ...(snapshotId !== undefined && { snapshotId: Number(snapshotId) }),
      ...call,
    }
    const found = await rbd.clones.children(specOf(target), options).catch((thrown: unknown) => {
      if (reasonOf(thrown) === 'snapshot_missing') throw new CommandFailure(2, 'rbd: snapshot does not exist.')
      throw failedWith('listing children failed', errnoOf(thrown))
    })
    printChildren(context, found)
  },
}

/** Clones in the trash are only shown where all are asked for. */
function printChildren(context: RbdContext, found: readonly RbdChild[]): void {
  const all = context.args.has('all')
  const shown = all ? found : found.filter(({ inTrash }) => !inTrash)
  const lines = shown.map((child) => {
    const { pool, namespace = '', image } = child
    const name = formatSpec({ pool, namespace, image })
    return child.inTrash ? `${name} (trash ${child.id})\n` : `${name}\n`
  })
  const value = shown.map(({ pool, namespace = '', image, id, inTrash }) => {
    const entry = { pool, pool_namespace: namespace, image }
    return all ? { ...entry, id, trash: inTrash } : entry
  })
  context.print(() => lines.join(''), { name: 'children', value, items: { children: 'child' } })
}
