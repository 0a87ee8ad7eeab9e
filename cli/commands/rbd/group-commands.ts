import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { GroupSpec } from '#ceph-sim/port/groups.ts'
import type { CallOptions } from '#ceph-sim/rbd.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errnoOf, reasonOf } from './errno.ts'
import { defaultPool, headOf, nameAndId, poolFailure, poolTarget, type Target } from './image-target.ts'
import { formatOptions, type RbdCommand, type RbdContext, tableUnlessEmpty } from './rbd-context.ts'
import { assertQuiescing } from './snapshot-commands.ts'

const groupOptions = ['pool', 'namespace', 'group'] as const

/** A group, and what else its spec named. */
interface GroupTarget {
  readonly group: GroupSpec
  readonly snapshot: string | undefined
  readonly poolIsDefault: boolean
}

/** `[pool/[namespace/]]group[@snapshot]`, or `--pool`, `--namespace` and `--group`. */
function groupTarget(args: CommandArguments, text = args.positionals[0]): GroupTarget {
  const [, pool, namespace, group, snapshot] =
    /^(?:([^/@]+)\/(?:([^/@]+)\/)?)?([^/@]+)(?:@([^/@]+))?$/.exec(text ?? args.get('group') ?? '') ?? []
  const named = pool ?? args.get('group-pool') ?? args.get('pool')
  const space = namespace ?? args.get('group-namespace') ?? args.get('namespace')
  if (group === undefined) throw misused('group name was not specified')
  return {
    group: { pool: named ?? defaultPool, ...(space && { namespace: space }), group },
    snapshot: snapshot ?? args.get('snap'),
    poolIsDefault: named === undefined,
  }
}

function snapshotNamed(target: GroupTarget): string {
  if (target.snapshot === undefined) throw misused('snapshot name was not specified')
  return target.snapshot
}

/** A command about one group: what it does, and the words for when it fails. */
function groupCommand(
  names: readonly string[],
  what: string,
  act: (rbd: ClusterClient, target: GroupTarget, context: RbdContext) => Promise<void>,
  more: Partial<RbdCommand> = {},
): RbdCommand {
  return {
    names,
    options: groupOptions,
    maxPositionals: 1,
    ...more,
    run: async (context) => {
      const target = groupTarget(context.args)
      const rbd = await context.cluster()
      try {
        await act(rbd, target, context)
      } catch (thrown) {
        throw failureOf(thrown, target, what)
      }
    },
  }
}

function failureOf(thrown: unknown, { group, poolIsDefault }: GroupTarget, what: string): unknown {
  if (thrown instanceof CommandFailure) return thrown
  const reason = reasonOf(thrown)
  if (reason === 'pool_missing' || reason === 'namespace_missing') {
    return poolFailure(thrown, { ...group, poolIsDefault }) ?? thrown
  }
  return failedWith(what, errnoOf(thrown))
}

const createGroup = groupCommand(['group create'], 'create error', (rbd, { group }, { call }) =>
  rbd.groups.create(group, call),
)

const removeGroup = groupCommand(['group remove', 'group rm'], 'remove error', (rbd, { group }, { call }) =>
  rbd.groups.remove(group, call),
)

const renameGroup = groupCommand(
  ['group rename'],
  'failed to rename group',
  async (rbd, { group }, { args, call }) => {
    const text = args.positionals[1] ?? args.get('dest-group')
    if (text === undefined) throw misused('destination group name was not specified')
    const to = groupTarget(args, text)
    const pool = args.get('dest-pool') ?? (to.poolIsDefault ? group.pool : to.group.pool)
    if (pool !== group.pool) {
      const where = `source pool: ${group.pool}, dest pool: ${pool}`
      throw new CommandFailure(22, `rbd: group rename across pools not supported\n${where}`)
    }
    await rbd.groups.rename(group, to.group.group, call)
  },
  { maxPositionals: 2, options: [...groupOptions, 'dest-group', 'dest-pool', 'dest-namespace'] },
)

const listGroups: RbdCommand = {
  names: ['group list', 'group ls'],
  options: ['pool', 'namespace', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const rbd = await context.cluster()
    const options = { namespace: target.namespace, ...context.call }
    const names = await rbd.groups.list(target.pool, options).catch((thrown) => {
      throw poolFailure(thrown, target) ?? failedWith('failed to list groups', errnoOf(thrown))
    })
    context.print(() => names.map((name) => `${name}\n`).join(''), {
      name: 'groups',
      value: names,
      items: { groups: 'name' },
    })
  },
}

const memberOptions = [
  ...groupOptions,
  'group-pool',
  'group-namespace',
  'image-pool',
  'image-namespace',
  'image',
] as const

/** The second spec of `group image add|remove`. */
function memberTarget(args: CommandArguments): Target {
  const text = args.positionals[1] ?? args.get('image')
  const [, pool, namespace, image] = /^(?:([^/@]+)\/(?:([^/@]+)\/)?)?([^/@]+)$/.exec(text ?? '') ?? []
  if (image === undefined) throw misused('image name was not specified')
  const named = pool ?? args.get('image-pool') ?? args.get('pool')
  const space = namespace ?? args.get('image-namespace') ?? args.get('namespace')
  return { pool: named ?? defaultPool, ...(space && { namespace: space }), image, poolIsDefault: named === undefined }
}

const addImage = groupCommand(
  ['group image add'],
  'add image error',
  (rbd, { group }, { args, call }) => rbd.groups.addImage(group, headOf(memberTarget(args)), call),
  { maxPositionals: 2, options: memberOptions },
)

const removeImage = groupCommand(
  ['group image remove', 'group image rm'],
  'remove image error',
  async (rbd, { group }, { args, call }) => {
    const id = args.get('image-id')
    if (id === undefined) return rbd.groups.removeImage(group, headOf(memberTarget(args)), call)
    if (args.has('image') || args.positionals.length > 1) throw nameAndId
    await removeMember(rbd, group, { pool: args.get('image-pool'), namespace: args.get('image-namespace'), id }, call)
  },
  { maxPositionals: 2, options: [...memberOptions, 'image-id'] },
)

/** By its id, of which the real command does not ask whether it is a member's. */
async function removeMember(
  rbd: ClusterClient,
  group: GroupSpec,
  { pool, namespace, id }: { pool: string | undefined; namespace: string | undefined; id: string },
  call: CallOptions,
): Promise<void> {
  const image = { pool: pool ?? defaultPool, ...(namespace && { namespace }), image: id, id }
  try {
    await rbd.groups.removeImage(group, image, call)
  } catch (thrown) {
    const failure = poolFailure(thrown, { ...image, poolIsDefault: pool === undefined })
    if (failure) throw failure
    if (reasonOf(thrown) !== 'image_missing') throw thrown
  }
}

const listImages = groupCommand(
  ['group image list', 'group image ls'],
  'failed to list images',
  async (rbd, { group }, context) => {
    const images = await rbd.groups.listImages(group, context.call)
    // An image that is being added or removed would have a word behind its name.
    const line = ({ pool, namespace, image }: (typeof images)[number]) =>
      `${[pool, ...(namespace ? [namespace] : []), image].join('/')} \n`
    context.print(() => images.map(line).join(''), {
      name: 'images',
      value: images.map(({ image, pool, namespace = '' }) => ({ image, pool, namespace, state: 0 })),
      items: { images: 'image' },
    })
  },
  { options: [...groupOptions, ...formatOptions] },
)

const snapshotOptions = [...groupOptions, 'snap'] as const

const createSnapshot = groupCommand(
  ['group snap create'],
  'failed to create group snapshot',
  (rbd, target, { args, call }) => {
    assertQuiescing(args)
    return rbd.groups.createSnapshot(target.group, snapshotNamed(target), call)
  },
  { options: [...snapshotOptions, 'skip-quiesce', 'ignore-quiesce-error'] },
)

const removeSnapshot = groupCommand(
  ['group snap remove', 'group snap rm'],
  'failed to remove group snapshot',
  (rbd, target, { call }) => rbd.groups.removeSnapshot(target.group, snapshotNamed(target), call),
  { options: snapshotOptions },
)

const renameSnapshot = groupCommand(
  ['group snap rename'],
  'failed to rename group snapshot',
  async (rbd, target, { args, call }) => {
    const to = args.positionals[1] ?? args.get('dest-snap') ?? ''
    const name = to.split('@').at(-1) ?? ''
    if (name === '') throw misused('destination snapshot name was not specified')
    await rbd.groups.renameSnapshot(target.group, snapshotNamed(target), name, call)
  },
  { maxPositionals: 2, options: [...snapshotOptions, 'dest-group', 'dest-snap'] },
)

const listSnapshots = groupCommand(
  ['group snap list', 'group snap ls'],
  'failed to list group snapshots',
  async (rbd, { group }, context) => {
    const names = await rbd.groups.listSnapshots(group, context.call)
    const columns = [{ heading: 'NAME' }, { heading: 'STATUS', values: 'right' }] as const
    const rows = names.map((name) => [name, 'ok'])
    context.print(() => tableUnlessEmpty(columns, rows), {
      name: 'group_snaps',
      value: names.map((snapshot) => ({ snapshot, state: 'ok' })),
      items: { group_snaps: 'group_snap' },
    })
  },
  { options: [...groupOptions, ...formatOptions] },
)

const rollback = groupCommand(
  ['group snap rollback'],
  'rollback group to snapshot failed',
  (rbd, target, context) =>
    context.withProgress('Rolling back to group snapshot', () =>
      rbd.groups.rollback(target.group, snapshotNamed(target), context.call),
    ),
  { options: [...snapshotOptions, 'no-progress'] },
)

export const groupCommands: readonly RbdCommand[] = [
  createGroup,
  removeGroup,
  renameGroup,
  listGroups,
  addImage,
  removeImage,
  listImages,
  createSnapshot,
  removeSnapshot,
  renameSnapshot,
  listSnapshots,
  rollback,
]
