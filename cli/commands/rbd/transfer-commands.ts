import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import type { Content, Rbd, RbdImageSpec } from '#ceph-sim/rbd.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { parseByteSize } from '../../format/sizes.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errno, errnoOf } from './errno.ts'
import { layoutOf, layoutOptions } from './image-commands.ts'
import { anyTarget, destinationTarget, headOf, poolFailure, specOf, type Target } from './image-target.ts'
import type { Progress } from './progress.ts'
import { type RbdCommand, type RbdContext, snapshotOptions } from './rbd-context.ts'

/** Files and pipes are read and written in pieces of this size. */
const pieceBytes = 4 * MiB
const zeroPiece = Buffer.alloc(pieceBytes)
/** Runs of zeros of this length become holes, unless `--sparse-size` says otherwise. */
const defaultSparseBytes = 4096

function pathArgument(args: CommandArguments, position: number): string {
  const given = args.positionals[position] ?? args.get('path')
  if (given === undefined) throw misused('path was not specified')
  return given
}

export const importImage: RbdCommand = {
  names: ['import'],
  options: [
    'path',
    'dest',
    'dest-pool',
    'pool',
    'image',
    ...layoutOptions,
    'sparse-size',
    'export-format',
    'no-progress',
  ],
  maxPositionals: 2,
  run: async (context) => {
    const { args, io } = context
    const source = pathArgument(args, 0)
    if (args.get('export-format') === '2') throw new CommandFailure(38, 'rbd: --export-format 2 is not simulated')
    const target = importTarget(context, source)
    const layout = layoutOf(context)
    const rbd = await context.cluster()
    if (source === '-') {
      await importing(context, target, rbd, (progress) => importStream(context, rbd, target, layout, progress))
      return
    }
    const file = await openSource(path.resolve(io.cwd, source), source)
    try {
      await importing(context, target, rbd, (progress) => importFile(context, rbd, target, layout, file, progress))
    } finally {
      await file.close()
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

async function openSource(file: string, shown: string): Promise<FileHandle> {
  try {
    return await open(file, 'r')
  } catch (thrown) {
    const code = errnoOf(thrown)
    throw new CommandFailure(code.number, `rbd: error opening ${shown}\nrbd: import failed: ${code.text}`)
  }
}

/** The pool is opened first; then come the progress line and, at the end, `import failed`. */
async function importing(
  context: RbdContext,
  target: Target,
  rbd: Rbd,
  act: (progress: Progress) => Promise<void>,
): Promise<void> {
  try {
    const pools = await rbd.listPools(context.call)
    if (!pools.some(({ name }) => name === target.pool)) await rbd.listImages(target.pool, context.call)
    await context.withProgress('Importing image', act)
  } catch (thrown) {
    throw poolFailure(thrown, target) ?? failedWith('import failed', errnoOf(thrown))
  }
}

type Layout = ReturnType<typeof layoutOf>

async function makeImage(
  context: RbdContext,
  rbd: Rbd,
  target: Target,
  sizeBytes: number,
  layout: Layout,
): Promise<void> {
  try {
    await rbd.createImage(headOf(target), { sizeBytes, ...layout, ...context.call })
  } catch (thrown) {
    context.io.stderr('rbd: image creation failed\n')
    throw thrown
  }
}

async function importFile(
  context: RbdContext,
  rbd: Rbd,
  target: Target,
  layout: Layout,
  file: FileHandle,
  progress: Progress,
): Promise<void> {
  const stats = await file.stat()
  if (stats.isDirectory()) {
    context.io.stderr('rbd: cannot import a directory\n')
    throw new SystemFailure('EISDIR')
  }
  if (stats.size === 0) {
    context.io.stderr('rbd: unable to get size of file/block device\n')
    throw new SystemFailure('ENOTTY')
  }
  await makeImage(context, rbd, target, stats.size, layout)
  const sparseBytes = sparseSize(context.args)
  await rbd.write(headOf(target), pieces(), context.call)

  async function* pieces(): AsyncGenerator<Content> {
    const buffer = Buffer.allocUnsafeSlow(pieceBytes)
    for (let offset = 0; offset < stats.size; ) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes, offset)
      if (bytesRead === 0) return
      yield* dataRuns(buffer.subarray(0, bytesRead), offset, sparseBytes)
      offset += bytesRead
      progress.update(offset, stats.size)
    }
  }
}

/** A pipe does not say how much will come: the image grows ahead of the data and is cut to its length at the end. */
async function importStream(
  context: RbdContext,
  rbd: Rbd,
  target: Target,
  layout: Layout,
  progress: Progress,
): Promise<void> {
  const image = headOf(target)
  const sparseBytes = sparseSize(context.args)
  const source = regularPieces(context.io.stdin ?? [])
  let sizeBytes = GiB
  let position = 0
  await makeImage(context, rbd, target, sizeBytes, layout)
  for (let next = await source.next(); !next.done; ) {
    if (position + next.value.byteLength > sizeBytes) {
      sizeBytes *= 2
      await rbd.resize(image, { sizeBytes, ...context.call })
    }
    await rbd.write(image, fitting(), context.call)

    async function* fitting(): AsyncGenerator<Content> {
      for (; !next.done && position + next.value.byteLength <= sizeBytes; next = await source.next()) {
        yield* dataRuns(next.value, position, sparseBytes)
        position += next.value.byteLength
      }
    }
  }
  await rbd.resize(image, { sizeBytes: position, allowShrink: true, ...context.call })
  progress.update(position, position)
}

/** The same bytes in pieces of one size, so that runs of zeros are found wherever the pipe cut them. */
async function* regularPieces(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const piece = Buffer.allocUnsafeSlow(pieceBytes)
  let filled = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.byteLength; ) {
      if (filled === 0 && chunk.byteLength - at >= pieceBytes) {
        yield chunk.subarray(at, at + pieceBytes)
        at += pieceBytes
        continue
      }
      const part = chunk.subarray(at, at + pieceBytes - filled)
      piece.set(part, filled)
      filled += part.byteLength
      at += part.byteLength
      if (filled === pieceBytes) {
        yield piece
        filled = 0
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}

function sparseSize(args: CommandArguments): number {
  const given = args.get('sparse-size')
  return (given === undefined ? undefined : parseByteSize(given)) ?? defaultSparseBytes
}

/** What is left of a piece without its blocks of zeros. */
function* dataRuns(bytes: Uint8Array, offset: number, blockBytes: number): Generator<Content> {
  if (isZero(bytes)) return
  let start: number | undefined
  for (let at = 0; at < bytes.byteLength; at += blockBytes) {
    const zero = isZero(bytes.subarray(at, at + blockBytes))
    if (!zero) start ??= at
    else if (start !== undefined) {
      yield { kind: 'data', offset: offset + start, bytes: bytes.subarray(start, at) }
      start = undefined
    }
  }
  if (start !== undefined) yield { kind: 'data', offset: offset + start, bytes: bytes.subarray(start) }
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    const part = bytes.subarray(at, at + pieceBytes)
    if (zeroPiece.compare(part, 0, part.byteLength, 0, part.byteLength) !== 0) return false
  }
  return true
}

export const exportImage: RbdCommand = {
  names: ['export'],
  options: [...snapshotOptions, 'path', 'export-format', 'no-progress'],
  maxPositionals: 2,
  run: async (context) => {
    const { args, io } = context
    const target = anyTarget(args)
    const destination = pathArgument(args, 1)
    if (args.get('export-format') === '2') throw new CommandFailure(38, 'rbd: --export-format 2 is not simulated')
    const { rbd, info } = await context.open(target)
    const pieces = rbd.read(specOf(target), { pieceBytes, ...context.call })
    try {
      if (destination === '-') {
        await exporting(context, pieces, info.sizeBytes, (piece) => toStream(io.stdoutBytes, piece))
        return
      }
      await using file = await open(path.resolve(io.cwd, destination), 'wx')
      await exporting(context, pieces, info.sizeBytes, (piece) => toFile(file, piece))
      await file.truncate(info.sizeBytes)
    } catch (thrown) {
      throw failedWith('export error', errnoOf(thrown))
    }
  },
}

function exporting(
  context: RbdContext,
  pieces: AsyncIterable<Content>,
  sizeBytes: number,
  put: (piece: Content) => Promise<void>,
): Promise<void> {
  return context.withProgress('Exporting image', async (progress) => {
    for await (const piece of pieces) {
      await put(piece)
      progress.update(endOf(piece), sizeBytes)
    }
  })
}

function endOf(piece: Content): number {
  return piece.offset + (piece.kind === 'data' ? piece.bytes.byteLength : piece.lengthBytes)
}

/** Holes of the image are holes of the file. */
async function toFile(file: FileHandle, piece: Content): Promise<void> {
  if (piece.kind === 'zero') return
  for (const { offset, bytes } of dataOnly(dataRuns(piece.bytes, piece.offset, defaultSparseBytes))) {
    for (let at = 0; at < bytes.byteLength; ) {
      at += (await file.write(bytes, at, bytes.byteLength - at, offset + at)).bytesWritten
    }
  }
}

function* dataOnly(pieces: Iterable<Content>) {
  for (const piece of pieces) if (piece.kind === 'data') yield piece
}

async function toStream(write: ((bytes: Uint8Array) => Promise<void>) | undefined, piece: Content): Promise<void> {
  if (!write) throw new SystemFailure('EINVAL')
  if (piece.kind === 'data') return write(piece.bytes)
  for (let left = piece.lengthBytes; left > 0; left -= pieceBytes) await write(zeroPiece.subarray(0, left))
}

export const copy: RbdCommand = {
  names: ['cp', 'copy'],
  options: [...snapshotOptions, 'dest', 'dest-pool', ...layoutOptions, 'sparse-size', 'no-progress'],
  maxPositionals: 2,
  run: async (context) => {
    const source = anyTarget(context.args)
    const target = destinationTarget(context.args, 1)
    const layout = layoutOf(context)
    const { rbd, info } = await context.open(source)
    const { order, features } = info
    try {
      await checkDestination(context, rbd, target)
      await context.withProgress('Image copy', async (progress) => {
        const made = { sizeBytes: info.sizeBytes, order, features, ...layout, ...context.call }
        await rbd.createImage(headOf(target), made)
        const pieces = rbd.read(specOf(source), { pieceBytes, ...context.call })
        await rbd.write(
          headOf(target),
          withoutHoles(pieces, sparseSize(context.args), info.sizeBytes, progress),
          context.call,
        )
      })
    } catch (thrown) {
      throw poolFailure(thrown, target) ?? failedWith('copy failed', errnoOf(thrown))
    }
  },
}

async function checkDestination(context: RbdContext, rbd: Rbd, { pool }: RbdImageSpec): Promise<void> {
  const pools = await rbd.listPools(context.call)
  if (!pools.some(({ name }) => name === pool)) await rbd.listImages(pool, context.call)
}

async function* withoutHoles(
  pieces: AsyncIterable<Content>,
  sparseBytes: number,
  sizeBytes: number,
  progress: Progress,
): AsyncGenerator<Content> {
  for await (const piece of pieces) {
    if (piece.kind === 'data') yield* dataRuns(piece.bytes, piece.offset, sparseBytes)
    progress.update(endOf(piece), sizeBytes)
  }
}

/** A failure of this program that has the system's name. */
class SystemFailure extends Error {
  readonly code: 'EISDIR' | 'ENOTTY' | 'EINVAL'
  constructor(code: 'EISDIR' | 'ENOTTY' | 'EINVAL') {
    super(errno(code).text)
    this.code = code
  }
}
