import type { DomainCode, DomainError } from '#kernel/errors/domain-error.ts'
import type { ComputeFault } from './cinder.ts'

/**
 * Nova's quotas are a 403, unlike Cinder's.
 * @see openstack/nova nova/api/openstack/wsgi.py, class Fault
 */
const novaStatus: Readonly<Record<DomainCode, readonly [number, string]>> = {
  invalid_argument: [400, 'badRequest'],
  out_of_range: [400, 'badRequest'],
  unauthenticated: [401, 'unauthorized'],
  forbidden: [403, 'forbidden'],
  not_found: [404, 'itemNotFound'],
  already_exists: [409, 'conflictingRequest'],
  conflict: [409, 'conflictingRequest'],
  aborted: [409, 'conflictingRequest'],
  no_space: [413, 'overLimit'],
  quota_exceeded: [403, 'forbidden'],
  unsupported: [501, 'notImplemented'],
  unavailable: [503, 'serviceUnavailable'],
  deadline: [504, 'gatewayTimeout'],
  cancelled: [499, 'clientClosedRequest'],
  corrupt: [500, 'computeFault'],
  internal: [500, 'computeFault'],
}

export function novaFault(error: DomainError): ComputeFault {
  const [status, name] = novaStatus[error.code]
  return { status, name, message: error.message }
}
