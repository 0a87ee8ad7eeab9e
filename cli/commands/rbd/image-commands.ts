import { createHash } from 'node:crypto'
import { formatSpec, type ParentRef, type Rbd, type RbdImageInfo } from '#ceph-sim/rbd.ts'
import { formatBytes, MiB } from '#kernel/units/bytes.ts'
import { formatCtime } from '../../format/dates.ts'
import { orderOfObjectSize, parseByteSize, parseImageSize } from '../../format/sizes.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errno, errnoOf, reasonOf } from './errno.ts'
import { anyTarget, destinationTarget, headOf, imageTarget, poolFailure } from './image-target.ts'
import { formatOptions, imageOptions, type RbdCommand, type RbdContext, snapshotOptions } from './rbd-context.ts'

/** The options of commands that make an image. */
export const layoutOptions = [
  'order',
  'object-size',
  'image-feature',
  'image-format',
  'image-shared',
  'stripe-unit',
  'stripe-count',
  'data-pool',
] as const

/**
 * Order and features as asked for, for `createImage` and `clone`.
 *
 * @throws CommandFailure for image format 1, and for layouts that are not simulated (striping, separate data pools)
 */
export function layoutOf({ args, io }: RbdContext): { order?: number; features?: readonly string[] } {
  if (args.has('order')) io.stderr('rbd: --order is deprecated, use --object-size\n')
  if (args.get('image-format') === '1') {
    throw new CommandFailure(22, 'rbd: image format 1 is deprecated\nrbd: create error: (22) Invalid argument')
  }
  const objectSize = args.get('object-size')
  const order = objectSize === undefined ? args.get('order') : orderOfObjectSize(parseByteSize(objectSize)!)
  refuseStriping(args, 2 ** Number(order ?? 22))
  if (args.has('data-pool')) throw new CommandFailure(38, 'rbd: --data-pool is not simulated')
  const features = args.all('image-feature').flatMap((value) => value.split(','))
  const chosen = args.has('image-shared') ? ['layering', 'deep-flatten'] : features
  return {
    ...(order === undefined ? {} : { order: Number(order) }),
    ...(chosen.length === 0 ? {} : { features: withoutUselessFastDiff(chosen) }),
  }
}

/** Wrong striping is an error as in Ceph; right striping is not simulated, but for the one that is none. */
function refuseStriping(args: CommandArguments, objectBytes: number): void {
  const [unit, count] = [args.get('stripe-unit'), args.get('stripe-count')]
  if (unit === undefined && count === undefined) return
  const unitBytes = parseByteSize(unit ?? '')
  if (unitBytes === undefined || count === undefined || objectBytes % unitBytes !== 0) {
    throw failedWith('create error', errno('EINVAL'))
  }
  if (count !== '1' || unitBytes !== objectBytes) throw new CommandFailure(38, 'rbd: striping is not simulated')
}

/** fast-diff alone is dropped without a word. */
function withoutUselessFastDiff(features: readonly string[]): readonly string[] {
  return features.includes('object-map') ? features : features.filter((name) => name !== 'fast-diff')
}

function sizeOf(args: CommandArguments): number {
  const size = args.get('size')
  if (size === undefined) throw misused('must specify --size <M/G/T>')
  return parseImageSize(size)!
}

export const create: RbdCommand = {
  names: ['create'],
  options: [...imageOptions, ...layoutOptions, 'size', 'thick-provision', 'no-progress'],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const sizeBytes = sizeOf(context.args)
    const layout = layoutOf(context)
    const rbd = await context.cluster()
    try {
      await rbd.createImage(headOf(target), { sizeBytes, ...layout, ...context.call })
    } catch (thrown) {
      throw poolFailure(thrown, target) ?? failedWith('create error', errnoOf(thrown))
    }
    if (context.args.has('thick-provision')) {
      await context.withProgress('Thick provisioning', async () => {
        await rbd.write(headOf(target), zeros(sizeBytes), context.call)
      })
    }
  },
}

function* zeros(sizeBytes: number) {
  for (let offset = 0; offset < sizeBytes; offset += 4 * MiB) {
    yield { kind: 'zero', offset, lengthBytes: Math.min(4 * MiB, sizeBytes - offset) } as const
  }
}

export const remove: RbdCommand = {
  names: ['rm', 'remove'],
  options: [...imageOptions, 'no-progress'],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const rbd = await context.cluster()
    try {
      await checkPool(rbd, target.pool, context)
      await context.withProgress('Removing image', () => rbd.removeImage(headOf(target), context.call))
    } catch (thrown) {
      throw poolFailure(thrown, target) ?? removeFailure(thrown)
    }
  },
}

/** A missing pool is found before the progress line starts. */
async function checkPool(rbd: Rbd, pool: string, context: RbdContext): Promise<void> {
  const pools = await rbd.listPools(context.call)
  if (!pools.some(({ name }) => name === pool)) await rbd.listImages(pool, context.call)
}

function removeFailure(thrown: unknown): CommandFailure {
  const code = errnoOf(thrown)
  if (code.name === 'ENOTEMPTY') {
    const advice = "these must be deleted with 'rbd snap purge' before the image can be removed."
    return new CommandFailure(code.number, `rbd: image has snapshots - ${advice}`)
  }
  if (reasonOf(thrown) === 'has_watchers') {
    const advice =
      'This means the image is still open or the client using it crashed. Try again after closing/unmapping it or ' +
      'waiting 30s for the crashed client to timeout.'
    return new CommandFailure(code.number, `rbd: error: image still has watchers\n${advice}`)
  }
  return failedWith('delete error', code)
}

export const rename: RbdCommand = {
  names: ['mv', 'rename'],
  options: [...imageOptions, 'dest', 'dest-pool'],
  maxPositionals: 2,
  run: async (context) => {
    const source = imageTarget(context.args)
    const destination = destinationTarget(context.args, 1, { pool: source.pool })
    if (source.pool !== destination.pool) {
      const where = `source pool: ${source.pool} dest pool: ${destination.pool}`
      throw new CommandFailure(22, `rbd: mv/rename across pools not supported\n${where}`)
    }
    const rbd = await context.cluster()
    try {
      await rbd.renameImage(headOf(source), destination.image, context.call)
    } catch (thrown) {
      throw poolFailure(thrown, source) ?? failedWith('rename error', errnoOf(thrown))
    }
  },
}

export const resize: RbdCommand = {
  names: ['resize'],
  options: [...imageOptions, 'size', 'allow-shrink', 'no-progress'],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const sizeBytes = sizeOf(context.args)
    const allowShrink = context.args.has('allow-shrink')
    const { rbd, info } = await context.open(target)
    if (sizeBytes === info.sizeBytes) throw misused('new size is equal to original size ')
    if (sizeBytes < info.sizeBytes && !allowShrink) throw shrinkRefused
    try {
      await context.withProgress('Resizing image', () =>
        rbd.resize(headOf(target), { sizeBytes, allowShrink, ...context.call }),
      )
    } catch (thrown) {
      throw failedWith('resize error', errnoOf(thrown))
    }
  },
}

const shrinkRefused = misused('shrinking an image is only allowed with the --allow-shrink flag')

export const info: RbdCommand = {
  names: ['info'],
  options: [...snapshotOptions, ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const { rbd, info: image } = await context.open(anyTarget(context.args))
    const wantsParentId = image.parent && context.args.get('format') !== undefined
    const parentId = wantsParentId ? await idOfParent(rbd, image.parent!, context) : undefined
    context.print(() => infoText(image), { name: 'image', value: infoDocument(image, parentId), items: infoItems })
  },
}

const infoItems = { features: 'feature', op_features: 'op_feature', flags: 'flag' }

async function idOfParent(rbd: Rbd, { pool, image }: ParentRef, context: RbdContext): Promise<string | undefined> {
  try {
    return (await rbd.info({ pool, image }, context.call)).id
  } catch {
    return undefined
  }
}

function infoText(image: RbdImageInfo): string {
  const lines = [
    `size ${formatBytes(image.sizeBytes)} in ${image.objects} objects`,
    `order ${image.order} (${formatBytes(2 ** image.order)} objects)`,
    `snapshot_count: ${image.snapshotCount}`,
    `id: ${image.id}`,
    `block_name_prefix: rbd_data.${image.id}`,
    'format: 2',
    `features: ${image.features.join(', ')}`,
    'op_features: ',
    'flags: ',
    `create_timestamp: ${formatCtime(image.createdMs)}`,
    `access_timestamp: ${formatCtime(image.accessedMs)}`,
    `modify_timestamp: ${formatCtime(image.modifiedMs)}`,
    ...(image.protected === undefined ? [] : [`protected: ${image.protected ? 'True' : 'False'}`]),
    ...(image.parent
      ? [`parent: ${formatSpec(image.parent)}`, `overlap: ${formatBytes(image.parent.overlapBytes)}`]
      : []),
  ]
  return `rbd image '${image.name}':\n${lines.map((line) => `\t${line}\n`).join('')}`
}

function infoDocument(image: RbdImageInfo, parentId: string | undefined) {
  const { parent } = image
  return {
    name: image.name,
    id: image.id,
    size: image.sizeBytes,
    objects: image.objects,
    order: image.order,
    object_size: 2 ** image.order,
    snapshot_count: image.snapshotCount,
    block_name_prefix: `rbd_data.${image.id}`,
    format: 2,
    features: image.features,
    op_features: [],
    flags: [],
    create_timestamp: formatCtime(image.createdMs),
    access_timestamp: formatCtime(image.accessedMs),
    modify_timestamp: formatCtime(image.modifiedMs),
    protected: image.protected === undefined ? undefined : String(image.protected),
    parent: parent && {
      pool: parent.pool,
      pool_namespace: '',
      image: parent.image,
      id: parentId,
      snapshot: parent.snapshot,
      trash: false,
      overlap: parent.overlapBytes,
    },
  }
}

export const status: RbdCommand = {
  names: ['status'],
  options: [...imageOptions, ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const { info: image } = await context.open(target)
    const watchers = image.watchers.map(watcherOf)
    const lines = watchers.map(
      ({ address, client, cookie }) => `\twatcher=${address} client.${client} cookie=${cookie}\n`,
    )
    context.print(() => (lines.length === 0 ? 'Watchers: none\n' : `Watchers:\n${lines.join('')}`), {
      name: 'status',
      value: { watchers },
      items: { watchers: 'watcher' },
    })
  },
}

/** The port knows a watcher by its owner's name; address, client number and cookie are made from it, always the same. */
function watcherOf(owner: string): { address: string; client: number; cookie: number } {
  const digest = createHash('sha256').update(owner).digest()
  return {
    address: `127.0.0.1:0/${digest.readUInt32LE(0)}`,
    client: 4100 + digest.readUInt16LE(4),
    cookie: 139_000_000_000_000 + digest.readUInt32LE(6),
  }
}
