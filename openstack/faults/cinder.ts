import type { DomainCode, DomainError } from '#kernel/errors/domain-error.ts'

/** An error answer of Cinder or Nova: `{"badRequest": {"code": 400, "message": "..."}}`. */
export interface ComputeFault {
  readonly status: number
  /** The body's only key. */
  readonly name: string
  readonly message: string
}

/**
 * Cinder calls a volume in the wrong status a bad request (`Invalid volume: ...`, 400), where Nova says conflict. Its
 * quotas answer 413.
 * @see openstack/cinder cinder/exception.py: InvalidVolume, InvalidSnapshot, QuotaError
 */
const cinderStatus: Readonly<Record<DomainCode, readonly [number, string]>> = {
  invalid_argument: [400, 'badRequest'],
  out_of_range: [400, 'badRequest'],
  unauthenticated: [401, 'unauthorized'],
  forbidden: [403, 'forbidden'],
  not_found: [404, 'itemNotFound'],
  already_exists: [409, 'conflictingRequest'],
  conflict: [400, 'badRequest'],
  aborted: [409, 'conflictingRequest'],
  no_space: [413, 'overLimit'],
  quota_exceeded: [413, 'overLimit'],
  unsupported: [501, 'notImplemented'],
  unavailable: [503, 'serviceUnavailable'],
  deadline: [504, 'gatewayTimeout'],
  cancelled: [499, 'clientClosedRequest'],
  corrupt: [500, 'computeFault'],
  internal: [500, 'computeFault'],
}

export function cinderFault(error: DomainError): ComputeFault {
  const [status, name] = cinderStatus[error.code]
  return { status, name, message: error.message }
}

/** The JSON body of a fault. */
export function computeFaultBody(fault: ComputeFault): string {
  return JSON.stringify({ [fault.name]: { code: fault.status, message: fault.message } })
}
