import { formatBytes } from '#kernel/units/bytes.ts'
import { CommandFailure, failedWith } from './command-failure.ts'
import { errnoOf, reasonOf } from './errno.ts'
import { poolFailure, poolTarget } from './image-target.ts'
import { formatOptions, type RbdCommand } from './rbd-context.ts'

export const initPool: RbdCommand = {
  names: ['pool init'],
  options: ['pool', 'force'],
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const { pools } = await context.cluster()
    try {
      await pools.init(target.pool, { force: context.args.has('force'), ...context.call })
    } catch (thrown) {
      if (reasonOf(thrown) === 'needs_confirmation') {
        throw new CommandFailure(1, 'rbd: pool already registered to a different application.')
      }
      throw poolFailure(thrown, target) ?? failedWith('initialization failed', errnoOf(thrown))
    }
  },
}

export const poolStats: RbdCommand = {
  names: ['pool stats'],
  options: ['pool', 'namespace', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const { pools } = await context.cluster()
    const stats = await pools.stats(target.pool, { namespace: target.namespace, ...context.call }).catch((thrown) => {
      throw poolFailure(thrown, target) ?? failedWith('failed to list pool stats', errnoOf(thrown))
    })
    const lines = [
      `Total Images: ${stats.images}`,
      `Total Snapshots: ${stats.snapshots}`,
      `Provisioned Size: ${formatBytes(stats.provisionedBytes)}`,
      ...(stats.trashedImages > 0
        ? [
            `Total Trashed Images: ${stats.trashedImages}`,
            `Total Trashed Snapshots: ${stats.trashedSnapshots}`,
            `Provisioned Trash Size: ${formatBytes(stats.trashedProvisionedBytes)}`,
          ]
        : []),
    ]
    const counts = (count: number, provisioned: number, snapshots: number) => ({
      count,
      provisioned_bytes: provisioned,
      snap_count: snapshots,
    })
    context.print(() => lines.map((line) => `${line}\n`).join(''), {
      name: 'pool_stats',
      value: {
        images: counts(stats.images, stats.provisionedBytes, stats.snapshots),
        trash: counts(stats.trashedImages, stats.trashedProvisionedBytes, stats.trashedSnapshots),
      },
      items: {},
    })
  },
}
