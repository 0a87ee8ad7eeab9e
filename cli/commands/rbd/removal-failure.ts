import { CommandFailure, failedWith } from './command-failure.ts'
import { errnoOf, reasonOf } from './errno.ts'

const purgeAdvice = "these must be deleted with 'rbd snap purge' before the image can be removed."

/** What `rm` and `trash rm` say when an image cannot go; `what` begins their words for the rest. */
export function removalFailure(thrown: unknown, what: string): CommandFailure {
  const code = errnoOf(thrown)
  if (code.name === 'ENOTEMPTY') return new CommandFailure(code.number, `rbd: image has snapshots - ${purgeAdvice}`)
  if (code.name === 'EMLINK') {
    const advice = 'Remove the image from the group and try again.'
    return new CommandFailure(code.number, `rbd: error: image belongs to a group\n${advice}`)
  }
  if (reasonOf(thrown) === 'has_watchers') {
    const advice =
      'This means the image is still open or the client using it crashed. Try again after closing/unmapping it or ' +
      'waiting 30s for the crashed client to timeout.'
    return new CommandFailure(code.number, `rbd: error: image still has watchers\n${advice}`)
  }
  return failedWith(what, code)
}

/** Snapshots that only clones keep cannot be purged. */
export function linkedClonesFailure(thrown: unknown): CommandFailure | undefined {
  if (reasonOf(thrown) !== 'has_linked_clones') return undefined
  const advice = 'these must be deleted or flattened before the image can be removed.'
  return new CommandFailure(39, `rbd: image has snapshots with linked clones - ${advice}`)
}
