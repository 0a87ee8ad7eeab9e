import type { ByteRange } from '../rbd.ts'

/** One thing that a check of a cluster's directory has to say. */
export interface Finding {
  /**
   * - `damage`: something is not what was written, or is gone;
   * - `leftover`: what a process that died left behind; the next start of the cluster clears it away;
   * - `unverified`: nothing is known to be wrong, but no checksum vouches for these bytes.
   */
  readonly kind: 'damage' | 'leftover' | 'unverified'
  /** In the directory: `journal.3`, `layers/12.data`. */
  readonly file: string
  readonly offset?: number
  readonly lengthBytes?: number
  readonly message: string
  /** Who shows these bytes, and where in them they are. */
  readonly images?: readonly ShownAt[]
  /** Set by a repair: what was done. */
  readonly repaired?: string
}

/** `images/a` or `images/a@snap`. */
export interface ShownAt {
  readonly image: string
  readonly ranges: readonly ByteRange[]
}

/** One line: where, what, whose. */
export function formatFinding({ file, offset, lengthBytes, message, images, repaired }: Finding): string {
  const length = lengthBytes === undefined ? '' : `, ${lengthBytes} bytes`
  const where = offset === undefined ? file : `${file}: offset ${offset}${length}`
  const whose =
    images === undefined ? '' : `; ${images.length > 0 ? images.map(formatShown).join(', ') : 'no image shows them'}`
  return `${where}: ${message}${whose}${repaired === undefined ? '' : `: ${repaired}`}`
}

function formatShown({ image, ranges }: ShownAt): string {
  const where = ranges.map(({ offset, lengthBytes }) => `${offset}+${lengthBytes}`)
  return `${image} at ${where.join(' ')}`
}
