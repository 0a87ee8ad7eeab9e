import { UnsupportedError } from '#kernel/errors/domain-error.ts'
import { invalid } from './refusals.ts'

/** In the order of their bits, which is how every listing shows them. */
const supported = ['layering', 'exclusive-lock', 'object-map', 'fast-diff', 'deep-flatten'] as const
/** Real features that the simulator does not have. */
const unsupported = ['striping', 'journaling', 'data-pool', 'operations', 'migrating', 'non-primary']

export const defaultFeatures: readonly string[] = supported

/**
 * Checks a feature list and puts it in order. `fast-diff` without `object-map` is dropped without a word, as librbd
 * does (golden/rbd 02).
 *
 * @throws InvalidArgumentError (EINVAL) for an unknown name, or object-map without exclusive-lock
 * @throws UnsupportedError (ENOSYS) for a real feature that is not simulated
 */
export function checkedFeatures(requested: readonly string[] = defaultFeatures): readonly string[] {
  for (const feature of requested) {
    if (unsupported.includes(feature)) {
      throw new UnsupportedError(`image feature ${feature} is not simulated`, { errno: 'ENOSYS', feature })
    }
    if (!(supported as readonly string[]).includes(feature))
      throw invalid(`unknown image feature ${feature}`, { feature })
  }
  if (requested.includes('object-map') && !requested.includes('exclusive-lock')) {
    throw invalid('object-map needs exclusive-lock')
  }
  return supported.filter(
    (feature) => requested.includes(feature) && (feature !== 'fast-diff' || requested.includes('object-map')),
  )
}
