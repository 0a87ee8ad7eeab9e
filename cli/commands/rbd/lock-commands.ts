import { CommandFailure, failedWith, misused } from './command-failure.ts'
import { errnoOf } from './errno.ts'
import { headOf, imageTarget } from './image-target.ts'
import { formatOptions, imageOptions, type RbdCommand, type RbdContext, tableUnlessEmpty } from './rbd-context.ts'

export const listLocks: RbdCommand = {
  names: ['lock ls', 'lock list'],
  options: [...imageOptions, ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const { rbd } = await context.open(target)
    const lock = await rbd.locks.list(headOf(target), context.call)
    const lockers = lock?.lockers ?? []
    const plain = () => {
      if (!lock) return ''
      const kind = lock.shared ? 'shared' : 'exclusive'
      const count = lockers.length === 1 ? `is 1 ${kind} lock` : `are ${lockers.length} ${kind} locks`
      const tag = lock.shared ? `Lock tag: ${lock.tag}\n` : ''
      const columns = [{ heading: 'Locker' }, { heading: 'ID' }, { heading: 'Address' }]
      const rows = lockers.map(({ id, locker, address }) => [locker, id, address])
      return `There ${count} on this image.\n${tag}${tableUnlessEmpty(columns, rows)}`
    }
    context.print(plain, {
      name: 'locks',
      value: lockers.map(({ id, locker, address }) => ({ id, locker, address })),
      items: { locks: 'lock' },
    })
  },
}

export const addLock: RbdCommand = {
  names: ['lock add'],
  options: [...imageOptions, 'shared'],
  maxPositionals: 2,
  run: async (context) => {
    const target = imageTarget(context.args)
    const id = lockId(context)
    const sharedTag = context.args.get('shared')
    const { rbd } = await context.open(target)
    try {
      await rbd.locks.add(headOf(target), { id, sharedTag, ...context.call })
    } catch (thrown) {
      const code = errnoOf(thrown)
      if (code.name !== 'EBUSY') throw failedWith('taking lock failed', code)
      const tag = sharedTag === undefined ? '' : ' with a different tag'
      throw new CommandFailure(code.number, `rbd: lock is already held by someone else${tag}`)
    }
  },
}

export const removeLock: RbdCommand = {
  names: ['lock rm', 'lock remove'],
  options: imageOptions,
  maxPositionals: 3,
  run: async (context) => {
    const target = imageTarget(context.args)
    const id = lockId(context)
    const locker = context.args.positionals[context.args.has('image') ? 1 : 2]
    if (locker === undefined) throw misused('locker was not specified')
    const { rbd } = await context.open(target)
    try {
      await rbd.locks.break(headOf(target), { id, locker, ...context.call })
    } catch (thrown) {
      throw failedWith('releasing lock failed', errnoOf(thrown))
    }
  },
}

/** Stands behind the image, which an option may name instead. */
function lockId({ args }: RbdContext): string {
  const id = args.positionals[args.has('image') ? 0 : 1]
  if (id === undefined) throw misused('lock id was not specified')
  return id
}
