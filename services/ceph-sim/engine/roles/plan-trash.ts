import type { TrashedImageSpec } from '../../port/trash.ts'
import type { RbdImageSpec } from '../../rbd.ts'
import type { ImageRemoved, ImageRestored, ImageTrashed, Several } from '../changes.ts'
import { assertImageName, planRemoval } from '../images/plan-images.ts'
import { findImage, findImages, findTrashed } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { imageExists, imageMissing, invalid, isDeferred } from '../refusals.ts'
import type { ClusterState, ImageState } from '../state.ts'
import { assertNotFull } from '../status/capacity.ts'

/** Anything but a trashed image may go to the trash: snapshots, clones and watchers do not hold it. */
export function planTrash(
  state: ClusterState,
  spec: RbdImageSpec,
  { atMs, deferForMs = 0 }: { atMs: number; deferForMs?: number | undefined },
): Plan<ImageTrashed> {
  const image = findImage(state, spec)
  if (image.trash) throw imageMissing(spec)
  if (!Number.isFinite(deferForMs) || deferForMs < 0) throw invalid(`a deferment cannot take ${deferForMs} ms`)
  assertNotFull(state, image.pool)
  const entry = { source: 'user', deletedMs: atMs, deferredUntilMs: atMs + deferForMs } as const
  return { change: { kind: 'image-trashed', image: image.id, entry }, cost: metadataCost }
}

/** @throws AlreadyExistsError (EEXIST) when the name is taken meanwhile */
export function planRestore(
  state: ClusterState,
  spec: TrashedImageSpec,
  options: { name?: string | undefined },
): Plan<ImageRestored> {
  const image = findTrashed(state, spec)
  if (image.trash?.source === 'migration') throw invalid(`image ${spec.id} is the source of a migration`)
  const name = options.name ?? image.name
  assertImageName(name)
  const { pool, namespace } = spec
  if (findImages(state, pool, namespace).has(name)) throw imageExists({ pool, image: name })
  return { change: { kind: 'image-restored', image: image.id, name }, cost: metadataCost }
}

/** @throws ConflictError: EPERM before the deferment ends, unless forced; else as `planRemove` */
export function planTrashRemoval(
  state: ClusterState,
  spec: TrashedImageSpec,
  { atMs, force }: { atMs: number; force?: boolean | undefined },
): Plan<ImageRemoved | Several> {
  const image = findTrashed(state, spec)
  if (!force && isHeld(image, atMs)) throw isDeferred(spec)
  if (image.migration) throw invalid(`image ${spec.id} is the source of a migration`)
  return planRemoval(image)
}

function isHeld({ trash }: ImageState, atMs: number): boolean {
  return trash !== undefined && trash.deferredUntilMs > atMs
}
