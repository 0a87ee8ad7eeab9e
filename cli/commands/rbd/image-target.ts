import type { RbdImageSpec, RbdSnapshotSpec, RbdSpec } from '#ceph-sim/rbd.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errno, errnoOf, reasonOf } from './errno.ts'

/** What a command is about, from its spec or from `--pool`, `--image` and `--snap`. */
export interface Target extends RbdSpec {
  /** No pool was named, so this is the default, `rbd`. */
  readonly poolIsDefault: boolean
}
export interface SnapshotTarget extends Target {
  readonly snapshot: string
}

export const defaultPool = 'rbd'

interface Parts {
  readonly pool: string | undefined
  readonly image: string | undefined
  readonly snapshot: string | undefined
}

/** An image's head: a snapshot in the spec is a mistake. */
export function imageTarget(args: CommandArguments, position = 0): Target {
  const parts = sourceParts(args, position)
  if (parts.image !== undefined && parts.snapshot !== undefined) {
    throw misused("snapshot name specified for a command that doesn't use it")
  }
  return complete(parts)
}

/** An image's head or one of its snapshots. */
export function anyTarget(args: CommandArguments): Target {
  return complete(sourceParts(args, 0))
}

export function snapshotTarget(args: CommandArguments): SnapshotTarget {
  const target = complete(sourceParts(args, 0))
  const { snapshot } = target
  if (snapshot === undefined) throw misused('snapshot name was not specified')
  return { ...target, snapshot }
}

/** Where `clone`, `cp`, `mv` and `import` put something: `--dest-pool`, `--dest`, or a spec. */
export function destinationTarget(args: CommandArguments, position: number, defaults: Partial<Parts> = {}): Target {
  const text = args.positionals[position] ?? args.get('dest')
  const parsed = text === undefined ? undefined : parseParts(text)
  if (parsed?.snapshot !== undefined) {
    throw misused("destination snapshot name specified for a command that doesn't use it")
  }
  const image = parsed?.image ?? defaults.image
  if (image === undefined) throw misused('destination image name was not specified')
  const pool = parsed?.pool ?? args.get('dest-pool') ?? defaults.pool
  return { pool: pool ?? defaultPool, image, poolIsDefault: pool === undefined }
}

/** The pool of `ls` and `du`: an argument or `--pool`. */
export function poolTarget(args: CommandArguments): Target {
  const pool = args.positionals[0] ?? args.get('pool')
  return { pool: pool ?? defaultPool, image: '', poolIsDefault: pool === undefined }
}

/** Without what only this command line knows of it. */
export function headOf({ pool, image }: RbdImageSpec): RbdImageSpec {
  return { pool, image }
}
export function specOf({ pool, image, snapshot }: RbdSpec): RbdSpec {
  return snapshot === undefined ? { pool, image } : { pool, image, snapshot }
}
export function snapshotOf({ pool, image, snapshot }: RbdSnapshotSpec): RbdSnapshotSpec {
  return { pool, image, snapshot }
}

/** What opening an image says when it fails: of the pool, the image, or the snapshot. */
export function openFailure(thrown: unknown, { image, ...target }: Target): CommandFailure {
  return (
    poolFailure(thrown, target) ??
    (reasonOf(thrown) === 'snapshot_missing'
      ? new CommandFailure(2, `error setting snapshot context: ${errno('ENOENT').text}`)
      : failedWith(`error opening image ${image}`, errnoOf(thrown)))
  )
}

/** Set when the failure was that the pool of `target` is not there. */
export function poolFailure(
  thrown: unknown,
  { pool, poolIsDefault }: Pick<Target, 'pool' | 'poolIsDefault'>,
): CommandFailure | undefined {
  if (reasonOf(thrown) !== 'pool_missing') return undefined
  if (!poolIsDefault) return failedWith(`error opening pool '${pool}'`, errno('ENOENT'))
  const advice = 'Ensure that the default pool has been created or specify an alternate pool name.'
  return new CommandFailure(2, `rbd: error opening default pool '${pool}'\n${advice}`)
}

/** The argument, or `--image`, which may be a whole spec too; the options fill in what it leaves open. */
function sourceParts(args: CommandArguments, position: number): Parts {
  const text = args.positionals[position] ?? args.get('image')
  const parsed = text === undefined ? undefined : parseParts(text)
  return {
    pool: parsed?.pool ?? args.get('pool'),
    image: parsed?.image,
    snapshot: parsed?.snapshot ?? args.get('snap'),
  }
}

function complete({ pool, image, snapshot }: Parts): Target {
  if (image === undefined) throw misused('image name was not specified')
  const place = { pool: pool ?? defaultPool, image, poolIsDefault: pool === undefined }
  return snapshot === undefined ? place : { ...place, snapshot }
}

/** `[pool/[namespace/]]image[@snapshot]`; name spaces are not simulated, so none exists. */
function parseParts(text: string): Parts {
  const match = /^(?:([^/@]+)\/(?:([^/@]+)\/)?)?([^/@]+)(?:@([^/@]+))?$/.exec(text)
  if (!match) throw misused(`invalid spec '${text}'`)
  const [, pool, namespace, image, snapshot] = match
  if (namespace !== undefined) throw new CommandFailure(2, `rbd: namespace '${namespace}' does not exist.`)
  return { pool, image, snapshot }
}
