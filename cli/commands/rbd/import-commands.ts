import path from 'node:path'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { featureBits, featuresOfBits } from '#ceph-sim/engine/images/features.ts'
import type { Content, ImageLayout } from '#ceph-sim/rbd.ts'
import { defaultSparseBytes, sparseRuns } from '#ceph-sim/sparse-runs.ts'
import { UnsupportedError } from '#kernel/errors/domain-error.ts'
import { GiB } from '#kernel/units/bytes.ts'
import { parseByteSize } from '../../format/sizes.ts'
import { BadStream, type ByteSource } from '../../formats/byte-source.ts'
import { expectDiffBanner } from '../../formats/rbd-diff.ts'
import { readDiffCount, readImageHeader } from '../../formats/rbd-image.ts'
import { applyDiff } from './apply-diff.ts'
import { failedWith } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errno, errnoOf } from './errno.ts'
import { layoutOf, layoutOptions } from './image-commands.ts'
import { destinationTarget, headOf, imageTarget, poolFailure, type Target } from './image-target.ts'
import type { Progress } from './progress.ts'
import { imageOptions, type RbdCommand, type RbdContext } from './rbd-context.ts'
import { type Input, openInput, pathArgument, readBytes, SystemFailure } from './stream-files.ts'

const defaultOrder = 22

/** What an import works on. */
interface Import {
  readonly context: RbdContext
  readonly rbd: ClusterClient
  readonly target: Target
  readonly layout: ImageLayout
  readonly sparseBytes: number
  readonly progress: Progress
}

export const importImage: RbdCommand = {
  names: ['import'],
  options: [
    'path',
    'dest',
    'dest-pool',
    'dest-namespace',
    'pool',
    'image',
    ...layoutOptions,
    'new-format',
    'sparse-size',
    'export-format',
    'no-progress',
  ],
  maxPositionals: 2,
  run: async (context) => {
    const { args, io } = context
    const source = pathArgument(args, 0)
    const target = importTarget(context, source)
    const layout = layoutOf(context, 'image creation failed\nrbd: import failed')
    const rbd = await context.cluster()
    await assertPool(context, rbd, target)
    let input: Input | undefined
    try {
      const opened = await openInput(io, source)
      input = opened
      await context.withProgress('Importing image', (progress) => {
        const job: Import = { context, rbd, target, layout, sparseBytes: sparseSize(args), progress }
        return importing(job, opened, args.get('export-format') === '2' ? 2 : 1)
      })
    } catch (thrown) {
      throw failedWith('import failed', errnoOf(thrown))
    } finally {
      await input?.close()
    }
  },
}

function importTarget({ args, io }: RbdContext, source: string): Target {
  const pool = args.get('pool')
  if (pool !== undefined) io.stderr('rbd: -p [ --pool ] is deprecated, use --dest-pool\n')
  const image = args.get('image') ?? (source === '-' ? undefined : path.basename(source))
  return destinationTarget(args, 1, {
    ...(pool === undefined ? {} : { pool }),
    ...(image === undefined ? {} : { image }),
  })
}

/** The pool is opened before anything else is looked at. */
export async function assertPool(context: RbdContext, rbd: ClusterClient, target: Target): Promise<void> {
  try {
    const pools = await rbd.listPools(context.call)
    if (pools.some(({ name }) => name === target.pool) && !target.namespace) return
    await rbd.listImages(target.pool, { namespace: target.namespace, ...context.call })
  } catch (thrown) {
    throw poolFailure(thrown, target) ?? thrown
  }
}

export function sparseSize(args: CommandArguments): number {
  const given = args.get('sparse-size')
  return (given === undefined ? undefined : parseByteSize(given)) ?? defaultSparseBytes
}

async function importing(job: Import, input: Input, format: 1 | 2): Promise<void> {
  const { context } = job
  const sizeBytes = await sourceSize(context, input)
  if (format === 2) return importFormat2(job, input, sizeBytes)
  await makeImage(job, () => job.layout, sizeBytes ?? GiB)
  await filling(job, () => (sizeBytes === undefined ? fromPipe(job, input.source) : fromFile(job, input, sizeBytes)))
}

async function sourceSize({ io }: RbdContext, { file, sizeBytes }: Input): Promise<number | undefined> {
  if ((await file?.stat())?.isDirectory()) {
    io.stderr('rbd: cannot import a directory\n')
    throw new SystemFailure('EISDIR')
  }
  if (sizeBytes === 0) {
    io.stderr('rbd: unable to get size of file/block device\n')
    throw new SystemFailure('ENOTTY')
  }
  return sizeBytes
}

async function makeImage(
  { context, rbd, target }: Import,
  layout: () => ImageLayout,
  sizeBytes: number,
): Promise<void> {
  try {
    await rbd.createImage(headOf(target), { sizeBytes, ...layout(), ...context.call })
  } catch (thrown) {
    context.io.stderr('rbd: image creation failed\n')
    throw thrown
  }
}

/** What was made is removed when it cannot be filled, even when that was because the user has given up. */
async function filling({ context, rbd, target }: Import, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (thrown) {
    context.io.stderr('rbd: failed to import image\n')
    await rbd.removeImage(headOf(target)).catch(() => {})
    throw thrown
  }
}

async function fromFile(job: Import, { source }: Input, sizeBytes: number): Promise<void> {
  const { context, rbd, target, progress } = job
  await rbd.write(headOf(target), pieces(), context.call)

  async function* pieces(): AsyncGenerator<Content> {
    let offset = 0
    for await (const bytes of source.blocks(sizeBytes, readBytes)) {
      yield* dataOf(bytes, offset, job)
      offset += bytes.byteLength
      progress.update(offset, sizeBytes)
    }
  }
}

/** A pipe does not say how much will come: the image grows ahead of the data and is cut to its length at the end. */
async function fromPipe(job: Import, source: ByteSource): Promise<void> {
  const { context, rbd, target } = job
  const image = headOf(target)
  const blocks = source.blocks(Number.MAX_SAFE_INTEGER, readBytes)
  let sizeBytes = GiB
  let position = 0
  for (let next = await blocks.next(); !next.done; ) {
    if (position + next.value.byteLength > sizeBytes) {
      sizeBytes *= 2
      await rbd.resize(image, { sizeBytes, ...context.call })
    }
    await rbd.write(image, fitting(), context.call)

    async function* fitting(): AsyncGenerator<Content> {
      for (; !next.done && position + next.value.byteLength <= sizeBytes; next = await blocks.next()) {
        yield* dataOf(next.value, position, job)
        position += next.value.byteLength
      }
    }
  }
  await rbd.resize(image, { sizeBytes: position, allowShrink: true, ...context.call })
}

/** What is not zeros. They are looked for in each object's piece for itself. */
function* dataOf(bytes: Uint8Array, offset: number, { layout, sparseBytes }: Import): Generator<Content> {
  const objectBytes = 2 ** (layout.order ?? defaultOrder)
  const isAligned = sparseBytes > 0 && objectBytes % sparseBytes === 0
  const step = isAligned ? bytes.byteLength : objectBytes
  for (let at = 0; at < bytes.byteLength; at += step) {
    yield* sparseRuns(bytes.subarray(at, at + step), offset + at, sparseBytes)
  }
}

async function importFormat2(job: Import, { source }: Input, sizeBytes = 0): Promise<void> {
  const { context, rbd, target } = job
  const { io } = context
  const header = await told(context, 'rbd: import header failed.', () =>
    readImageHeader(source, (tag) => io.stderr(`rbd: invalid tag in image properties zone: ${tag}Skip it.\n`)),
  )
  await makeImage(job, () => layoutFrom(header, job.layout), sizeBytes)
  await filling(job, async () => {
    for (const [key, value] of header.metadata) {
      await rbd.metadata.set(headOf(target), { key, value }, context.call)
    }
    await importDiffs(job, source)
  })
}

type Header = Awaited<ReturnType<typeof readImageHeader>>

/** The layout that the stream tells, but where the command line does. */
function layoutFrom({ order, features, stripeUnitBytes, stripeCount }: Header, asked: ImageLayout): ImageLayout {
  const names = features === undefined ? undefined : featuresOfBits(features)
  if (names && featureBits(names) !== features) {
    throw new UnsupportedError(`the stream asks for features that are not known: ${features}`, { errno: 'ENOSYS' })
  }
  const isStriped = stripeCount !== undefined && (stripeCount !== 1 || stripeUnitBytes !== 2 ** (order ?? defaultOrder))
  return {
    ...(order !== undefined && { order }),
    ...(names && { features: names }),
    ...(isStriped && { stripeUnitBytes, stripeCount }),
    ...asked,
  }
}

async function importDiffs({ context, rbd, target, sparseBytes, progress }: Import, source: ByteSource): Promise<void> {
  const count = await told(context, '', () => readDiffCount(source))
  for (let index = 0; index < count; index++) {
    try {
      await told(context, '', async () => {
        await expectDiffBanner(source, 2)
        await applyDiff(source, 2, { context, rbd, image: headOf(target), sparseBytes, onProgress: () => {} })
      })
    } catch (thrown) {
      progress.fail()
      context.io.stderr(`rbd: import-diff failed: ${errnoOf(thrown).text}\n`)
      throw thrown
    }
    progress.update(index + 1, count)
  }
}

/** Prints what a bad stream is said to be, and then the step that it stopped; goes on throwing. */
async function told<T>({ io }: RbdContext, step: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (thrown) {
    for (const line of [thrown instanceof BadStream ? thrown.message : '', step])
      if (line !== '') io.stderr(`${line}\n`)
    throw thrown
  }
}

/** `import-diff`: makes the head what the diff leads to, then the diff's end snapshot. */
export const importDiff: RbdCommand = {
  names: ['import-diff'],
  options: [...imageOptions, 'path', 'sparse-size', 'no-progress'],
  maxPositionals: 2,
  run: async (context) => {
    const { args, io } = context
    const source = pathArgument(args, 0)
    const target = imageTarget(args, 1)
    const { rbd } = await context.open(target)
    let input: Input | undefined
    try {
      const { source: stream, ...opened } = await openInput(io, source)
      input = { source: stream, ...opened }
      await told(context, '', () => expectDiffBanner(stream, 1))
      await context.withProgress('Importing image diff', (progress) =>
        told(context, '', () =>
          applyDiff(stream, 1, {
            context,
            rbd,
            image: headOf(target),
            sparseBytes: sparseSize(args),
            onProgress: diffProgress(stream, opened.sizeBytes, progress),
          }),
        ),
      )
    } catch (thrown) {
      const code = errnoOf(thrown)
      throw failedWith('import-diff failed', code.name === 'EDOM' ? errno('EBADMSG') : code)
    } finally {
      await input?.close()
    }
  },
}

/** By the place in the file; of a pipe, by the place in the image. */
function diffProgress(source: ByteSource, fileBytes: number | undefined, progress: Progress) {
  return (offset: number | undefined, imageBytes: number | undefined) => {
    if (fileBytes !== undefined) progress.update(source.position, fileBytes)
    else if (offset !== undefined && imageBytes !== undefined) progress.update(offset, imageBytes)
  }
}
