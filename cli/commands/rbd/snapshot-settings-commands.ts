import { CommandFailure, failedWith, misused, unparsable } from './command-failure.ts'
import { errno, errnoOf } from './errno.ts'
import { destinationSnapshot, headOf, imageTarget, snapshotOf, snapshotTarget } from './image-target.ts'
import { imageOptions, type RbdCommand, snapshotOptions } from './rbd-context.ts'

export const renameSnapshot: RbdCommand = {
  names: ['snap rename'],
  options: [...snapshotOptions, 'dest-pool', 'dest-namespace', 'dest', 'dest-snap'],
  maxPositionals: 2,
  run: (context) => {
    const target = snapshotTarget(context.args)
    const destination = destinationSnapshot(context.args, 1, target)
    if (destination.pool !== target.pool) throw misused('source and destination pool must be the same')
    if (destination.image !== target.image) throw misused('source and destination image name must be the same')
    return context.change(
      target,
      (rbd) => rbd.snapshotSettings.rename(snapshotOf(target), destination.snapshot, context.call),
      (thrown) => failedWith('renaming snap failed', errnoOf(thrown)),
    )
  },
}

export const setSnapshotLimit: RbdCommand = {
  names: ['snap limit set'],
  options: [...imageOptions, 'limit'],
  maxPositionals: 1,
  run: (context) => {
    const target = imageTarget(context.args)
    const text = context.args.get('limit')
    if (text === undefined) throw new CommandFailure(errno('ERANGE').number, 'rbd: must specify --limit <num>')
    const limit = limitOf(text)
    return context.change(
      target,
      (rbd) =>
        limit === undefined
          ? rbd.snapshotSettings.clearLimit(headOf(target), context.call)
          : rbd.snapshotSettings.setLimit(headOf(target), limit, context.call),
      (thrown) => failedWith('setting snapshot limit failed', errnoOf(thrown)),
    )
  },
}

export const clearSnapshotLimit: RbdCommand = {
  names: ['snap limit clear'],
  options: imageOptions,
  maxPositionals: 1,
  run: (context) => {
    const target = imageTarget(context.args)
    return context.change(
      target,
      (rbd) => rbd.snapshotSettings.clearLimit(headOf(target), context.call),
      (thrown) => failedWith('clearing snapshot limit failed', errnoOf(thrown)),
    )
  },
}

/** Ceph keeps a limit in 64 bits without a sign, and takes all ones, which are -1 too, for none. */
function limitOf(text: string): number | undefined {
  if (!/^-?\d+$/.test(text)) throw unparsable(`the argument ('${text}') for option '--limit' is invalid`)
  const limit = BigInt.asUintN(64, BigInt(text))
  return limit > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(limit)
}
