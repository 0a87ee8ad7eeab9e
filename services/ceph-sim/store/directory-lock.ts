import { join } from 'node:path'
import { ConflictError, UnavailableError } from '#kernel/errors/domain-error.ts'
import type { FileSystem, Host } from './file-system.ts'

const lockName = 'lock'
const attempts = 10

interface Holder {
  readonly processId: number
  readonly processStart: string
  readonly bootId: string
}

/**
 * One process at a time may use a directory. The lock names its holder by process id, start time and boot, so that what
 * a killed process left behind is recognised at once, even if its id is in use again.
 */
export class DirectoryLock {
  readonly #fileSystem: FileSystem
  readonly #path: string

  private constructor(fileSystem: FileSystem, path: string) {
    this.#fileSystem = fileSystem
    this.#path = path
  }

  /** @throws ConflictError (EBUSY) while a living process holds the directory */
  static acquire(fileSystem: FileSystem, host: Host, directory: string): DirectoryLock {
    const path = join(directory, lockName)
    const content = Buffer.from(JSON.stringify(self(host)))
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (fileSystem.createExclusive(path, content)) return new DirectoryLock(fileSystem, path)
      const found = readHolder(fileSystem, path)
      if (found.holder && isAlive(host, found.holder)) {
        throw new ConflictError(`${directory} is in use by process ${found.holder.processId}`, {
          errno: 'EBUSY',
          directory,
          processId: found.holder.processId,
        })
      }
      setAside(fileSystem, host, path, found.text)
    }
    throw new UnavailableError(`${directory} could not be locked: others keep taking it`, { directory })
  }

  release(): void {
    this.#fileSystem.remove(this.#path)
  }
}

/** Takes a dead holder's lock away. If another process was quicker, what was taken is its lock, and goes back. */
function setAside(fileSystem: FileSystem, host: Host, path: string, expected: string): void {
  const aside = `${path}.stale-${host.processId}`
  try {
    fileSystem.rename(path, aside)
  } catch {
    return
  }
  const taken = readHolder(fileSystem, aside).text
  if (taken !== expected) fileSystem.createExclusive(path, Buffer.from(taken))
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

/** A lock that cannot be read was torn by a power failure: nobody holds it. */
function readHolder(fileSystem: FileSystem, path: string): { text: string; holder: Holder | undefined } {
  let text = ''
  try {
    const file = fileSystem.open(path)
    const bytes = Buffer.alloc(file.sizeBytes())
    file.readSync(bytes, 0)
    file.close()
    text = bytes.toString()
    return { text, holder: JSON.parse(text) as Holder }
  } catch {
    return { text, holder: undefined }
  }
}
