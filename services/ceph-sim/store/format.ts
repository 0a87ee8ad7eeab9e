import { join } from 'node:path'
import { ConflictError, CorruptError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import type { FileSystem } from './file-system.ts'

/** Whose directory it is. */
export interface ClusterName {
  readonly name: string
  readonly fsid: string
}

const formatName = 'format.json'
const formatOf = 'dcnsim-ceph-cluster'
export const formatVersion = 1
/** What may lie in a directory whose creation was cut short. */
const ownNames = /^(lock.*|layers|checkpoint.*|journal\.\d+|format\.json\.tmp)$/

/** @throws ConflictError when the directory holds something that is not a cluster */
export function isFormatted(fileSystem: FileSystem, directory: string): boolean {
  if (fileSystem.exists(join(directory, formatName))) return true
  const foreign = fileSystem.list(directory).find((name) => !ownNames.test(name))
  if (foreign !== undefined) {
    throw new ConflictError(`${directory} holds no cluster but is not empty: it has ${foreign}`, { directory, foreign })
  }
  return false
}

/**
 * @throws UnsupportedError naming the directory, the version found and the one supported; ConflictError when it is
 * another cluster's; CorruptError when it cannot be read
 */
export function checkFormat(fileSystem: FileSystem, directory: string, expected: ClusterName): void {
  const path = join(directory, formatName)
  const found = readFormat(fileSystem, path)
  if (found.version !== formatVersion) {
    throw new UnsupportedError(
      `${directory} has store format version ${found.version}; this program supports version ${formatVersion}`,
      { directory, foundVersion: String(found.version), supportedVersion: formatVersion },
    )
  }
  if (found.fsid !== expected.fsid) {
    throw new ConflictError(`${directory} holds cluster ${found.name} (${found.fsid}), not ${expected.fsid}`, {
      directory,
      foundFsid: String(found.fsid),
      expectedFsid: expected.fsid,
    })
  }
}

export async function writeFormat(fileSystem: FileSystem, directory: string, cluster: ClusterName): Promise<void> {
  const temporary = join(directory, `${formatName}.tmp`)
  const file = fileSystem.open(temporary, { create: true })
  try {
    file.truncate(0)
    const { name, fsid } = cluster
    file.writeSync(Buffer.from(`${JSON.stringify({ format: formatOf, version: formatVersion, name, fsid })}\n`), 0)
    await file.sync()
  } finally {
    file.close()
  }
  fileSystem.rename(temporary, join(directory, formatName))
  await fileSystem.syncDirectory(directory)
}

function readFormat(fileSystem: FileSystem, path: string): { version: unknown; name: unknown; fsid: unknown } {
  const file = fileSystem.open(path)
  try {
    const bytes = Buffer.alloc(file.sizeBytes())
    file.readSync(bytes, 0)
    const found: unknown = JSON.parse(bytes.toString())
    if (typeof found === 'object' && found !== null && 'format' in found && found.format === formatOf) {
      return { version: undefined, name: undefined, fsid: undefined, ...found }
    }
  } catch (cause) {
    throw new CorruptError(`${path} is damaged: it is not JSON`, { file: path, offset: 0 }, { cause })
  } finally {
    file.close()
  }
  throw new CorruptError(`${path} is damaged: it does not describe a cluster`, { file: path, offset: 0 })
}
