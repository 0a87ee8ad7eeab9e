import { GiB } from '#kernel/units/bytes.ts'
import type { ImageRecord, World } from './world.ts'

export interface StoredComparison {
  /** What all stores should have: a shortened hash, and which kind. */
  readonly what: string
  readonly differing: readonly string[]
}

/** Above this, hashing every zero of a sparse image costs more than it tells. */
const fullHashLimitBytes = GiB

/**
 * Reads an image back at several stores. Up to 1 GiB its SHA-512 must be the record's everywhere; a larger image's
 * stores must agree by fingerprint. Where the record has no hash (registered by location), all must be as the first.
 *
 * @throws NotFoundError (or what the world says) when a store's cluster does not have it
 */
export async function compareStored(
  world: World,
  { id, sizeBytes = 0, hashValue }: ImageRecord,
  stores: readonly string[],
): Promise<StoredComparison> {
  const whole = sizeBytes <= fullHashLimitBytes
  const found: { readonly store: string; readonly sum: string; readonly sizeBytes: number }[] = []
  for (const store of stores) {
    if (whole) {
      const { sha512, sizeBytes: stored } = await world.hashAtStore(id, store)
      found.push({ store, sum: sha512, sizeBytes: stored })
    } else {
      const { fingerprint, sizeBytes: stored } = await world.fingerprintAtStore(id, store)
      found.push({ store, sum: fingerprint, sizeBytes: stored })
    }
  }
  const wanted = (whole ? hashValue : undefined) ?? found[0]?.sum ?? ''
  return {
    what: `${whole ? 'sha512' : 'fingerprint'} ${wanted.slice(0, 8)}..`,
    differing: found
      .filter((content) => content.sum !== wanted || content.sizeBytes !== sizeBytes)
      .map(({ store }) => store),
  }
}
