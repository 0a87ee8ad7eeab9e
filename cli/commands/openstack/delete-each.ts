import type { CommandIo } from '#cli/command-io.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import { CommandFailure } from '../command-failure.ts'

/**
 * Deletes one after the other; a failure is told and does not stop the rest.
 * @throws CommandFailure counting the failures, `1 of 2 volumes failed to delete.`
 */
export async function deleteEach(
  io: CommandIo,
  kind: string,
  names: readonly string[],
  remove: (name: string) => Promise<void>,
): Promise<void> {
  let failed = 0
  for (const name of names) {
    try {
      await remove(name)
    } catch (thrown) {
      failed++
      const why = thrown instanceof CommandFailure ? thrown.message : asDomainError(thrown).message
      io.stderr(`Failed to delete ${kind} with name or ID '${name}': ${why}\n`)
    }
  }
  if (failed > 0) throw new CommandFailure(`${failed} of ${names.length} ${kind}s failed to delete.`)
}
