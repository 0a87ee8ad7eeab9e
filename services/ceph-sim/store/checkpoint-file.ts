import { CorruptError } from '#kernel/errors/domain-error.ts'
import type { StateRecord } from '../engine/checkpoint.ts'
import { type FileSystem, readWhole } from './file-system.ts'
import { encodeFrame, goodFrames } from './frames.ts'

export const checkpointName = 'checkpoint'
const generationOffset = 24
const writeBufferBytes = 256 * 1024

/** Last record of a checkpoint, which a torn one lacks. */
type CheckpointRecord = StateRecord | { readonly kind: 'end'; readonly records: number }

/**
 * Hands over the records of a checkpoint in order, one at a time: there may be very many.
 *
 * @returns its generation, which is that of the journal that goes on from it
 * @throws CorruptError naming file and offset, maybe after some records
 */
export function readCheckpoint(fileSystem: FileSystem, path: string, load: (record: StateRecord) => void): number {
  const bytes = readWhole(fileSystem, path)
  const generation = bytes.byteLength >= generationOffset + 4 ? bytes.readUInt32LE(generationOffset) : 0
  let end = 0
  let loaded = 0
  let last: CheckpointRecord | undefined
  for (const frame of goodFrames(bytes, generation)) {
    if (last?.kind === 'end') break
    if (last) load(last)
    loaded += Number(last !== undefined)
    last = JSON.parse(frame.payload.toString()) as CheckpointRecord
    end = frame.end
  }
  if (end < bytes.byteLength || last?.kind !== 'end' || last.records !== loaded) {
    throw new CorruptError(`${path} is damaged at offset ${end}`, { file: path, offset: end })
  }
  return generation
}

/** Writes a whole checkpoint and syncs it, but not its name. */
export async function writeCheckpoint(
  fileSystem: FileSystem,
  path: string,
  { generation, records }: { generation: number; records: Iterable<StateRecord> },
): Promise<void> {
  const file = fileSystem.open(path, { create: true })
  try {
    file.truncate(0)
    let sequence = 0
    let offset = 0
    let buffered: Buffer[] = []
    let bufferedBytes = 0
    const drain = () => {
      file.writeSync(Buffer.concat(buffered), offset)
      offset += bufferedBytes
      buffered = []
      bufferedBytes = 0
    }
    const add = (record: CheckpointRecord) => {
      const frame = encodeFrame(JSON.stringify(record), { sequence: sequence++, durableTo: 0, generation })
      buffered.push(frame)
      bufferedBytes += frame.byteLength
      if (bufferedBytes >= writeBufferBytes) drain()
    }
    for (const record of records) add(record)
    add({ kind: 'end', records: sequence })
    drain()
    await file.sync()
  } finally {
    file.close()
  }
}
