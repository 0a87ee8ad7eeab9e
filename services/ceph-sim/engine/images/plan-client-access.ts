import { ConflictError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { RbdImageSpec } from '../../rbd.ts'
import type { ManualLocksSet, SettingsChanged } from '../changes.ts'
import { findImage } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { invalid } from '../refusals.ts'
import type { ClusterState } from '../state.ts'

/** Locks that were set by hand on an image's header; they survive their clients. Plain data. */
export interface ManualLocks {
  readonly shared: boolean
  readonly tag: string
  readonly lockers: readonly ManualLocker[]
}
export interface ManualLocker {
  readonly id: string
  /** `client.4173` */
  readonly locker: string
  readonly address: string
}

/** `rbd_blocklist_expire_seconds`, and what `ceph osd blocklist add` takes by default: an hour. */
export const blockExpireMs = 3_600_000

/** @throws ConflictError (EBUSY) when it is held, unless shared under the same tag */
export function planAddLock(
  state: ClusterState,
  spec: RbdImageSpec,
  locker: ManualLocker,
  sharedTag: string | undefined,
): Plan<ManualLocksSet> {
  const image = findImage(state, spec)
  const { locks } = image
  const shared = sharedTag !== undefined
  if (locks && !(shared && locks.shared && locks.tag === sharedTag)) throw lockHeld(spec)
  const lockers = [...(locks?.lockers ?? []), locker]
  const change: ManualLocksSet = {
    kind: 'manual-locks-set',
    image: image.id,
    locks: { shared, tag: sharedTag ?? '', lockers },
  }
  return { change, cost: metadataCost }
}

/** @throws NotFoundError (ENOENT) */
export function planBreakLock(
  state: ClusterState,
  spec: RbdImageSpec,
  { id, locker }: { id: string; locker: string },
): Plan<ManualLocksSet> & { readonly broken: ManualLocker } {
  const image = findImage(state, spec)
  const broken = image.locks?.lockers.find((each) => each.id === id && each.locker === locker)
  if (!image.locks || !broken) throw lockMissing(spec, id, locker)
  const lockers = image.locks.lockers.filter((each) => each !== broken)
  const locks = lockers.length === 0 ? null : { ...image.locks, lockers }
  return { change: { kind: 'manual-locks-set', image: image.id, locks }, cost: metadataCost, broken }
}

export function planBlock(
  state: ClusterState,
  { address, untilMs, atMs }: { address: string; untilMs: number; atMs: number },
): Plan<SettingsChanged> {
  if (!/^[\w.:[\]-]+:\d+(\/\d+)?$/.test(address)) throw invalid(`'${address}' is no address of a client`, { address })
  return blocklistChange({ ...blockedAt(state, atMs), [address]: untilMs })
}

/** @throws NotFoundError (ENOENT) */
export function planUnblock(
  state: ClusterState,
  { address, atMs }: { address: string; atMs: number },
): Plan<SettingsChanged> {
  const { [address]: found, ...rest } = blockedAt(state, atMs)
  if (found === undefined)
    throw new NotFoundError(`${address} isn't blocklisted`, { errno: 'ENOENT', address, reason: 'not_blocklisted' })
  return blocklistChange(rest)
}

export function planClearBlocklist(): Plan<SettingsChanged> {
  return blocklistChange({})
}

/** What the list holds at a moment: until when, by address. */
export function blockedAt({ settings }: ClusterState, atMs: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(settings.blocklist).filter(([, untilMs]) => untilMs > atMs))
}

function blocklistChange(blocklist: Readonly<Record<string, number>>): Plan<SettingsChanged> {
  return { change: { kind: 'settings-changed', settings: { blocklist } }, cost: metadataCost }
}

export function lockHeld(spec: RbdImageSpec): ConflictError {
  return new ConflictError(`the lock of ${spec.pool}/${spec.image} is held already`, {
    errno: 'EBUSY',
    reason: 'locked',
    pool: spec.pool,
    image: spec.image,
  })
}

export function lockMissing(spec: RbdImageSpec, id: string, locker: string): NotFoundError {
  return new NotFoundError(`${spec.pool}/${spec.image} has no lock '${id}' of ${locker}`, {
    errno: 'ENOENT',
    reason: 'lock_missing',
    pool: spec.pool,
    image: spec.image,
  })
}
