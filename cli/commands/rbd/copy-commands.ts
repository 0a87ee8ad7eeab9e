import type { CopyProgress } from '#ceph-sim/port/copies.ts'
import { failedWith } from './command-failure.ts'
import { errnoOf } from './errno.ts'
import { layoutOf, layoutOptions } from './image-commands.ts'
import { anyTarget, destinationTarget, headOf, imageTarget, specOf } from './image-target.ts'
import { assertPool, sparseSize } from './import-commands.ts'
import { imageOptions, type RbdCommand, type RbdContext, snapshotOptions } from './rbd-context.ts'

const copyOptions = [
  ...snapshotOptions,
  'dest',
  'dest-pool',
  'dest-namespace',
  ...layoutOptions,
  'sparse-size',
  'no-progress',
] as const

/** `cp`: a flat, thin copy of an image or snapshot, made by the cluster itself. */
export const copy: RbdCommand = {
  names: ['cp', 'copy'],
  options: copyOptions,
  maxPositionals: 2,
  run: async (context) => {
    const { args } = context
    const source = anyTarget(args)
    const target = destinationTarget(args, 1)
    const layout = layoutOf(context, 'copy failed')
    const { rbd } = await context.open(source)
    await assertPool(context, rbd, target)
    const options = { ...layout, sparseBytes: sparseSize(args), ...context.call }
    await following(context, ['Image copy', 'copy failed'], rbd.copies.copy(specOf(source), headOf(target), options))
  },
}

/** `deep cp`: a copy with its snapshots, and a clone of the same parent unless `--flatten`. */
export const deepCopy: RbdCommand = {
  names: ['deep cp', 'deep copy'],
  options: [...copyOptions, 'flatten'],
  maxPositionals: 2,
  run: async (context) => {
    const { args } = context
    const source = anyTarget(args)
    const target = destinationTarget(args, 1)
    const layout = layoutOf(context, 'deep copy failed')
    const { rbd } = await context.open(source)
    await assertPool(context, rbd, target)
    const options = { ...layout, flatten: args.has('flatten'), ...context.call }
    const steps = rbd.copies.deepCopy(specOf(source), headOf(target), options)
    await following(context, ['Image deep copy', 'deep copy failed'], steps)
  },
}

/** `sparsify`: gives back the room of zeros. */
export const sparsify: RbdCommand = {
  names: ['sparsify'],
  options: [...imageOptions, 'sparse-size', 'no-progress'],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const { rbd } = await context.open(target)
    const steps = rbd.copies.sparsify(headOf(target), { sparseBytes: sparseSize(context.args), ...context.call })
    await following(context, ['Image sparsify', 'sparsify error'], steps)
  },
}

/** Shows how far something is that the cluster does. */
async function following(
  context: RbdContext,
  [title, failure]: readonly [title: string, failure: string],
  steps: AsyncIterable<CopyProgress>,
): Promise<void> {
  try {
    await context.withProgress(title, async (progress) => {
      for await (const { done, total } of steps) progress.update(done, total)
    })
  } catch (thrown) {
    throw failedWith(failure, errnoOf(thrown))
  }
}
