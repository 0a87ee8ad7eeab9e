import { unlink } from 'node:fs/promises'
import path from 'node:path'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { featureBits } from '#ceph-sim/engine/images/features.ts'
import type { DiffPiece } from '#ceph-sim/port/diffs.ts'
import { type Content, contentLength, type RbdImageInfo, type RbdSpec } from '#ceph-sim/rbd.ts'
import { isZero } from '#ceph-sim/sparse-runs.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { type DiffVersion, diffEnd, encodeDiffHeader, encodeExtent } from '../../formats/rbd-diff.ts'
import { encodeDiffCount, encodeImageHeader } from '../../formats/rbd-image.ts'
import { failedWith } from './command-failure.ts'
import { errnoOf } from './errno.ts'
import { anyTarget, headOf, specOf, type Target } from './image-target.ts'
import { type RbdCommand, type RbdContext, snapshotOptions } from './rbd-context.ts'
import { Output, pathArgument } from './stream-files.ts'

const pieceBytes = MiB

type OnProgress = (done: number, total: number) => void

/** What is exported, and where to. */
interface Export {
  readonly context: RbdContext
  readonly rbd: ClusterClient
  readonly target: Target
  readonly info: RbdImageInfo
  readonly output: Output
}

export const exportImage: RbdCommand = {
  names: ['export'],
  options: [...snapshotOptions, 'path', 'export-format', 'no-progress'],
  maxPositionals: 2,
  run: (context) =>
    exporting(context, 'export', async (job) => {
      const write = context.args.get('export-format') === '2' ? exportFormat2 : exportBytes
      await context.withProgress('Exporting image', (progress) => write(job, (done, all) => progress.update(done, all)))
    }),
}

/** `export-diff`: what leads from a snapshot, or from nothing, to the image or a snapshot of it. */
export const exportDiff: RbdCommand = {
  names: ['export-diff'],
  options: [...snapshotOptions, 'path', 'from-snap', 'whole-object', 'no-progress'],
  maxPositionals: 2,
  run: (context) =>
    exporting(context, 'export-diff', async (job) => {
      const { args } = context
      await context.withProgress('Exporting image', (progress) =>
        writeDiff(job, 1, {
          image: specOf(job.target),
          info: job.info,
          fromSnapshot: args.get('from-snap'),
          wholeObject: args.has('whole-object'),
          onProgress: (done, all) => progress.update(done, all),
        }),
      )
    }),
}

/** Opens the image, then the file, which must be new; what cannot be exported whole leaves no diff behind. */
async function exporting(context: RbdContext, name: string, act: (job: Export) => Promise<void>): Promise<void> {
  const { args, io } = context
  const target = anyTarget(args)
  const shown = pathArgument(args, 1)
  const { rbd, info } = await context.open(target)
  let output: Output | undefined
  try {
    output = await Output.open(io, shown)
    await act({ context, rbd, target, info, output })
    await output.close()
  } catch (thrown) {
    await output?.close()
    if (output?.file && name === 'export-diff') await unlink(path.resolve(io.cwd, shown))
    throw failedWith(`${name} error`, errnoOf(thrown))
  }
}

/** The image's bytes; to a file only the objects that hold something, each as a whole. */
async function exportBytes({ context, rbd, target, info, output }: Export, onProgress: OnProgress): Promise<void> {
  const { sizeBytes } = info
  const pieces = rbd.read(specOf(target), { pieceBytes, ...context.call })
  const periodBytes = 2 ** info.order * (info.stripeCount ?? 1)
  const file = output.file ? new SparseFile(output, { periodBytes, sizeBytes }) : undefined
  for await (const piece of pieces) {
    if (file) await file.put(piece)
    else if (piece.kind === 'data') await output.write(piece.bytes)
    else await output.writeZeros(piece.lengthBytes)
    onProgress(piece.offset + contentLength(piece), sizeBytes)
  }
  await file?.end()
  await output.end(sizeBytes)
}

/** Leaves holes in a file for periods (sets of objects) that are all zeros. */
class SparseFile {
  readonly #output: Output
  readonly #periodBytes: number
  readonly #sizeBytes: number
  /** The end of the last period that was begun. */
  #writtenUpTo = 0
  #position = 0

  constructor(output: Output, { periodBytes, sizeBytes }: { periodBytes: number; sizeBytes: number }) {
    this.#output = output
    this.#periodBytes = periodBytes
    this.#sizeBytes = sizeBytes
  }

  /** Content in order and without gaps. */
  async put(content: Content): Promise<void> {
    if (content.kind === 'zero') return
    const { bytes, offset } = content
    for (let at = 0; at < bytes.byteLength; ) {
      const period = Math.floor((offset + at) / this.#periodBytes) * this.#periodBytes
      const stop = Math.min(bytes.byteLength, period + this.#periodBytes - offset)
      await this.#putInPeriod(period, offset + at, bytes.subarray(at, stop))
      at = stop
    }
  }

  /** The rest of the last period. */
  async end(): Promise<void> {
    await this.#output.writeZeros(this.#writtenUpTo - this.#position)
  }

  async #putInPeriod(period: number, offset: number, bytes: Uint8Array): Promise<void> {
    const isBegun = this.#writtenUpTo > period
    if (!isBegun && isZero(bytes)) return
    if (!isBegun) {
      await this.end()
      await this.#output.seek(period)
      this.#position = period
      this.#writtenUpTo = Math.min(this.#sizeBytes, period + this.#periodBytes)
    }
    await this.#output.writeZeros(offset - this.#position)
    await this.#output.write(bytes)
    this.#position = offset + bytes.byteLength
  }
}

/** Layout, metadata, and the history as diffs: one for each snapshot, one for the head. */
async function exportFormat2(job: Export, onProgress: OnProgress): Promise<void> {
  const { context, rbd, target, output } = job
  const head = headOf(target)
  const { order, features, stripeUnitBytes, stripeCount } = job.info
  const metadata = await rbd.metadata.list(head, context.call)
  const header = {
    order,
    features: featureBits(features),
    stripeUnitBytes,
    stripeCount,
    metadata: new Map(metadata.map(({ key, value }) => [key, value])),
  }
  await output.write(encodeImageHeader(header))
  const snapshots = await rbd.listSnapshots(head, context.call)
  const total = snapshots.length + 1
  await output.write(encodeDiffCount(total))
  let fromSnapshot: string | undefined
  for (const [index, { name }] of snapshots.entries()) {
    await exportMoment(job, { ...head, snapshot: name }, fromSnapshot)
    onProgress(index, total)
    fromSnapshot = name
  }
  await exportMoment(job, head, fromSnapshot)
  onProgress(total, total)
  await output.end()
}

async function exportMoment(job: Export, image: RbdSpec, fromSnapshot: string | undefined): Promise<void> {
  const info = await job.rbd.info(image, job.context.call)
  await writeDiff(job, 2, { image, info, fromSnapshot, wholeObject: false, onProgress: () => {} })
}

interface DiffToWrite {
  readonly image: RbdSpec
  readonly info: RbdImageInfo
  readonly fromSnapshot: string | undefined
  readonly wholeObject: boolean
  readonly onProgress: OnProgress
}

async function writeDiff({ rbd, context, output }: Export, version: DiffVersion, diff: DiffToWrite): Promise<void> {
  const { image, info, fromSnapshot, wholeObject, onProgress } = diff
  const header = {
    fromSnapshot,
    toSnapshot: image.snapshot,
    protected: info.protected,
    sizeBytes: info.sizeBytes,
  }
  await output.write(encodeDiffHeader(version, header))
  const extents = new ExtentWriter(output, version)
  for await (const piece of rbd.diffs.read(image, { fromSnapshot, wholeObject, ...context.call })) {
    await extents.put(piece)
    if (piece.kind === 'extent') onProgress(piece.offset, info.sizeBytes)
  }
  await extents.end()
  await output.write(diffEnd)
  if (version === 1) await output.end()
}

/** Writes extents with their content. One that exists but holds only zeros is told as zeros, which shows at its end. */
class ExtentWriter {
  readonly #output: Output
  readonly #version: DiffVersion
  #extent: { readonly offset: number; readonly lengthBytes: number } | undefined
  #isBegun = false
  /** How much of the extent has been written, or is known to be zeros. */
  #position = 0

  constructor(output: Output, version: DiffVersion) {
    this.#output = output
    this.#version = version
  }

  async put(piece: DiffPiece): Promise<void> {
    if (piece.kind === 'extent') {
      await this.end()
      this.#extent = piece
      this.#isBegun = false
      this.#position = piece.offset
      if (!piece.exists) await this.end()
    } else if (piece.kind === 'data' && (this.#isBegun || !isZero(piece.bytes))) {
      await this.#fillUpTo(piece.offset)
      await this.#output.write(piece.bytes)
      this.#position = piece.offset + piece.bytes.byteLength
    }
  }

  async end(): Promise<void> {
    const extent = this.#extent
    if (!extent) return
    if (this.#isBegun) await this.#fillUpTo(extent.offset + extent.lengthBytes)
    else await this.#output.write(encodeExtent(this.#version, 'zero', extent))
    this.#extent = undefined
  }

  async #fillUpTo(offset: number): Promise<void> {
    if (!this.#isBegun) await this.#output.write(encodeExtent(this.#version, 'write', this.#extent!))
    this.#isBegun = true
    await this.#output.writeZeros(offset - this.#position)
  }
}
