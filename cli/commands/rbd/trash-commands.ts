import type { TrashedImage } from '#ceph-sim/port/trash.ts'
import { formatSpec } from '#ceph-sim/rbd.ts'
import { parseDateExpression } from '../../format/date-expression.ts'
import { formatCtime } from '../../format/dates.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import { errnoOf, reasonOf } from './errno.ts'
import { headOf, imageTarget, poolFailure, poolTarget, trashedTarget } from './image-target.ts'
import { formatOptions, imageOptions, type RbdCommand, type RbdContext, tableUnlessEmpty } from './rbd-context.ts'
import { removalFailure } from './removal-failure.ts'

const trashedOptions = ['pool', 'namespace', 'image-id'] as const

const moveToTrash: RbdCommand = {
  names: ['trash move', 'trash mv'],
  options: [...imageOptions, 'expires-at'],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const deferForMs = aheadOfNow(context, context.args.get('expires-at'))
    if (deferForMs < 0) throw misused('cannot use a date in the past as an expiration date')
    const rbd = await context.cluster()
    try {
      await rbd.trash.move(headOf(target), { deferForMs, ...context.call })
    } catch (thrown) {
      throw poolFailure(thrown, target) ?? failedWith('deferred delete error', errnoOf(thrown))
    }
  },
}

/** How far ahead of now a date is, in milliseconds. */
function aheadOfNow({ io }: RbdContext, expression: string | undefined): number {
  if (expression === undefined) return 0
  const now = io.clock?.now() ?? 0
  const at = parseDateExpression(expression, now)
  if (at === undefined) throw misused(`invalid date '${expression}'`)
  return at - now
}

const listTrash: RbdCommand = {
  names: ['trash list', 'trash ls'],
  options: ['pool', 'namespace', 'all', 'long', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const rbd = await context.cluster()
    const { namespace = '' } = target
    const options = { all: context.args.has('all'), namespace, ...context.call }
    const images = await rbd.trash.list(target.pool, options).catch((thrown) => {
      throw poolFailure(thrown, target) ?? failedWith('trash list', errnoOf(thrown))
    })
    if (context.args.has('long')) printDetailed(context, images)
    else {
      context.print(() => images.map(({ id, name }) => `${id} ${name}\n`).join(''), {
        name: 'trash',
        value: images.map(({ id, name }) => ({ id, name })),
        items: { trash: 'image' },
      })
    }
  },
}

const columns = ['ID', 'NAME', 'SOURCE', 'DELETED_AT', 'STATUS', 'PARENT'].map((heading) => ({ heading }))

function printDetailed(context: RbdContext, images: readonly TrashedImage[]): void {
  const rows = images.map((image) => ({
    ...image,
    source: image.source.toUpperCase(),
    deletedAt: formatCtime(image.deletedMs),
    status: statusOf(context, image),
  }))
  const lines = rows.map(({ id, name, source, deletedAt, status, parent }) => {
    return [id, name, source, deletedAt, status, parent ? formatSpec(parent) : '']
  })
  const value = rows.map(({ id, name, source, deletedAt, status, parent }) => ({
    ...{ id, name, source, deleted_at: deletedAt, status },
    parent: parent && {
      pool: parent.pool,
      pool_namespace: parent.namespace ?? '',
      image: parent.image,
      snapshot: parent.snapshot,
    },
  }))
  context.print(() => tableUnlessEmpty(columns, lines), { name: 'trash', value, items: { trash: 'image' } })
}

function statusOf({ io }: RbdContext, { deferredUntilMs, deletedMs }: TrashedImage): string {
  const now = io.clock?.now() ?? deletedMs
  return `${deferredUntilMs > now ? 'protected until' : 'expired at'} ${formatCtime(deferredUntilMs)}`
}

const removeFromTrash: RbdCommand = {
  names: ['trash remove', 'trash rm'],
  options: [...trashedOptions, 'force', 'no-progress'],
  maxPositionals: 1,
  run: async (context) => {
    const { image: _, poolIsDefault, ...target } = trashedTarget(context.args)
    const rbd = await context.cluster()
    const force = context.args.has('force')
    // The reason is printed before the progress line ends, so both are one message.
    const failed = 'Removing image: 0% complete...failed.'
    try {
      await rbd.trash.remove(target, { force, ...context.call })
    } catch (thrown) {
      const failure = poolFailure(thrown, { ...target, poolIsDefault })
      if (failure) throw failure
      const { exitCode, message } = trashRemovalFailure(thrown)
      const progress = context.args.has('no-progress') ? '' : `\n\r${failed}`
      throw new CommandFailure(exitCode, `${message}${progress}`)
    }
    await context.withProgress('Removing image', async () => {})
  },
}

function trashRemovalFailure(thrown: unknown): CommandFailure {
  if (reasonOf(thrown) !== 'deferred') return removalFailure(thrown, 'remove error')
  return new CommandFailure(
    errnoOf(thrown).number,
    '\nDeferment time has not expired, please use --force if you really want to remove the image',
  )
}

const restoreFromTrash: RbdCommand = {
  names: ['trash restore'],
  options: [...trashedOptions, 'image'],
  maxPositionals: 1,
  run: async (context) => {
    const { args } = context
    const { image: _, poolIsDefault, ...target } = trashedTarget(args)
    const name = args.get('image')
    const rbd = await context.cluster()
    try {
      await rbd.trash.restore(target, { ...(name !== undefined && { name }), ...context.call })
    } catch (thrown) {
      throw poolFailure(thrown, { ...target, poolIsDefault }) ?? restoreFailure(thrown)
    }
  },
}

function restoreFailure(thrown: unknown): CommandFailure {
  const code = errnoOf(thrown)
  if (code.name === 'ENOENT') return new CommandFailure(2, 'rbd: error: image does not exist in trash')
  if (code.name === 'EEXIST') {
    const advice = 'try again with a different name'
    return new CommandFailure(17, `rbd: error: an image with the same name already exists, ${advice}`)
  }
  return failedWith('restore error', code)
}

const purgeTrash: RbdCommand = {
  names: ['trash purge'],
  options: ['pool', 'namespace', 'expired-before', 'threshold', 'no-progress'],
  maxPositionals: 1,
  run: async (context) => {
    const { args } = context
    const target = poolTarget(args)
    const threshold = args.get('threshold') === undefined ? undefined : Number(args.get('threshold'))
    if (threshold !== undefined && (threshold < 0 || threshold > 1)) {
      throw misused("argument 'threshold' is out of valid range")
    }
    const withinMs = aheadOfNow(context, args.get('expired-before'))
    const rbd = await context.cluster()
    const { namespace = '' } = target
    const limit = threshold === undefined ? { withinMs } : { threshold }
    try {
      await rbd.trash.list(target.pool, { namespace, ...context.call })
      await context.withProgress('Removing images', () =>
        rbd.trash.purge(target.pool, { ...limit, namespace, ...context.call }),
      )
    } catch (thrown) {
      throw poolFailure(thrown, target) ?? purgeFailure(thrown)
    }
  },
}

function purgeFailure(thrown: unknown): CommandFailure {
  const code = errnoOf(thrown)
  if (code.name !== 'ENOTEMPTY') return failedWith('purge error', code)
  return new CommandFailure(
    code.number,
    'rbd: some expired images could not be removed\n' +
      'Ensure that they are closed/unmapped, do not have snapshots (including trashed snapshots with linked clones), ' +
      'are not in a group and were moved to the trash successfully.',
  )
}

/** Schedules cannot be made, so there are none, of which the real command says nothing but exits with ENOENT. */
const listPurgeSchedules: RbdCommand = {
  names: ['trash purge schedule list', 'trash purge schedule ls'],
  options: ['pool', 'namespace', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    await context.cluster()
    throw new CommandFailure(2, '')
  },
}

export const trashCommands: readonly RbdCommand[] = [
  moveToTrash,
  listTrash,
  removeFromTrash,
  restoreFromTrash,
  purgeTrash,
  listPurgeSchedules,
]
