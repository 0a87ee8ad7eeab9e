import { DomainError } from '#kernel/errors/domain-error.ts'

/** The librbd errno names that the drivers act on. */
export type RbdErrno = 'ENOENT' | 'EEXIST' | 'EINVAL' | 'EBUSY' | 'ENOTEMPTY' | 'EPERM' | 'ENOSPC' | 'EDQUOT'

/** Whether an error came from a cluster with this errno. */
export function hasErrno(error: unknown, errno: RbdErrno): boolean {
  return error instanceof DomainError && error.details.errno === errno
}

/** Runs a call whose failure with one of these errnos is as good as success. */
export async function tolerate(call: Promise<void>, ...errnos: readonly RbdErrno[]): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!errnos.some((errno) => hasErrno(error, errno))) throw error
  }
}
