import { status } from '@grpc/grpc-js'
import type { DomainCode } from './domain-error.ts'

/** A number of the gRPC status space other than OK. */
export type GrpcFailure = Exclude<status, status.OK>

const statusByCode: Readonly<Record<DomainCode, GrpcFailure>> = {
  invalid_argument: status.INVALID_ARGUMENT,
  out_of_range: status.OUT_OF_RANGE,
  unauthenticated: status.UNAUTHENTICATED,
  forbidden: status.PERMISSION_DENIED,
  not_found: status.NOT_FOUND,
  already_exists: status.ALREADY_EXISTS,
  conflict: status.FAILED_PRECONDITION,
  aborted: status.ABORTED,
  no_space: status.RESOURCE_EXHAUSTED,
  quota_exceeded: status.RESOURCE_EXHAUSTED,
  unsupported: status.UNIMPLEMENTED,
  unavailable: status.UNAVAILABLE,
  deadline: status.DEADLINE_EXCEEDED,
  cancelled: status.CANCELLED,
  corrupt: status.DATA_LOSS,
  internal: status.INTERNAL,
}

/** What a status means when the far side sent nothing but the status, as gRPC itself or a foreign server does. */
const codeByStatus: Readonly<Record<GrpcFailure, DomainCode>> = {
  [status.CANCELLED]: 'cancelled',
  [status.UNKNOWN]: 'internal',
  [status.INVALID_ARGUMENT]: 'invalid_argument',
  [status.DEADLINE_EXCEEDED]: 'deadline',
  [status.NOT_FOUND]: 'not_found',
  [status.ALREADY_EXISTS]: 'already_exists',
  [status.PERMISSION_DENIED]: 'forbidden',
  // gRPC's own use is a message over the size limit.
  [status.RESOURCE_EXHAUSTED]: 'quota_exceeded',
  [status.FAILED_PRECONDITION]: 'conflict',
  [status.ABORTED]: 'aborted',
  [status.OUT_OF_RANGE]: 'out_of_range',
  [status.UNIMPLEMENTED]: 'unsupported',
  [status.INTERNAL]: 'internal',
  [status.UNAVAILABLE]: 'unavailable',
  [status.DATA_LOSS]: 'corrupt',
  [status.UNAUTHENTICATED]: 'unauthenticated',
}

export function grpcStatusOf(code: DomainCode): GrpcFailure {
  return statusByCode[code]
}

/** A number outside the gRPC status space, and OK given as a failure, mean `internal`. */
export function domainCodeOf(grpcStatus: number): DomainCode {
  return (codeByStatus as Readonly<Record<number, DomainCode | undefined>>)[grpcStatus] ?? 'internal'
}
