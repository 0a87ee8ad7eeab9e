import { CorruptError } from '#kernel/errors/domain-error.ts'
import type { Change } from '../engine/changes.ts'
import { framesAfter, readFrames } from './frames.ts'
import type { JournalRecord } from './journal.ts'

/** What a journal's bytes amount to. */
export interface RecoveredJournal {
  /** To apply, in order. */
  readonly changes: readonly Change[]
  /** Good records in the file, and where they end. */
  readonly frames: number
  readonly end: number
  readonly droppedRecords: number
  readonly droppedBytes: number
  /** The machine restarted without the cluster having been stopped. */
  readonly powerFailure: boolean
  /** Images with written records that no later record vouches for. */
  readonly unsynced: ReadonlySet<string>
}

/**
 * Reads a journal up to its last good record.
 *
 * Damage at the end is a torn tail and is cut off. Damage with good records behind it is corruption, unless the machine
 * has restarted and nothing proves that the damaged part had ever been synced: then the system simply had not written
 * those pages yet.
 *
 * @throws CorruptError naming file and offset
 */
export function recoverJournal(
  bytes: Buffer,
  { path, generation, bootId }: { path: string; generation: number; bootId: string },
): RecoveredJournal {
  const { frames, end } = readFrames(bytes, generation)
  const records = frames.map(({ payload }) => JSON.parse(payload.toString()) as JournalRecord)
  const first = records[0]
  if (first?.kind !== 'opened') throw damaged(path, 0)
  const lastBoot = records.reduce((boot, record) => (record.kind === 'opened' ? record.bootId : boot), first.bootId)
  const isSameBoot = lastBoot === bootId
  if (end < bytes.byteLength) {
    for (const later of framesAfter(bytes, end, generation)) {
      if (isSameBoot || later.durableTo > end) throw damaged(path, end)
    }
  }
  const powerFailure = !isSameBoot && records[records.length - 1]?.kind !== 'closed'
  const { changes, droppedRecords, unsynced } = trusted(records, powerFailure)
  const droppedBytes = bytes.byteLength - end
  return { changes, frames: frames.length, end, droppedRecords, droppedBytes, powerFailure, unsynced }
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
    if (record.kind === 'opened' || record.kind === 'synced' || record.kind === 'closed') continue
    if (record.kind === 'written' && index > (vouchedUntil.get(record.image) ?? -1)) {
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

function damaged(path: string, offset: number): CorruptError {
  return new CorruptError(`${path} is damaged at offset ${offset}, with good records behind it`, { file: path, offset })
}
