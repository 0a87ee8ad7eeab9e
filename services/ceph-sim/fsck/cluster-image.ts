import { join } from 'node:path'
import { asDomainError, type DomainError } from '#kernel/errors/domain-error.ts'
import { apply } from '../engine/apply.ts'
import { audit } from '../engine/audit.ts'
import { loadRecord } from '../engine/checkpoint.ts'
import { childlessSnapshots } from '../engine/snapshots/children.ts'
import { type ClusterState, emptyState } from '../engine/state.ts'
import type { CapacitySettings } from '../engine/status/capacity.ts'
import { upgradeState } from '../engine/upgrade.ts'
import { checkpointName, readCheckpoint } from '../store/checkpoint-file.ts'
import { type FileSystem, type Host, readWhole } from '../store/file-system.ts'
import { type RecoveredJournal, recoverJournal } from '../store/recovery.ts'
import type { Finding } from './findings.ts'

/** What a start of the cluster would read from its directory, without changing anything. */
export interface ClusterImage {
  readonly generation: number
  readonly journal: RecoveredJournal | undefined
  /** Undefined where checkpoint or journal are too damaged to tell. */
  readonly state: ClusterState | undefined
}

/** @param found - called with whatever is wrong, instead of giving up at once as a start does */
export function readClusterImage(
  { fileSystem, host, directory, capacity }: ClusterImageDeps,
  found: (finding: Finding) => void,
): ClusterImage {
  const state = emptyState(capacity)
  const generation = attempt(found, checkpointName, () =>
    readCheckpoint(fileSystem, join(directory, checkpointName), (record) => loadRecord(state, record)),
  )
  // A damaged checkpoint does not say which journal goes on from it; only one is there, as a rule.
  const journalOf = generation ?? newestJournal(fileSystem, directory)
  const name = `journal.${journalOf}`
  const journal = attempt(found, name, () => {
    const path = join(directory, name)
    const bytes = readWhole(fileSystem, path)
    return recoverJournal(bytes, { path, generation: journalOf, bootId: host.bootId() ?? '' })
  })
  if (journal) noteJournal(journal, name, found)
  if (generation === undefined || !journal) return { generation: journalOf, journal, state: undefined }
  const isSound = attempt(found, name, () => {
    for (const change of journal.changes) apply(state, change)
    if (journal.isHeadless) upgradeState(state)
    audit(state, { isAtRest: false })
    for (const { image, snapshot } of childlessSnapshots(state)) {
      found({
        kind: 'leftover',
        file: name,
        message: `snapshot ${snapshot} of image ${image}, which no clone needs any more`,
      })
    }
    return true
  })
  return { generation, journal, state: isSound ? state : undefined }
}

export interface ClusterImageDeps {
  readonly fileSystem: FileSystem
  readonly host: Host
  readonly directory: string
  readonly capacity: CapacitySettings
}

function noteJournal(journal: RecoveredJournal, file: string, found: (finding: Finding) => void): void {
  const { end, droppedBytes, droppedRecords, badMarkAt } = journal
  if (droppedBytes > 0) {
    found({
      kind: 'leftover',
      file,
      offset: end,
      lengthBytes: droppedBytes,
      message: 'a torn end that was never synced',
    })
  }
  if (droppedRecords > 0) {
    const message = `${droppedRecords} writes that were never synced: the power has failed since`
    found({ kind: 'leftover', file, message })
  }
  if (badMarkAt !== undefined) {
    found({ kind: 'leftover', file, offset: badMarkAt, message: 'one of two marks is not good; the other one is' })
  }
}

/** Turns what a start would die of into a finding. */
function attempt<T>(found: (finding: Finding) => void, file: string, work: () => T): T | undefined {
  try {
    return work()
  } catch (thrown) {
    found({ kind: 'damage', file, ...describe(asDomainError(thrown)) })
    return undefined
  }
}

/** The offset, and what is wrong without the path, which the finding has. */
export function describe({ code, message, details }: DomainError): { message: string; offset?: number } {
  const { file, offset } = details
  if (code !== 'corrupt') return { message: `its records contradict each other: ${message}` }
  const said = typeof file === 'string' ? message.replace(`${file} `, '') : message
  return { message: said, ...(typeof offset === 'number' && { offset }) }
}

function newestJournal(fileSystem: FileSystem, directory: string): number {
  const numbers = fileSystem.list(directory).map((name) => Number(/^journal\.(\d+)$/.exec(name)?.[1] ?? 0))
  return Math.max(1, ...numbers)
}
