import { formatSpec, type RbdListEntry, type RbdSpec } from '#ceph-sim/rbd.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { CommandFailure, failedWith } from './command-failure.ts'
import { errnoOf } from './errno.ts'
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
    const failure = poolFailure(thrown, target) ?? failedWith('listing images failed', errnoOf(thrown))
    throw thrown instanceof CommandFailure
      ? new CommandFailure(failure.exitCode, `${thrown.message}\n${failure.message}`)
      : failure
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
  options: [...snapshotOptions, 'all', 'descendants', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = anyTarget(context.args)
    const { rbd } = await context.open({ ...headOf(target), poolIsDefault: target.poolIsDefault })
    const snapshots = await snapshotNames(context, rbd, target)
    const descendants = context.args.has('descendants')
    const found = new Map<string, RbdSpec>()
    for (const snapshot of snapshots) {
      const parent = { ...headOf(target), snapshot }
      for (const child of await rbd.children(parent, { descendants, ...context.call })) {
        found.set(formatSpec(child), specOf(child))
      }
    }
    const names = [...found.keys()].sort()
    const value = await Promise.all(
      names.map(async (name) => {
        const child = found.get(name)!
        const { pool, namespace = '', image } = child
        const entry = { pool, pool_namespace: namespace, image }
        if (!context.args.has('all')) return entry
        return { ...entry, id: (await rbd.info(child, context.call)).id, trash: false }
      }),
    )
    context.print(() => names.map((name) => `${name}\n`).join(''), {
      name: 'children',
      value,
      items: { children: 'child' },
    })
  },
}

async function snapshotNames(
  context: RbdContext,
  rbd: Awaited<ReturnType<RbdContext['cluster']>>,
  target: Target,
): Promise<readonly string[]> {
  const names = (await rbd.listSnapshots(target, context.call)).map(({ name }) => name)
  if (target.snapshot === undefined) return names
  if (names.includes(target.snapshot)) return [target.snapshot]
  throw new CommandFailure(2, 'rbd: snapshot does not exist.')
}
