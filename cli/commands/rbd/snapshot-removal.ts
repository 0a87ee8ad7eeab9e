import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { CallOptions, RbdSnapshotSpec } from '#ceph-sim/rbd.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errno, errnoOf, reasonOf } from './errno.ts'
import { anyTarget, headOf, nameAndId, snapshotOf, snapshotTarget } from './image-target.ts'
import { type RbdCommand, type RbdContext, snapshotOptions } from './rbd-context.ts'

export const removeSnapshot: RbdCommand = {
  names: ['snap rm', 'snap remove'],
  options: [...snapshotOptions, 'image-id', 'snap-id', 'force', 'no-progress'],
  maxPositionals: 1,
  run: (context) => {
    if (context.args.has('snap-id')) return removeById(context, Number(context.args.get('snap-id')))
    const target = atMostNamed(context.args, snapshotTarget)
    return context.change(
      target,
      (rbd) =>
        context.withProgress('Removing snap', async () => {
          if (context.args.has('force')) await releaseSnapshot(rbd, snapshotOf(target), context.call)
          await rbd.removeSnapshot(snapshotOf(target), context.call)
        }),
      (thrown) => removalFailure(thrown, `'${target.snapshot}'`),
    )
  },
}

/** `--force`: nothing may need the snapshot any more, so its clones are flattened and its protection goes. */
async function releaseSnapshot(rbd: ClusterClient, snapshot: RbdSnapshotSpec, call: CallOptions): Promise<void> {
  for (const child of await rbd.children(snapshot, call)) await rbd.flatten(child, call)
  const { protected: isProtected } = await rbd.info(snapshot, call)
  if (isProtected) await rbd.unprotectSnapshot(snapshot, call)
}

/** Says of a name beside an id what the other commands say, but for a blank. */
function atMostNamed<T>(args: CommandArguments, target: (args: CommandArguments) => T): T {
  try {
    return target(args)
  } catch (thrown) {
    throw thrown === nameAndId ? misused('trying to access image using both name and id.') : thrown
  }
}

/** By `--snap-id`: without a word, and also what only clones still need, which is refused while they do. */
async function removeById(context: RbdContext, id: number): Promise<void> {
  const target = atMostNamed(context.args, anyTarget)
  if (target.snapshot !== undefined) throw misused('trying to access snapshot using both name and id.')
  if (context.args.has('force') || context.args.has('no-progress')) {
    throw misused('force and no-progress options not permitted when removing by id.')
  }
  await context.change(
    target,
    async (rbd) => {
      const snapshots = await rbd.listSnapshots(headOf(target), { all: true, ...context.call })
      const found = snapshots.find((snapshot) => snapshot.id === id)
      if (!found) throw failedWith('failed to remove snapshot', errno('ENOENT'))
      if (found.namespace?.kind === 'trash') throw isProtected(`id ${id}`)
      if (found.namespace) throw misused('only snapshots of users are removed by id here')
      await rbd.removeSnapshot({ ...headOf(target), snapshot: found.name }, context.call)
    },
    (thrown) => removalFailure(thrown, `id ${id}`),
  )
}

function removalFailure(thrown: unknown, name: string): CommandFailure {
  return reasonOf(thrown) === 'protected' ? isProtected(name) : failedWith('failed to remove snapshot', errnoOf(thrown))
}

function isProtected(name: string): CommandFailure {
  return new CommandFailure(16, `rbd: snapshot ${name} is protected from removal.`)
}
