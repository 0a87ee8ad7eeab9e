import { asDomainError, type DomainError } from '#kernel/errors/domain-error.ts'
import { escapeHtml, glanceFault } from '#openstack/faults/glance.ts'
import { CommandFailure } from '../command-failure.ts'

/**
 * A failed call as the client prints it: `HTTP 409 Conflict: Image has active task`. The client reads the service's HTML
 * page line by line, so quotes stay entities, lines are joined by `: ` and repeated ones dropped.
 */
export function describeGlanceError(error: DomainError): string {
  return error.code === 'unauthenticated' ? 'Invalid OpenStack Identity credentials.' : `HTTP ${glanceDetails(error)}`
}

/** `409 Conflict: Image has active task`. */
export function glanceDetails(error: DomainError): string {
  const { status, title, message } = glanceFault(error)
  const lines = [`${status} ${title}`, ...escapeHtml(message).split('\n')].map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))].join(': ')
}

/** Runs a call; a failure that `say` has words for becomes those words. */
export async function otherwise<T>(call: Promise<T>, say: (error: DomainError) => string | undefined): Promise<T> {
  try {
    return await call
  } catch (thrown) {
    if (thrown instanceof CommandFailure) throw thrown
    const words = say(asDomainError(thrown))
    if (words === undefined) throw thrown
    throw new CommandFailure(words)
  }
}
