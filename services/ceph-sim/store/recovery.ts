import { CorruptError } from '#kernel/errors/domain-error.ts'
import type { Change } from '../engine/changes.ts'
import { framesAfter, readFrames } from './frames.ts'
import type { JournalRecord } from './journal.ts'
import { readJournalHead } from './journal-head.ts'

/** What a journal's bytes amount to. */
export interface RecoveredJournal {
  /** To apply, in order. */
  readonly changes: readonly Change[]
  /** Good records in the file, and where they end. */
  readonly frames: number
  readonly end: number
  readonly droppedRecords: number
  readonly droppedBytes: number
  /** The cluster was stopped in order. */
  readonly isClosed: boolean
  /** The machine restarted without the cluster having been stopped. */
  readonly powerFailure: boolean
  /** Images with written bytes that no later record vouches for. */
  readonly unsynced: ReadonlySet<string>
  /** Layers whose checksums may speak of other bytes than are there, if the power has failed. */
  readonly overwritten: ReadonlySet<number>
  /** The number of the newest mark in its head. */
  readonly mark: number
  /** Where a mark is not good. */
  readonly badMarkAt: number | undefined
  /** It is a journal of format version 1. */
  readonly isHeadless: boolean
}

/**
 * Reads a journal up to its last good record.
 *
 * Damage before an offset that was known to be synced is corruption. Behind it, damage at the end is a torn tail and is
 * cut off; damage with good records behind it is corruption too, unless the machine has restarted and nothing proves
 * that the damaged part had ever been synced: then the system simply had not written those pages yet.
 *
 * @throws CorruptError naming file and offset
 */
export function recoverJournal(
  bytes: Buffer,
  { path, generation, bootId }: { path: string; generation: number; bootId: string },
): RecoveredJournal {
  const head = readJournalHead(bytes, generation)
  if (!head) throw new CorruptError(`${path} is damaged at offset 0`, { file: path, offset: 0 })
  const { frames, end } = readFrames(bytes, generation, head.startsAt)
  if (end < head.durableTo) throw damaged(path, end, bytes.byteLength)
  const records = frames.map(({ payload }) => JSON.parse(payload.toString()) as JournalRecord)
  const first = records[0]
  if (first?.kind !== 'opened') throw damaged(path, end, bytes.byteLength)
  const lastBoot = records.reduce((boot, record) => (record.kind === 'opened' ? record.bootId : boot), first.bootId)
  const isSameBoot = lastBoot === bootId
  if (end < bytes.byteLength) {
    for (const later of framesAfter(bytes, end, generation)) {
      if (isSameBoot || later.durableTo > end) throw damaged(path, end, bytes.byteLength)
    }
  }
  const isClosed = records[records.length - 1]?.kind === 'closed'
  const powerFailure = !isSameBoot && !isClosed
  const { changes, droppedRecords, unsynced } = trusted(records, powerFailure)
  const droppedBytes = bytes.byteLength - end
  return {
    ...{ changes, frames: frames.length, end, droppedRecords, droppedBytes, isClosed, powerFailure, unsynced },
    overwritten: overwrittenLayers(records),
    ...{ mark: head.number, badMarkAt: head.badMarkAt, isHeadless: head.startsAt === 0 },
  }
}

function trusted(
  records: readonly JournalRecord[],
  powerFailure: boolean,
): { changes: Change[]; droppedRecords: number; unsynced: Set<string> } {
  const vouchedUntil = new Map<string, number>()
  for (const [index, record] of records.entries()) {
    if (record.kind === 'synced') for (const image of record.images) vouchedUntil.set(image, index)
  }
  const changes: Change[] = []
  const unsynced = new Set<string>()
  let droppedRecords = 0
  for (const [index, record] of records.entries()) {
    const isUnsynced = 'image' in record && index > (vouchedUntil.get(record.image) ?? -1)
    if (record.kind === 'replaced' && isUnsynced && !powerFailure) unsynced.add(record.image)
    if (!isChange(record)) continue
    if (record.kind === 'written' && isUnsynced) {
      if (powerFailure) {
        droppedRecords++
        continue
      }
      unsynced.add(record.image)
    }
    changes.push(record)
  }
  return { changes, droppedRecords, unsynced }
}

function overwrittenLayers(records: readonly JournalRecord[]): Set<number> {
  const layers = new Set<number>()
  for (const record of records) {
    if (record.kind === 'overwriting') layers.add(record.layer)
    else if (record.kind === 'vouched') layers.delete(record.layer)
    else if (record.kind === 'closed') layers.clear()
  }
  return layers
}

const bookkeeping: ReadonlySet<string> = new Set([
  ...(['opened', 'replaced', 'synced', 'overwriting', 'vouched', 'closed'] as const),
] satisfies Exclude<JournalRecord['kind'], Change['kind']>[])

function isChange(record: JournalRecord): record is Change {
  return !bookkeeping.has(record.kind)
}

function damaged(path: string, offset: number, sizeBytes: number): CorruptError {
  const how =
    offset === sizeBytes ? `ends at ${offset}, before records that it must hold` : `is damaged at offset ${offset}`
  return new CorruptError(`${path} ${how}`, { file: path, offset })
}
