/**
 * The closed set of failures that may cross a port. Each wire (gRPC status, HTTP fault, errno) maps from here,
 * never from another wire: see `grpc-status.ts` and `openstack/faults`.
 */
export type DomainCode =
  | 'invalid_argument'
  | 'out_of_range'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'already_exists'
  | 'conflict'
  | 'aborted'
  | 'no_space'
  | 'quota_exceeded'
  | 'unsupported'
  | 'unavailable'
  | 'deadline'
  | 'cancelled'
  | 'corrupt'
  | 'internal'

/** JSON-safe facts about a failure, carried over the wire beside its message. */
export type Details = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Base of every error that a port may throw: a domain code, a message for people, and facts for programs. */
export abstract class DomainError extends Error {
  abstract readonly code: DomainCode
  readonly details: Details

  constructor(message: string, details: Details = {}, options?: ErrorOptions) {
    super(message, options)
    this.details = details
    this.name = new.target.name
  }
}

/** The caller broke the contract: a bad value or shape. */
export class InvalidArgumentError extends DomainError {
  readonly code = 'invalid_argument'
}
/** A number that is valid in form but not in range. */
export class OutOfRangeError extends DomainError {
  readonly code = 'out_of_range'
}
export class UnauthenticatedError extends DomainError {
  readonly code = 'unauthenticated'
}
export class ForbiddenError extends DomainError {
  readonly code = 'forbidden'
}
export class NotFoundError extends DomainError {
  readonly code = 'not_found'
}
export class AlreadyExistsError extends DomainError {
  readonly code = 'already_exists'
}
/** The thing is in the wrong state for the request: busy, protected, in use, read-only. */
export class ConflictError extends DomainError {
  readonly code = 'conflict'
}
/** A race was lost; the same request may succeed when retried. */
export class AbortedError extends DomainError {
  readonly code = 'aborted'
}
export class NoSpaceError extends DomainError {
  readonly code = 'no_space'
}
export class QuotaExceededError extends DomainError {
  readonly code = 'quota_exceeded'
}
/** The real service can do this; the simulator does not. */
export class UnsupportedError extends DomainError {
  readonly code = 'unsupported'
}
/** A site, cluster or link cannot be reached now. */
export class UnavailableError extends DomainError {
  readonly code = 'unavailable'
}
export class DeadlineError extends DomainError {
  readonly code = 'deadline'
}
export class CancelledError extends DomainError {
  readonly code = 'cancelled'
}
/** Stored data failed its check: something on disk is not what was written. */
export class CorruptError extends DomainError {
  readonly code = 'corrupt'
}
/** An invariant of ours is broken: always a bug. */
export class InternalError extends DomainError {
  readonly code = 'internal'
}

type DomainErrorClass = new (message: string, details?: Details, options?: ErrorOptions) => DomainError

const byCode: Readonly<Record<DomainCode, DomainErrorClass>> = {
  invalid_argument: InvalidArgumentError,
  out_of_range: OutOfRangeError,
  unauthenticated: UnauthenticatedError,
  forbidden: ForbiddenError,
  not_found: NotFoundError,
  already_exists: AlreadyExistsError,
  conflict: ConflictError,
  aborted: AbortedError,
  no_space: NoSpaceError,
  quota_exceeded: QuotaExceededError,
  unsupported: UnsupportedError,
  unavailable: UnavailableError,
  deadline: DeadlineError,
  cancelled: CancelledError,
  corrupt: CorruptError,
  internal: InternalError,
}

export const domainCodes = Object.keys(byCode) as readonly DomainCode[]

/** Rebuilds an error from what crossed a wire: its code's class, with the far side's class name kept as `name`. */
export function domainError(code: DomainCode, message: string, details: Details = {}, name?: string): DomainError {
  const error = new byCode[code](message, details)
  if (name) error.name = name
  return error
}

/** Any thrown value as a DomainError; what is not one already becomes `internal`, with the cause kept. */
export function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError')
    return new CancelledError('cancelled', {}, { cause: thrown })
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new InternalError(message, {}, { cause: thrown })
}
