import { formatBytes } from '#kernel/units/bytes.ts'
import { formatCtime } from '../../format/dates.ts'
import { cloneFormatOption } from './clone-format.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errnoOf, reasonOf } from './errno.ts'
import { layoutOf, layoutOptions } from './image-commands.ts'
import {
  destinationTarget,
  headOf,
  imageTarget,
  openFailure,
  poolFailure,
  type SnapshotTarget,
  snapshotOf,
  snapshotTarget,
} from './image-target.ts'
import { formatOptions, imageOptions, type RbdCommand, snapshotOptions, tableUnlessEmpty } from './rbd-context.ts'
import { namespaceDocument, namespaceText } from './snapshot-namespace.ts'

export const createSnapshot: RbdCommand = {
  names: ['snap create', 'snap add'],
  options: [...snapshotOptions, 'skip-quiesce', 'ignore-quiesce-error', 'no-progress'],
  maxPositionals: 1,
  run: (context) => {
    const target = newSnapshotTarget(context.args)
    return context.change(
      target,
      (rbd) => context.withProgress('Creating snap', () => rbd.createSnapshot(snapshotOf(target), context.call)),
      (thrown) => failedWith('failed to create snapshot', errnoOf(thrown)),
    )
  },
}

function newSnapshotTarget(args: CommandArguments): SnapshotTarget {
  const target = snapshotTarget(args)
  if (/[@/]/.test(target.snapshot)) throw misused(`invalid snap name '${target.snapshot}'`)
  assertQuiescing(args)
  return target
}

/** Nothing in a simulated guest waits for a snapshot, so the options about quiescing are only checked. */
export function assertQuiescing(args: CommandArguments): void {
  if (args.has('skip-quiesce') && args.has('ignore-quiesce-error')) {
    throw misused('ignore-quiesce-error cannot be used together with skip-quiesce')
  }
}

export const listSnapshots: RbdCommand = {
  names: ['snap ls', 'snap list'],
  options: [...imageOptions, 'image-id', 'all', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const { rbd } = await context.open(target)
    const all = context.args.has('all')
    const snapshots = await rbd.listSnapshots(headOf(target), { all, ...context.call })
    const columns = [
      { heading: 'SNAPID', values: 'right' },
      { heading: 'NAME' },
      { heading: 'SIZE', values: 'right' },
      { heading: 'PROTECTED' },
      { heading: 'TIMESTAMP' },
      ...(all ? [{ heading: 'NAMESPACE' }] : []),
    ] as const
    const rows = snapshots.map((snapshot) => [
      String(snapshot.id),
      snapshot.name,
      formatBytes(snapshot.sizeBytes),
      snapshot.protected ? 'yes' : '',
      formatCtime(snapshot.createdMs),
      ...(all ? [namespaceText(snapshot.namespace)] : []),
    ])
    const value = snapshots.map((snapshot) => ({
      id: snapshot.id,
      name: snapshot.name,
      size: snapshot.sizeBytes,
      protected: String(snapshot.protected),
      timestamp: formatCtime(snapshot.createdMs),
      namespace: all ? namespaceDocument(snapshot.namespace) : undefined,
    }))
    context.print(() => tableUnlessEmpty(columns, rows), {
      name: 'snapshots',
      value,
      items: { snapshots: 'snapshot' },
    })
  },
}

export const protectSnapshot: RbdCommand = {
  names: ['snap protect'],
  options: snapshotOptions,
  maxPositionals: 1,
  run: (context) => {
    const target = snapshotTarget(context.args)
    return context.change(
      target,
      (rbd) => rbd.protectSnapshot(snapshotOf(target), context.call),
      (thrown) =>
        errnoOf(thrown).name === 'EBUSY'
          ? new CommandFailure(16, 'rbd: snap is already protected')
          : failedWith('protecting snap failed', errnoOf(thrown)),
    )
  },
}

export const unprotectSnapshot: RbdCommand = {
  names: ['snap unprotect'],
  options: [...snapshotOptions, 'image-id'],
  maxPositionals: 1,
  run: (context) => {
    const target = snapshotTarget(context.args)
    return context.change(
      target,
      (rbd) => rbd.unprotectSnapshot(snapshotOf(target), context.call),
      (thrown) =>
        errnoOf(thrown).name === 'EINVAL'
          ? new CommandFailure(22, 'rbd: snap is already unprotected')
          : failedWith('unprotecting snap failed', errnoOf(thrown)),
    )
  },
}

/** Removes what it can; a protected snapshot is named on stdout, and the command succeeds all the same (16.2.15). */
export const purgeSnapshots: RbdCommand = {
  names: ['snap purge'],
  options: [...imageOptions, 'image-id', 'no-progress'],
  maxPositionals: 1,
  run: (context) => {
    const target = imageTarget(context.args)
    return context.change(
      target,
      async (rbd) => {
        const snapshots = await rbd.listSnapshots(headOf(target), context.call)
        if (snapshots.length === 0) return
        const kept = snapshots.filter((snapshot) => snapshot.protected)
        const going = snapshots.filter((snapshot) => !snapshot.protected)
        const removeAll = context.withProgress('Removing all snapshots', async (progress) => {
          for (const [index, { name }] of going.entries()) {
            await rbd.removeSnapshot({ ...headOf(target), snapshot: name }, context.call)
            progress.update(index + 1, snapshots.length)
          }
          if (kept.length > 0) throw protectedOnesAreLeft
        })
        await removeAll.catch((thrown: unknown) => {
          if (thrown !== protectedOnesAreLeft) throw thrown
          const names = kept.map(({ name }) => name).join(',')
          const state = kept.length === 1 ? 'is' : 'are'
          context.io.stdout(
            `rbd: error removing snapshot(s) '${names}', which ${state} protected - ` +
              'these must be unprotected with `rbd snap unprotect`.\n',
          )
        })
      },
      (thrown) => failedWith('removing snaps failed', errnoOf(thrown)),
    )
  },
}

const protectedOnesAreLeft = new CommandFailure(0, '')

export const rollback: RbdCommand = {
  names: ['snap rollback', 'snap revert'],
  options: [...snapshotOptions, 'no-progress'],
  maxPositionals: 1,
  run: (context) => {
    const target = snapshotTarget(context.args)
    return context.change(
      target,
      (rbd) => context.withProgress('Rolling back to snapshot', () => rbd.rollback(snapshotOf(target), context.call)),
      (thrown) => failedWith('rollback failed', errnoOf(thrown)),
    )
  },
}

export const clone: RbdCommand = {
  names: ['clone'],
  options: [...snapshotOptions, 'dest', 'dest-pool', 'dest-namespace', ...layoutOptions],
  maxPositionals: 2,
  run: async (context) => {
    const parent = snapshotTarget(context.args)
    const child = destinationTarget(context.args, 1)
    const layout = layoutOf(context)
    const rbd = await context.cluster()
    try {
      const options = { ...layout, ...cloneFormatOption(context), ...context.call }
      await rbd.clone(snapshotOf(parent), headOf(child), options)
    } catch (thrown) {
      if (errnoOf(thrown).name === 'EXDEV') {
        throw new CommandFailure(18, 'rbd: clone v2 required for cross-namespace clones.')
      }
      throw missingPool(thrown, parent, child) ?? failedWith('clone error', errnoOf(thrown))
    }
  },
}

function missingPool(thrown: unknown, ...targets: readonly Parameters<typeof poolFailure>[1][]) {
  const named = thrown instanceof Error && 'details' in thrown ? (thrown.details as { pool?: unknown }).pool : undefined
  return poolFailure(thrown, targets.find(({ pool }) => pool === named) ?? targets[0]!)
}

export const flatten: RbdCommand = {
  names: ['flatten'],
  options: [...imageOptions, 'no-progress'],
  maxPositionals: 1,
  run: (context) => {
    const target = imageTarget(context.args)
    return context.change(
      target,
      (rbd) => context.withProgress('Image flatten', () => rbd.flatten(headOf(target), context.call)),
      (thrown) =>
        reasonOf(thrown) === 'image_missing'
          ? openFailure(thrown, target)
          : failedWith('flatten error', errnoOf(thrown)),
    )
  },
}
