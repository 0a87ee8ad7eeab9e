import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'

/** @see openstack/cinder cinder/objects/fields.py, VolumeStatus */
export type VolumeStatus =
  | 'creating'
  | 'available'
  | 'reserved'
  | 'attaching'
  | 'in-use'
  | 'detaching'
  | 'downloading'
  | 'deleting'
  | 'error'
  | 'error_deleting'

/** @see openstack/cinder cinder/objects/fields.py, SnapshotStatus */
export type SnapshotStatus = 'creating' | 'available' | 'deleting' | 'error' | 'error_deleting'

/**
 * Whether a snapshot may be taken now: `available` always, `in-use` only by force (before API 3.66).
 * @throws InvalidArgumentError with Cinder's text
 */
export function requireSnapshotable(volumeId: string, status: VolumeStatus, force: boolean): void {
  if (status === 'available' || (force && status === 'in-use')) return
  throw new InvalidArgumentError(
    `Invalid volume: Volume ${volumeId} status must be available, but current status is: ${status}.`,
    { volumeId, status },
  )
}

/** @throws InvalidArgumentError with Cinder's text */
export function requireDeletable(status: VolumeStatus, facts: { attached: boolean; snapshots: number }): void {
  const legal: readonly VolumeStatus[] = ['available', 'error', 'error_deleting']
  if (legal.includes(status) && !facts.attached && facts.snapshots === 0) return
  throw new InvalidArgumentError(
    'Invalid volume: Volume status must be available or error or error_restoring or error_extending or error_managing ' +
      'and must not be migrating, attached, belong to a group, have snapshots, awaiting a transfer, or be disassociated ' +
      'from snapshots after volume transfer.',
    { status, snapshots: facts.snapshots },
  )
}
