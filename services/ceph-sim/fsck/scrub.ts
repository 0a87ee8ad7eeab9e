import { join } from 'node:path'
import type { Layer } from '../engine/content/layers.ts'
import type { ClusterState } from '../engine/state.ts'
import type { ByteRange } from '../rbd.ts'
import type { FileSystem, StoreFile } from '../store/file-system.ts'
import { sumsName } from '../store/layer-sums.ts'
import { blocksInPage, decodeSumPage, encodeSumPage, sumBlockBytes, sumOf, sumPageBytes } from '../store/sum-page.ts'
import type { Finding } from './findings.ts'
import { dataWithin, shownAt } from './shown-at.ts'

/** Bytes of a layer that a page of checksums speaks of. */
export const pageSpan = blocksInPage * sumBlockBytes

/** What a scrub of one layer goes by. */
export interface LayerScrub {
  readonly fileSystem: FileSystem
  readonly directory: string
  readonly state: ClusterState
  readonly layer: Layer
  /** Its checksums may be older than its bytes: a power failure came while they were being replaced. */
  readonly isDistrusted: boolean
  /** Vouch for what nobody vouches for. */
  readonly adopts: boolean
  readonly found: (finding: Finding) => void
  /** Data bytes looked at. */
  readonly progress: (bytes: number) => void
}

/** Data of a layer that was compared with its checksums, and data without any. */
export interface Scrubbed {
  readonly verifiedBytes: number
  readonly unverifiedBytes: number
}

/** Compares all data of a layer with the checksums that were made when it was synced. */
export async function scrubLayer(scrub: LayerScrub): Promise<Scrubbed> {
  const { fileSystem, directory, layer, isDistrusted, adopts } = scrub
  const path = join(directory, 'layers', `${layer.id}.data`)
  const sumsPath = join(directory, 'layers', sumsName(layer.id))
  const file = fileSystem.open(path)
  const hasSums = fileSystem.exists(sumsPath)
  const sumsFile = hasSums || adopts ? fileSystem.open(sumsPath, { create: adopts }) : undefined
  let verifiedBytes = 0
  let unverifiedBytes = 0
  try {
    for (const page of pagesWithData(layer)) {
      const sums = (isDistrusted ? undefined : readPage(sumsFile, layer.id, page)) ?? new Uint32Array(blocksInPage)
      const checked = await scrubPage(scrub, { file, page, sums })
      verifiedBytes += checked.verifiedBytes
      unverifiedBytes += checked.unverifiedBytes
      if (adopts && checked.unverifiedBytes > 0) {
        sumsFile?.writeSync(encodeSumPage({ layer: layer.id, page }, sums), page * sumPageBytes)
      }
    }
    if (adopts && unverifiedBytes > 0) await sumsFile?.sync()
  } finally {
    file.close()
    sumsFile?.close()
  }
  if (unverifiedBytes > 0) {
    const repaired = adopts ? { repaired: 'vouched for as they are now' } : {}
    const message = `${unverifiedBytes} bytes of data that no checksum vouches for`
    scrub.found({ kind: 'unverified', file: `layers/${layer.id}.data`, message, ...repaired })
  }
  return { verifiedBytes, unverifiedBytes }
}

/** Damaged pages of a layer's checksums, by number. A file that ends within a page has a damaged one at its end. */
export function damagedSumPages(fileSystem: FileSystem, directory: string, layer: number): number[] {
  const path = join(directory, 'layers', sumsName(layer))
  if (!fileSystem.exists(path)) return []
  const file = fileSystem.open(path)
  try {
    const sizeBytes = file.sizeBytes()
    const pages = Array.from({ length: Math.ceil(sizeBytes / sumPageBytes) }, (_, page) => page)
    return pages.filter((page) => (page + 1) * sumPageBytes > sizeBytes || readPage(file, layer, page) === undefined)
  } finally {
    file.close()
  }
}

/** Has nobody vouch for the blocks of a page. */
export function clearSumPage(fileSystem: FileSystem, directory: string, at: { layer: number; page: number }): void {
  const file = fileSystem.open(join(directory, 'layers', sumsName(at.layer)))
  file.writeSync(Buffer.alloc(sumPageBytes), at.page * sumPageBytes)
  file.close()
}

async function scrubPage(
  { state, layer, adopts, found, progress }: LayerScrub,
  { file, page, sums }: { file: StoreFile; page: number; sums: Uint32Array },
): Promise<Scrubbed> {
  const block = Buffer.allocUnsafe(sumBlockBytes)
  let verifiedBytes = 0
  let unverifiedBytes = 0
  for (let index = 0; index < blocksInPage; index++) {
    const range = { offset: page * pageSpan + index * sumBlockBytes, lengthBytes: sumBlockBytes }
    const data = dataWithin(layer, range)
    const dataBytes = total(data)
    if (dataBytes === 0) continue
    progress(dataBytes)
    const isVouched = sums[index] !== 0
    if (isVouched) verifiedBytes += dataBytes
    else unverifiedBytes += dataBytes
    if (!isVouched && !adopts) continue
    block.fill(0, await file.read(block, range.offset))
    const sum = sumOf(block)
    if (!isVouched) sums[index] = sum
    else if (sums[index] !== sum) found(mismatch(state, layer, data))
  }
  return { verifiedBytes, unverifiedBytes }
}

function mismatch(state: ClusterState, layer: Layer, data: readonly ByteRange[]): Finding {
  const first = data[0]!
  const last = data[data.length - 1]!
  const range = { offset: first.offset, lengthBytes: last.offset + last.lengthBytes - first.offset }
  const message = 'the content is not what was written'
  return { kind: 'damage', file: `layers/${layer.id}.data`, ...range, message, images: shownAt(state, layer, range) }
}

function readPage(file: StoreFile | undefined, layer: number, page: number): Uint32Array | undefined {
  const bytes = Buffer.alloc(sumPageBytes)
  const count = file?.readSync(bytes, page * sumPageBytes) ?? 0
  return decodeSumPage({ layer, page }, bytes.subarray(0, count))
}

function* pagesWithData(layer: Layer): Generator<number> {
  let next = 0
  for (const { offset, lengthBytes } of dataWithin(layer, { offset: 0, lengthBytes: Number.POSITIVE_INFINITY })) {
    const last = Math.floor((offset + lengthBytes - 1) / pageSpan)
    for (let page = Math.max(next, Math.floor(offset / pageSpan)); page <= last; page++) yield page
    next = last + 1
  }
}

function total(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0)
}

/** Data that a layer keeps in its file. */
export function dataBytesOf(layer: Layer): number {
  return total(dataWithin(layer, { offset: 0, lengthBytes: Number.POSITIVE_INFINITY }))
}
