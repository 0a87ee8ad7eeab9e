import { join } from 'node:path'
import { ConflictError, CorruptError, UnavailableError } from '#kernel/errors/domain-error.ts'
import { decodeCheckedJson, encodeCheckedJson } from './checked-json.ts'
import { type FileSystem, type Host, readWhole } from './file-system.ts'

export const lockName = 'lock'
const attempts = 10

interface Holder {
  readonly processId: number
  readonly processStart: string
  readonly bootId: string
}

/**
 * One process at a time may use a directory. The lock names its holder by process id, start time and boot, so that what
 * a killed process left behind is recognised at once, even if its id is in use again. It has a check of its own: from a
 * damaged one nobody could tell whether its holder lives.
 */
export class DirectoryLock {
  readonly #fileSystem: FileSystem
  readonly #path: string

  private constructor(fileSystem: FileSystem, path: string) {
    this.#fileSystem = fileSystem
    this.#path = path
  }

  /** @throws ConflictError (EBUSY) while a living process holds the directory; CorruptError for a damaged lock */
  static acquire(fileSystem: FileSystem, host: Host, directory: string): DirectoryLock {
    const path = join(directory, lockName)
    const content = encodeCheckedJson(self(host))
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (fileSystem.createExclusive(path, content)) return new DirectoryLock(fileSystem, path)
      const found = readHolder(fileSystem, path)
      if (!found) continue
      if (isAlive(host, found.holder)) {
        const { processId } = found.holder
        throw new ConflictError(`${directory} is in use by process ${processId}`, {
          ...{ errno: 'EBUSY', directory, processId },
        })
      }
      setAside(fileSystem, host, path, found.bytes)
    }
    throw new UnavailableError(`${directory} could not be locked: others keep taking it`, { directory })
  }

  release(): void {
    this.#fileSystem.remove(this.#path)
  }
}

/** Takes a dead holder's lock away. If another process was quicker, what was taken is its lock, and goes back. */
function setAside(fileSystem: FileSystem, host: Host, path: string, expected: Buffer): void {
  const aside = `${path}.stale-${host.processId}`
  try {
    fileSystem.rename(path, aside)
  } catch {
    return
  }
  const taken = readWhole(fileSystem, aside)
  if (!taken.equals(expected)) fileSystem.createExclusive(path, taken)
  fileSystem.remove(aside)
}

function self(host: Host): Holder {
  return {
    processId: host.processId,
    processStart: host.processStart(host.processId) ?? '',
    bootId: host.bootId() ?? '',
  }
}

function isAlive(host: Host, holder: Holder): boolean {
  return holder.bootId === (host.bootId() ?? '') && host.processStart(holder.processId) === holder.processStart
}

/** Who holds the lock; undefined when nobody does (any more). @throws CorruptError for a damaged one */
function readHolder(fileSystem: FileSystem, path: string): { bytes: Buffer; holder: Holder } | undefined {
  if (!fileSystem.exists(path)) return undefined
  let bytes: Buffer
  try {
    bytes = readWhole(fileSystem, path)
  } catch (error) {
    // It went between the two looks.
    if (!fileSystem.exists(path)) return undefined
    throw error
  }
  const found = decodeCheckedJson(bytes)
  const { processId, processStart, bootId, ...others } = found?.fields ?? {}
  if (typeof processId === 'number' && typeof processStart === 'string' && typeof bootId === 'string') {
    // Format version 1 had no check.
    if (Object.keys(others).length === 0) return { bytes, holder: { processId, processStart, bootId } }
  }
  throw new CorruptError(
    `${path} is damaged at offset 0: nobody can tell who uses the directory. If no process does, remove the file.`,
    { file: path, offset: 0 },
  )
}
