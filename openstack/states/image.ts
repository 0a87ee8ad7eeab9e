import { ConflictError } from '#kernel/errors/domain-error.ts'

/** @see openstack/glance glance/domain/__init__.py, valid_state_targets */
const transitions = {
  queued: ['saving', 'uploading', 'importing', 'active', 'deleted'],
  saving: ['active', 'killed', 'deleted', 'queued'],
  uploading: ['importing', 'queued', 'deleted'],
  importing: ['active', 'deleted', 'queued'],
  active: ['pending_delete', 'deleted', 'deactivated'],
  killed: ['deleted'],
  pending_delete: ['deleted'],
  deleted: [],
  deactivated: ['active', 'deleted'],
} as const satisfies Record<string, readonly string[]>

export type ImageStatus = keyof typeof transitions

/** @throws ConflictError with Glance's text when the move is not legal */
export function moveImage(from: ImageStatus, to: ImageStatus): ImageStatus {
  if (from !== to && !(transitions[from] as readonly string[]).includes(to)) {
    throw new ConflictError(`Image status transition from ${from} to ${to} is not allowed`, { from, to })
  }
  return to
}
