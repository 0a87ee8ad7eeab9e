import type { ImageLayout, Rbd } from '#ceph-sim/rbd.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { orderOfObjectSize, parseByteSize, parseImageSize } from '../../format/sizes.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errnoOf } from './errno.ts'
import { destinationTarget, headOf, imageTarget, openFailure, poolFailure } from './image-target.ts'
import { migrationDocument, migrationLines } from './migration-commands.ts'
import { formatOptions, imageOptions, type RbdCommand, type RbdContext } from './rbd-context.ts'
import { linkedClonesFailure, removalFailure } from './removal-failure.ts'

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
  'journal-splay-width',
  'journal-object-size',
  'journal-pool',
] as const

/**
 * How an image is to lie on its objects, as asked for, for `createImage` and `clone`.
 *
 * @throws CommandFailure for image format 1
 */
export function layoutOf({ args, io }: RbdContext, failed = 'create error'): ImageLayout {
  if (args.has('new-format')) io.stderr('rbd: --new-format is deprecated, use --image-format 2\n')
  if (args.has('order')) io.stderr('rbd: --order is deprecated, use --object-size\n')
  if (args.get('image-format') === '1') {
    throw new CommandFailure(22, `rbd: image format 1 is deprecated\nrbd: ${failed}: (22) Invalid argument`)
  }
  const objectSize = args.get('object-size')
  const order = objectSize === undefined ? args.get('order') : orderOfObjectSize(parseByteSize(objectSize)!)
  const stripeUnit = args.get('stripe-unit')
  const stripeCount = args.get('stripe-count')
  const dataPool = args.get('data-pool')
  const features = args.all('image-feature').flatMap((value) => value.split(',').filter((name) => name !== ''))
  return {
    ...(order !== undefined && { order: Number(order) }),
    ...(stripeUnit !== undefined && { stripeUnitBytes: parseByteSize(stripeUnit)! }),
    ...(stripeCount !== undefined && { stripeCount: Number(stripeCount) }),
    ...(dataPool !== undefined && { dataPool }),
    ...(args.has('image-feature') && { features }),
    ...(args.has('image-shared') && { shared: true }),
  }
}

function sizeOf(args: CommandArguments): number {
  const size = args.get('size')
  if (size === undefined) throw misused('must specify --size <M/G/T>')
  return parseImageSize(size)!
}

export const create: RbdCommand = {
  names: ['create'],
  options: [...imageOptions, ...layoutOptions, 'new-format', 'size', 'thick-provision', 'no-progress'],
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
      throw poolFailure(thrown, target) ?? linkedClonesFailure(thrown) ?? removalFailure(thrown, 'delete error')
    }
  },
}

/** A missing pool is found before the progress line starts. */
async function checkPool(rbd: Rbd, pool: string, context: RbdContext): Promise<void> {
  const pools = await rbd.listPools(context.call)
  if (!pools.some(({ name }) => name === pool)) await rbd.listImages(pool, context.call)
}

export const rename: RbdCommand = {
  names: ['mv', 'rename'],
  options: [...imageOptions, 'dest', 'dest-pool', 'dest-namespace'],
  maxPositionals: 2,
  run: async (context) => {
    const source = imageTarget(context.args)
    const destination = destinationTarget(context.args, 1, { pool: source.pool, namespace: source.namespace })
    if (source.pool !== destination.pool) {
      const where = `source pool: ${source.pool} dest pool: ${destination.pool}`
      throw new CommandFailure(22, `rbd: mv/rename across pools not supported\n${where}`)
    }
    if (source.namespace !== destination.namespace) {
      const where = `source namespace: ${source.namespace ?? ''} dest namespace: ${destination.namespace ?? ''}`
      throw new CommandFailure(22, `rbd: mv/rename across namespaces not supported\n${where}`)
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
      if (errnoOf(thrown).name === 'EPERM') throw openFailure(thrown, target)
      throw failedWith('resize error', errnoOf(thrown))
    }
  },
}

const shrinkRefused = misused('shrinking an image is only allowed with the --allow-shrink flag')

export const status: RbdCommand = {
  names: ['status'],
  options: [...imageOptions, ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const { rbd, info } = await context.open(target)
    const watchers = await rbd.clients.watchers(headOf(target), context.call)
    const migration = info.migration ? migrationLines(info.migration) : ''
    const lines = watchers.map(
      ({ address, client, cookie }) => `\twatcher=${address} client.${client} cookie=${cookie}\n`,
    )
    const watched = lines.length === 0 ? 'Watchers: none\n' : `Watchers:\n${lines.join('')}`
    context.print(() => `${watched}${migration}`, {
      name: 'status',
      value: {
        watchers: watchers.map(({ address, client, cookie }) => ({ address, client, cookie })),
        migration: info.migration && migrationDocument(info.migration),
      },
      items: { watchers: 'watcher' },
    })
  },
}
