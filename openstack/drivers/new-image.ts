import type { CallOptions, Rbd, RbdImageSpec } from '#ceph-sim/rbd.ts'
import { AlreadyExistsError } from '#kernel/errors/domain-error.ts'
import { hasErrno } from './rbd-errno.ts'
import type { UndoStack } from './undo-stack.ts'

/**
 * Makes an image (`make` creates or clones it) that an unfinished operation removes again. Looks first whether the name
 * is taken, so that a call that is cut off can never lead to the removal of an image that was there before.
 *
 * @throws AlreadyExistsError `RBD image <name> already exists`
 */
export async function makeImage(
  rbd: Rbd,
  image: RbdImageSpec,
  undo: UndoStack,
  make: () => Promise<void>,
  options: CallOptions = {},
): Promise<void> {
  if (await exists(rbd, image, options)) throw alreadyExists(image)
  await undo.make(
    make().catch((error: unknown) => {
      throw hasErrno(error, 'EEXIST') ? alreadyExists(image, error) : error
    }),
    () => rbd.removeImage(image),
  )
}

export function alreadyExists(image: RbdImageSpec, cause?: unknown): AlreadyExistsError {
  return new AlreadyExistsError(`RBD image ${image.image} already exists`, { ...image }, { cause })
}

async function exists(rbd: Rbd, image: RbdImageSpec, options: CallOptions): Promise<boolean> {
  try {
    await rbd.info(image, options)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return false
    throw error
  }
}
