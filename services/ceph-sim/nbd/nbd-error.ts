import { asDomainError, type DomainCode } from '#kernel/errors/domain-error.ts'
import { type NbdErrno, nbdErrno } from './protocol.ts'

/** librbd's errno names that the protocol has other words for. */
const byErrno: Readonly<Record<string, NbdErrno>> = {
  EPERM: nbdErrno.EPERM,
  EACCES: nbdErrno.EPERM,
  EROFS: nbdErrno.EPERM,
  EINVAL: nbdErrno.EINVAL,
  EDOM: nbdErrno.EINVAL,
  ENOSPC: nbdErrno.ENOSPC,
  EDQUOT: nbdErrno.ENOSPC,
  EOPNOTSUPP: nbdErrno.ENOTSUP,
  ENOSYS: nbdErrno.ENOTSUP,
  ESHUTDOWN: nbdErrno.ESHUTDOWN,
}

const byCode: Readonly<Record<DomainCode, NbdErrno>> = {
  invalid_argument: nbdErrno.EINVAL,
  out_of_range: nbdErrno.EINVAL,
  unauthenticated: nbdErrno.EPERM,
  forbidden: nbdErrno.EPERM,
  not_found: nbdErrno.EIO,
  already_exists: nbdErrno.EIO,
  conflict: nbdErrno.EIO,
  aborted: nbdErrno.EIO,
  no_space: nbdErrno.ENOSPC,
  quota_exceeded: nbdErrno.ENOSPC,
  unsupported: nbdErrno.ENOTSUP,
  unavailable: nbdErrno.EIO,
  deadline: nbdErrno.EIO,
  cancelled: nbdErrno.ESHUTDOWN,
  corrupt: nbdErrno.EIO,
  internal: nbdErrno.EIO,
}

/** A failed request as its client hears of it: one of the few errors that the protocol knows, and a text for people. */
export interface NbdFailure {
  readonly error: NbdErrno
  readonly message: string
}

export function nbdFailureOf(thrown: unknown): NbdFailure {
  const { code, details, message } = asDomainError(thrown)
  const known = typeof details.errno === 'string' ? byErrno[details.errno] : undefined
  return { error: known ?? byCode[code], message }
}
