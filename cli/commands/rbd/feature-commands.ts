import { isFeature } from '#ceph-sim/engine/images/features.ts'
import type { ImageFeatures } from '#ceph-sim/port/image-features.ts'
import { CommandFailure, failedWith, misused, unparsable } from './command-failure.ts'
import { errnoOf } from './errno.ts'
import { anyTarget, headOf, imageTarget, specOf } from './image-target.ts'
import { imageOptions, type RbdCommand, type RbdContext, snapshotOptions } from './rbd-context.ts'

/** `feature enable` takes as many features as there are. */
const manyPositionals = 32

export const enableFeatures: RbdCommand = {
  names: ['feature enable'],
  options: [...imageOptions, 'journal-splay-width', 'journal-object-size', 'journal-pool'],
  maxPositionals: manyPositionals,
  run: (context) => changeFeatures(context, (features, ...rest) => features.enable(...rest)),
}

export const disableFeatures: RbdCommand = {
  names: ['feature disable'],
  options: imageOptions,
  maxPositionals: manyPositionals,
  run: (context) => changeFeatures(context, (features, ...rest) => features.disable(...rest)),
}

export const checkObjectMap: RbdCommand = {
  names: ['object-map check'],
  options: [...snapshotOptions, 'no-progress'],
  maxPositionals: 1,
  run: (context) =>
    withObjectMap(context, {
      progress: 'Object Map Check',
      failure: 'checking object map failed',
      act: (features, ...rest) => features.checkObjectMap(...rest),
    }),
}

export const rebuildObjectMap: RbdCommand = {
  names: ['object-map rebuild'],
  options: [...snapshotOptions, 'no-progress'],
  maxPositionals: 1,
  run: (context) =>
    withObjectMap(context, {
      progress: 'Object Map Rebuild',
      failure: 'rebuilding object map failed',
      act: (features, ...rest) => features.rebuildObjectMap(...rest),
    }),
}

/** The image comes first, unless `--image` names it; the features follow, as words of their own or with commas. */
async function changeFeatures(
  context: RbdContext,
  act: (features: ImageFeatures, ...rest: Parameters<ImageFeatures['enable']>) => Promise<void>,
): Promise<void> {
  const { args } = context
  const target = imageTarget(args)
  const words = args.has('image') ? args.positionals : args.positionals.slice(1)
  const features = words.flatMap((word) => word.split(',')).filter((name) => name !== '')
  if (!features.every(isFeature)) throw unparsable('the argument for option is invalid')
  if (features.length === 0) throw misused('at least one feature name must be specified')
  await context.change(
    target,
    (rbd) => act(rbd.features, headOf(target), features, context.call),
    (thrown) => failedWith('failed to update image features', errnoOf(thrown)),
  )
}

async function withObjectMap(
  context: RbdContext,
  {
    progress: title,
    failure,
    act,
  }: {
    progress: string
    failure: string
    act: (features: ImageFeatures, ...rest: Parameters<ImageFeatures['checkObjectMap']>) => Promise<void>
  },
): Promise<void> {
  const target = anyTarget(context.args)
  const { rbd, info } = await context.open(target)
  try {
    await context.withProgress(title, async (progress) => {
      await act(rbd.features, specOf(target), context.call)
      progress.update(info.objects, info.objects)
    })
  } catch (thrown) {
    throw thrown instanceof CommandFailure ? thrown : failedWith(failure, errnoOf(thrown))
  }
}
