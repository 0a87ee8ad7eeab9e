import type { DiskState } from '../scenario/run-result.ts'
import type { ImageRecord } from '../scenario/world.ts'

/** A disk or snapshot of one cluster and what was cloned from it. */
export interface LineageTree {
  readonly site: string
  /** `images/8083c7e7-...@snap` */
  readonly name: string
  /** The Glance image's name, for its RBD image. */
  readonly label?: string
  readonly sizeBytes: number
  readonly children: readonly LineageTree[]
}

/** A tree per RBD image without parent: its snapshots, their clones, and so on. Ordered by site and name. */
export function buildLineage(disks: readonly DiskState[], images: readonly ImageRecord[]): readonly LineageTree[] {
  const names = new Map(images.map(({ id, name }) => [id, name]))
  const grow = (disk: DiskState): LineageTree => {
    const name = nameOf(disk)
    const label = disk.snapshot === undefined ? names.get(disk.image) : undefined
    const offspring = disks.filter((other) =>
      disk.snapshot === undefined
        ? other.site === disk.site &&
          other.pool === disk.pool &&
          other.image === disk.image &&
          other.snapshot !== undefined
        : other.site === disk.site && other.snapshot === undefined && other.parent === name,
    )
    return {
      site: disk.site,
      name,
      ...(label !== undefined && { label }),
      sizeBytes: disk.sizeBytes,
      children: offspring.map(grow),
    }
  }
  return disks.filter(({ snapshot, parent }) => snapshot === undefined && parent === undefined).map(grow)
}

function nameOf({ pool, image, snapshot }: DiskState): string {
  return snapshot === undefined ? `${pool}/${image}` : `${pool}/${image}@${snapshot}`
}
