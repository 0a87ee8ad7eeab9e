import type { CallOptions, Rbd, RbdImageSpec, RbdSnapshotSpec, RbdSpec } from '#ceph-sim/rbd.ts'

/*
 * Volumes cloned from volumes. Cinder hangs `volume-<new>` on the snapshot `volume-<new>.clone_snap` of its source, and
 * renames a source that is deleted first to `<source>.deleted`:
 *
 *   volume-A.deleted  <-  @volume-B.clone_snap  <-  volume-B  <-  @volume-C.clone_snap  <-  volume-C
 *
 * Parents by any other snapshot (of an image, of a volume's own snapshot) are not links of such a chain.
 */

const cloneSuffix = '.clone_snap'
const deletedSuffix = '.deleted'

export const isCloneSnapshot = (snapshot: string): boolean => snapshot.endsWith(cloneSuffix)

/** The snapshot of the source that a new volume hangs on. */
export function cloneSnapshot(source: RbdImageSpec, target: RbdImageSpec): RbdSnapshotSpec {
  return { ...source, snapshot: `${target.image}${cloneSuffix}` }
}

/**
 * The clone snapshot that a volume hangs on, or undefined when it is not a volume's clone. A flattened clone may still
 * have snapshots that hang on the old parent: name one to look there.
 */
export async function cloneParent(
  rbd: Rbd,
  volume: RbdSpec,
  options: CallOptions = {},
): Promise<RbdSnapshotSpec | undefined> {
  const { parent } = await rbd.info(volume, options)
  const name = volume.image.endsWith(deletedSuffix) ? volume.image.slice(0, -deletedSuffix.length) : volume.image
  if (parent?.snapshot !== `${name}${cloneSuffix}`) return undefined
  return { pool: parent.pool, image: parent.image, snapshot: parent.snapshot }
}

/** How many volumes a volume hangs on. */
export async function cloneDepth(rbd: Rbd, volume: RbdImageSpec, options: CallOptions = {}): Promise<number> {
  let depth = 0
  for (let at = await cloneParent(rbd, volume, options); at; depth++) {
    at = await cloneParent(rbd, { pool: at.pool, image: at.image }, options)
  }
  return depth
}

/** After a clone is gone: drops the snapshot that it hung on, and `.deleted` volumes that were kept only for it. */
export async function dropCloneReferences(rbd: Rbd, from: RbdSnapshotSpec, options: CallOptions = {}): Promise<void> {
  for (let at: RbdSnapshotSpec | undefined = from; at; ) {
    const volume: RbdImageSpec = { pool: at.pool, image: at.image }
    const next: RbdSnapshotSpec | undefined = await cloneParent(rbd, at, options)
    await rbd.unprotectSnapshot(at, options)
    await rbd.removeSnapshot(at, options)
    const left = await rbd.listSnapshots(volume, options)
    if (left.length > 0 || !volume.image.endsWith(deletedSuffix)) return
    await rbd.removeImage(volume, options)
    at = next
  }
}
