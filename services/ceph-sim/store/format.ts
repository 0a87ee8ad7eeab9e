import { join } from 'node:path'
import { ConflictError, CorruptError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { decodeCheckedJson, encodeCheckedJson } from './checked-json.ts'
import { type FileSystem, readWhole } from './file-system.ts'
import { readFrames } from './frames.ts'
import { readJournalHead } from './journal-head.ts'

/** Whose directory it is. */
export interface ClusterName {
  readonly name: string
  readonly fsid: string
}

/** What `format.json` says. */
export interface StoreFormat extends ClusterName {
  readonly version: number
}

export const formatName = 'format.json'
const formatOf = 'dcnsim-ceph-cluster'
/**
 * What is written. Version 1 had no heads in its journals, no checks in `format.json` and `lock`, no checksums of data,
 * and fewer fields in its records; a store that opens such a directory turns it into the present version.
 */
export const formatVersion = 2
const oldestVersion = 1
/** What may lie in a directory whose creation was cut short. */
const ownNames = /^(lock.*|layers|checkpoint.*|journal\.\d+|format\.json\.tmp)$/

/**
 * @throws ConflictError when the directory holds something that is not a cluster; CorruptError when it holds a cluster
 * that has been used, and only its `format.json` is gone
 */
export function isFormatted(fileSystem: FileSystem, directory: string): boolean {
  const path = join(directory, formatName)
  if (fileSystem.exists(path)) return true
  const names = fileSystem.list(directory)
  const foreign = names.find((name) => !ownNames.test(name))
  if (foreign !== undefined) {
    throw new ConflictError(`${directory} holds no cluster but is not empty: it has ${foreign}`, { directory, foreign })
  }
  if (names.some((name) => isUsedJournal(fileSystem, directory, name))) {
    throw new CorruptError(`${path} is missing, but there are journals of a cluster`, { file: path, offset: 0 })
  }
  return false
}

/** Creation ends with `format.json`, so the journal of one that was cut short has its first record at most. */
function isUsedJournal(fileSystem: FileSystem, directory: string, name: string): boolean {
  const generation = Number(/^journal\.(\d+)$/.exec(name)?.[1] ?? 0)
  if (generation !== 1) return generation > 1
  const bytes = readWhole(fileSystem, join(directory, name))
  const start = readJournalHead(bytes, generation)?.startsAt ?? 0
  return readFrames(bytes, generation, start).frames.length > 1
}

/**
 * @returns what the directory has, of a version that this program can open
 * @throws UnsupportedError naming the directory, the version found and those supported; ConflictError when it is
 * another cluster's; CorruptError when it cannot be read
 */
export function checkFormat(fileSystem: FileSystem, directory: string, expected: ClusterName): StoreFormat {
  const found = readFormat(fileSystem, directory)
  if (found.fsid !== expected.fsid) {
    throw new ConflictError(`${directory} holds cluster ${found.name} (${found.fsid}), not ${expected.fsid}`, {
      directory,
      foundFsid: found.fsid,
      expectedFsid: expected.fsid,
    })
  }
  return found
}

/** @throws as `checkFormat`, whosever it is */
export function readFormat(fileSystem: FileSystem, directory: string): StoreFormat {
  const path = join(directory, formatName)
  const bytes = readWhole(fileSystem, path)
  const found = decodeCheckedJson(bytes)
  const damaged = (what: string) => new CorruptError(`${path} is damaged: ${what}`, { file: path, offset: 0 })
  if (!found) throw damaged('it is not what was written')
  const { format, version, name, fsid } = found.fields
  if (format !== formatOf || typeof version !== 'number') throw damaged('it does not describe a cluster')
  if (version > formatVersion) {
    throw new UnsupportedError(
      `${directory} has store format version ${version}, of a newer dcnsim; this program supports versions ` +
        `${oldestVersion} to ${formatVersion}. Use the dcnsim that wrote it, or another directory (--state).`,
      { directory, foundVersion: String(version), supportedVersion: formatVersion },
    )
  }
  const isWhole = found.isChecked ? version === formatVersion : version === oldestVersion && !hasOtherKeys(found.fields)
  if (!isWhole || typeof name !== 'string' || typeof fsid !== 'string') throw damaged('it is not what was written')
  return { version, name, fsid }
}

export async function writeFormat(fileSystem: FileSystem, directory: string, cluster: ClusterName): Promise<void> {
  const temporary = join(directory, `${formatName}.tmp`)
  const file = fileSystem.open(temporary, { create: true })
  try {
    file.truncate(0)
    const { name, fsid } = cluster
    file.writeSync(encodeCheckedJson({ format: formatOf, version: formatVersion, name, fsid }), 0)
    await file.sync()
  } finally {
    file.close()
  }
  fileSystem.rename(temporary, join(directory, formatName))
  await fileSystem.syncDirectory(directory)
}

function hasOtherKeys(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(fields).some((key) => !['format', 'version', 'name', 'fsid'].includes(key))
}
