import { asDomainError, CancelledError, DomainError } from '#kernel/errors/domain-error.ts'
import { cinderFault } from '#openstack/faults/cinder.ts'
import { escapeHtml, glanceFault } from '#openstack/faults/glance.ts'
import { novaFault } from '#openstack/faults/nova.ts'
import type { Cloud } from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'

/** Runs a call of Cinder; a failure reads `Invalid volume: ... (HTTP 400) (Request-ID: req-...)`. */
export async function viaCinder<T>(call: Promise<T>): Promise<T> {
  return worded(call, (error) => requestFailure(cinderFault(error), error))
}

/** Runs a call of Nova or Neutron, worded in the same way. */
export async function viaNova<T>(call: Promise<T>): Promise<T> {
  return worded(call, (error) => requestFailure(novaFault(error), error))
}

/** Runs a call of Glance; a failure names the URL as openstacksdk does. */
export async function viaGlance<T>(cloud: Cloud, path: string, call: Promise<T>): Promise<T> {
  return worded(call, (error) => {
    const { status, title, message } = glanceFault(error)
    const url = `${cloud.imageEndpoint ?? 'http://central:9292'}${path}`
    const side = status >= 500 ? 'Server' : 'Client'
    const lines = [...new Set([`${status} ${title}`, ...escapeHtml(message).split('\n').filter(Boolean)])]
    return `${exceptionName(status)}: ${status}: ${side} Error for url: ${url}, ${lines.join(': ')}`
  })
}

/** A failure of any call that has not been worded yet, for the last line of a command. */
export function describeOpenstackError(error: DomainError): string {
  return requestFailure(novaFault(error), error)
}

async function worded<T>(call: Promise<T>, words: (error: DomainError) => string): Promise<T> {
  try {
    return await call
  } catch (thrown) {
    if (thrown instanceof CommandFailure || thrown instanceof CancelledError) throw thrown
    throw new CommandFailure(words(asDomainError(thrown)))
  }
}

function requestFailure(fault: { readonly status: number; readonly message: string }, error: DomainError): string {
  const id = error.details.requestId
  return `${fault.message} (HTTP ${fault.status})${typeof id === 'string' ? ` (Request-ID: ${id})` : ''}`
}

function exceptionName(status: number): string {
  if (status === 400) return 'BadRequestException'
  if (status === 404) return 'ResourceNotFound'
  return status === 409 ? 'ConflictException' : 'HttpException'
}

/** Whether a lookup by id may go on to look by name: anything but an answer that ends the command. */
export function isMiss(thrown: unknown): boolean {
  return thrown instanceof DomainError && !(thrown instanceof CancelledError)
}
