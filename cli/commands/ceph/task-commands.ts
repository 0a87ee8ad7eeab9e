import type { ImageTaskAction, Task } from '#ceph-sim/port/tasks.ts'
import type { RbdImageSpec } from '#ceph-sim/rbd.ts'
import { parseSpec } from '#ceph-sim/rbd.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import { errnoOf, reasonOf } from '../rbd/errno.ts'
import { defaultPool } from '../rbd/image-target.ts'
import { type CephCommand, type CephContext, cephError } from './ceph-context.ts'

/** The words of `ceph rbd task add` for each action, and how the manager speaks of it. */
const actions: readonly { words: string; action: Task['action']; message: (name: string) => string }[] = [
  { words: 'flatten', action: 'flatten', message: (name) => `Flattening image ${name}` },
  { words: 'remove', action: 'remove', message: (name) => `Removing image ${name}` },
  { words: 'trash remove', action: 'trash remove', message: (name) => `Removing image ${name} from trash` },
  { words: 'migration execute', action: 'migrate execute', message: (name) => `Migrating image ${name}` },
  { words: 'migration commit', action: 'migrate commit', message: (name) => `Committing image migration for ${name}` },
  { words: 'migration abort', action: 'migrate abort', message: (name) => `Aborting image migration for ${name}` },
]

export const addTask: CephCommand = {
  names: ['rbd task add'],
  run: async (context, parameters) => {
    const found = actions.find(({ words }) => parameters.slice(0, -1).join(' ') === words)
    const spec = found && parseSpec(parameters.at(-1) ?? '', defaultPool)
    if (!found || !spec) throw cephError('EINVAL', 'invalid command')
    context.io.stdout(`${pythonJson(taskDocument(await add(context, found.action, spec)))}\n`)
  },
}

async function add(context: CephContext, action: Task['action'], spec: RbdImageSpec): Promise<Task> {
  const { tasks } = await context.cluster()
  const call = { signal: context.io.signal }
  const { pool, namespace, image } = spec
  const place = { pool, ...(namespace !== undefined && { namespace }) }
  try {
    if (action === 'trash remove') return await tasks.addTrashRemoval({ ...place, id: image }, call)
    return await tasks.add(action satisfies ImageTaskAction, { ...place, image }, call)
  } catch (thrown) {
    throw managerError(thrown, spec)
  }
}

/** What the manager's Python bindings say. */
function managerError(thrown: unknown, spec: RbdImageSpec): unknown {
  const name = nameOf(spec)
  const notFound = (what: string) => cephError('ENOENT', `[errno 2] RBD image not found (${what})`)
  switch (reasonOf(thrown)) {
    case 'pool_missing':
      return cephError('ENOENT', `[errno 2] RADOS object not found (error opening pool '${spec.pool}')`)
    case 'image_missing':
      return notFound(`Image ${name} does not exist`)
    case 'no_parent':
      return notFound(`Image ${name} does not have a parent`)
    case 'not_in_trash':
      return notFound('error retrieving image from trash')
    default:
      return thrown
  }
}

export const listTasks: CephCommand = {
  names: ['rbd task list', 'rbd task ls'],
  run: async (context, [id]) => {
    const tasks = await (await context.cluster()).tasks.list({ signal: context.io.signal })
    if (id === undefined) {
      context.io.stdout(`${tasks.length === 0 ? '[]' : sortedJson(tasks.map(taskDocument))}\n`)
      return
    }
    const task = tasks.find((each) => each.id === id)
    if (!task) throw cephError('ENOENT', `No such task ${id}`)
    context.io.stdout(`${sortedJson(taskDocument(task))}\n`)
  },
}

export const cancelTask: CephCommand = {
  names: ['rbd task cancel'],
  run: async (context, [id]) => {
    if (id === undefined) throw cephError('EINVAL', 'invalid command')
    try {
      const task = await (await context.cluster()).tasks.cancel(id, { signal: context.io.signal })
      context.io.stdout(`${pythonJson(taskDocument(task))}\n`)
    } catch (thrown) {
      if (thrown instanceof CommandFailure || errnoOf(thrown).name !== 'ENOENT') throw thrown
      throw cephError('ENOENT', `No such task ${id}`)
    }
  },
}

export const taskCommands: readonly CephCommand[] = [addTask, listTasks, cancelTask]

function taskDocument(task: Task) {
  const { sequence, id, action, pool, namespace, imageName, imageId, retryMessage } = task
  const name = nameOf({ pool, namespace, image: imageName ?? imageId })
  return {
    sequence,
    id,
    message: actions.find((each) => each.action === action)?.message(name) ?? '',
    refs: {
      action,
      pool_name: pool,
      pool_namespace: namespace,
      ...(imageName === undefined ? {} : { image_name: imageName }),
      image_id: imageId,
    },
    ...(retryMessage === undefined ? {} : { retry_message: retryMessage }),
  }
}

function nameOf({ pool, namespace, image }: RbdImageSpec): string {
  return namespace ? `${pool}/${namespace}/${image}` : `${pool}/${image}`
}

/** JSON on one line as Python's `json.dumps` writes it. */
function pythonJson(value: object): string {
  const parts = Object.entries(value).map(
    ([key, each]) =>
      `${JSON.stringify(key)}: ${typeof each === 'object' && each !== null ? pythonJson(each) : JSON.stringify(each)}`,
  )
  return `{${parts.join(', ')}}`
}

/** `json.dumps(indent=4, sort_keys=True)`. */
function sortedJson(value: unknown): string {
  const sorted = (_: string, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each
  return JSON.stringify(value, sorted, 4)
}
