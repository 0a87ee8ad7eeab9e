import { asDomainError, type DomainCode } from '#kernel/errors/domain-error.ts'

/** Linux numbers and texts: an `rbd` exit code is the errno. */
const errnos = {
  EPERM: [1, 'Operation not permitted'],
  ENOENT: [2, 'No such file or directory'],
  EIO: [5, 'Input/output error'],
  EACCES: [13, 'Permission denied'],
  EBUSY: [16, 'Device or resource busy'],
  EEXIST: [17, 'File exists'],
  EXDEV: [18, 'Invalid cross-device link'],
  ENOTDIR: [20, 'Not a directory'],
  EISDIR: [21, 'Is a directory'],
  EINVAL: [22, 'Invalid argument'],
  ENOTTY: [25, 'Inappropriate ioctl for device'],
  EFBIG: [27, 'File too large'],
  ENOSPC: [28, 'No space left on device'],
  EROFS: [30, 'Read-only file system'],
  EMLINK: [31, 'Too many links'],
  EDOM: [33, 'Numerical argument out of domain'],
  ERANGE: [34, 'Numerical result out of range'],
  ENOSYS: [38, 'Function not implemented'],
  ENOTEMPTY: [39, 'Directory not empty'],
  EBADMSG: [74, 'Bad message'],
  EOPNOTSUPP: [95, 'Operation not supported'],
  ESHUTDOWN: [108, 'Cannot send after transport endpoint shutdown'],
  ETIMEDOUT: [110, 'Connection timed out'],
  EDQUOT: [122, 'Disk quota exceeded'],
  ECANCELED: [125, 'Operation canceled'],
} as const

export type ErrnoName = keyof typeof errnos

export interface Errno {
  readonly name: ErrnoName
  readonly number: number
  /** `(2) No such file or directory` */
  readonly text: string
}

export function errno(name: ErrnoName): Errno {
  const [number, text] = errnos[name]
  return { name, number, text: `(${number}) ${text}` }
}

const byDomainCode: Readonly<Record<DomainCode, ErrnoName>> = {
  invalid_argument: 'EINVAL',
  out_of_range: 'EDOM',
  unauthenticated: 'EACCES',
  forbidden: 'EPERM',
  not_found: 'ENOENT',
  already_exists: 'EEXIST',
  conflict: 'EBUSY',
  aborted: 'EBUSY',
  no_space: 'ENOSPC',
  quota_exceeded: 'EDQUOT',
  unsupported: 'ENOSYS',
  unavailable: 'ETIMEDOUT',
  deadline: 'ETIMEDOUT',
  cancelled: 'ECANCELED',
  corrupt: 'EIO',
  internal: 'EIO',
}

/** The errno of any failure: the port's own where it names one, the system's for files, else by domain code. */
export function errnoOf(thrown: unknown): Errno {
  const systemName = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (isErrnoName(systemName)) return errno(systemName)
  const error = asDomainError(thrown)
  return errno(isErrnoName(error.details.errno) ? error.details.errno : byDomainCode[error.code])
}

/** Which rule was broken, where several share an errno. */
export function reasonOf(thrown: unknown): unknown {
  return asDomainError(thrown).details.reason
}

function isErrnoName(name: unknown): name is ErrnoName {
  return typeof name === 'string' && Object.hasOwn(errnos, name)
}
