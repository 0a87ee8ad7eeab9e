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
  readonly id?: string | undefined
  readonly pool: string | undefined
  readonly namespace: string | undefined
  readonly image: string | undefined
  readonly snapshot: string | undefined
}

/** What an image is opened by is said once: by its name, or by `--image-id`. */
export const nameAndId = misused('trying to access image using both name and id. ')

/** An image's head: a snapshot in the spec is a mistake. */
export function imageTarget(args: CommandArguments, position = 0): Target {
  const parts = sourceParts(args, position)
  if (parts.image !== undefined && parts.snapshot !== undefined) {
    throw misused("snapshot name specified for a command that doesn't use it")
  }
  return complete(parts)
}

/** An image in the trash, by its id: `[pool/[namespace/]]id`, or `--image-id`. */
export function trashedTarget(args: CommandArguments): Target & { readonly id: string } {
  const text = args.get('image-id') ?? args.positionals[0]
  if (text === undefined) throw misused('image id was not specified')
  const { pool, namespace, image, snapshot } = parseParts(text)
  if (image === undefined || snapshot !== undefined) throw misused(`invalid spec '${text}'`)
  const parts = { pool: pool ?? args.get('pool'), namespace: namespace ?? args.get('namespace') }
  return { ...complete({ ...parts, image, snapshot }), id: image }
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
  const text = destinationText(args, position)
  const parsed = text === undefined ? undefined : parseParts(text)
  if (parsed?.snapshot !== undefined) {
    throw misused("destination snapshot name specified for a command that doesn't use it")
  }
  const image = parsed?.image ?? defaults.image
  if (image === undefined) throw misused('destination image name was not specified')
  const pool = parsed?.pool ?? args.get('dest-pool') ?? defaults.pool
  const namespace = parsed?.namespace ?? args.get('dest-namespace') ?? defaults.namespace
  return { pool: pool ?? defaultPool, ...inNamespace(namespace), image, poolIsDefault: pool === undefined }
}

/** The argument behind the source, which is the first where `--image` named the source. */
function destinationText(args: CommandArguments, position: number): string | undefined {
  return args.positionals[args.has('image') ? position - 1 : position] ?? args.get('dest')
}

/** What `snap rename` renames to, in the pool of `source` unless another is named. */
export function destinationSnapshot(args: CommandArguments, position: number, source: Target): SnapshotTarget {
  const text = destinationText(args, position)
  const parsed = text === undefined ? undefined : parseParts(text)
  const image = parsed?.image
  const snapshot = parsed?.snapshot ?? args.get('dest-snap')
  if (image === undefined) throw misused('destination image name was not specified')
  if (snapshot === undefined) throw misused('destination snapshot name was not specified')
  const pool = parsed?.pool ?? args.get('dest-pool') ?? source.pool
  const namespace = parsed?.namespace ?? args.get('dest-namespace') ?? source.namespace
  return { pool, ...inNamespace(namespace), image, snapshot, poolIsDefault: false }
}

/** The pool of `ls` and `du`, with its name space: an argument `pool[/namespace]`, or `--pool` and `--namespace`. */
export function poolTarget(args: CommandArguments): Target {
  const [pool, namespace] = args.positionals[0]?.split('/') ?? []
  return {
    pool: pool ?? args.get('pool') ?? defaultPool,
    ...inNamespace(namespace ?? args.get('namespace')),
    image: '',
    poolIsDefault: pool === undefined && args.get('pool') === undefined,
  }
}

/** Without what only this command line knows of it. */
export function headOf({ pool, namespace, image, id }: RbdImageSpec): RbdImageSpec {
  return { pool, ...inNamespace(namespace), image, ...(id !== undefined && { id }) }
}
export function specOf({ snapshot, ...image }: RbdSpec): RbdSpec {
  return snapshot === undefined ? headOf(image) : { ...headOf(image), snapshot }
}
export function snapshotOf({ snapshot, ...image }: RbdSnapshotSpec): RbdSnapshotSpec {
  return { ...headOf(image), snapshot }
}

function inNamespace(namespace: string | undefined): { namespace?: string } {
  return namespace ? { namespace } : {}
}

/** What opening an image says when it fails: of the pool, the image, or the snapshot. */
export function openFailure(thrown: unknown, { image, id, ...target }: Target): CommandFailure {
  return (
    poolFailure(thrown, target) ??
    (reasonOf(thrown) === 'snapshot_missing'
      ? new CommandFailure(2, `error setting snapshot context: ${errno('ENOENT').text}`)
      : failedWith(`error opening image ${id === undefined ? image : `with id ${id}`}`, errnoOf(thrown)))
  )
}

/** Set when the failure was that the pool of `target` is not there. */
export function poolFailure(
  thrown: unknown,
  { pool, namespace, poolIsDefault }: Pick<Target, 'pool' | 'namespace' | 'poolIsDefault'>,
): CommandFailure | undefined {
  if (reasonOf(thrown) === 'namespace_missing')
    return new CommandFailure(2, `rbd: namespace '${namespace}' does not exist.`)
  if (reasonOf(thrown) !== 'pool_missing') return undefined
  if (!poolIsDefault) return failedWith(`error opening pool '${pool}'`, errno('ENOENT'))
  const advice = 'Ensure that the default pool has been created or specify an alternate pool name.'
  return new CommandFailure(2, `rbd: error opening default pool '${pool}'\n${advice}`)
}

/**
 * `--image`, which may be a whole spec too, or else the argument; the options fill in what it leaves open. With
 * `--image-id`, where a command takes it, an image is also found in the trash.
 */
function sourceParts(args: CommandArguments, position: number): Parts {
  const text = args.get('image') ?? args.positionals[position]
  const parsed = text === undefined ? undefined : parseParts(text)
  const id = args.get('image-id')
  if (id !== undefined) {
    if (parsed?.image !== undefined) throw nameAndId
    return { pool: args.get('pool'), namespace: args.get('namespace'), image: id, id, snapshot: args.get('snap') }
  }
  return {
    pool: parsed?.pool ?? args.get('pool'),
    namespace: parsed?.namespace ?? args.get('namespace'),
    image: parsed?.image,
    snapshot: parsed?.snapshot ?? args.get('snap'),
  }
}

function complete({ pool, namespace, image, id, snapshot }: Parts): Target {
  if (image === undefined) throw misused('image name was not specified')
  const named = { image, ...(id !== undefined && { id }) }
  const place = { pool: pool ?? defaultPool, ...inNamespace(namespace), ...named, poolIsDefault: pool === undefined }
  return snapshot === undefined ? place : { ...place, snapshot }
}

/** `[pool/[namespace/]]image[@snapshot]`. */
function parseParts(text: string): Parts {
  const match = /^(?:([^/@]+)\/(?:([^/@]+)\/)?)?([^/@]+)(?:@([^/@]+))?$/.exec(text)
  if (!match) throw misused(`invalid spec '${text}'`)
  const [, pool, namespace, image, snapshot] = match
  return { pool, namespace, image, snapshot }
}
