import { invalid } from '../refusals.ts'

/** Every feature in the order of its bit, which is how every listing shows them. */
const features = [
  'layering',
  'striping',
  'exclusive-lock',
  'object-map',
  'fast-diff',
  'deep-flatten',
  'journaling',
  'data-pool',
  'operations',
  'migrating',
  'non-primary',
] as const
type Feature = (typeof features)[number]

/** What an image has or has not by what it is, whatever its creator asks for. */
const implied: readonly string[] = ['striping', 'data-pool', 'operations', 'migrating', 'non-primary']
/** What can be switched on and off, and what only off. */
const switchable: readonly string[] = ['exclusive-lock', 'object-map', 'fast-diff', 'journaling']
const onlyOff: readonly string[] = ['deep-flatten']
/** One cannot be had without the other. */
const together: readonly string[] = ['object-map', 'fast-diff']
const needLock: readonly string[] = ['object-map', 'fast-diff', 'journaling']

/** What may not be trusted of an image whose object map was switched on after it was written to. */
export const objectMapFlags: readonly string[] = ['object map invalid', 'fast diff invalid']

export function isFeature(name: string): boolean {
  return (features as readonly string[]).includes(name)
}

/** Their sum is what Ceph keeps. */
export function featureBits(names: Iterable<string>): number {
  let bits = 0
  for (const name of new Set(names)) bits += 2 ** features.indexOf(name as Feature)
  return bits
}

export function featuresOfBits(bits: number): readonly string[] {
  return features.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1)
}

/**
 * The features of a new image. object-map and fast-diff come together: with the first the second is added, without it
 * dropped without a word (golden/rbd 02). What only follows from the image's layout is added and never asked for.
 *
 * @throws InvalidArgumentError (EINVAL) for an unknown name, and for what needs exclusive-lock and comes without
 */
export function newFeatures(
  requested: readonly string[],
  layout: { readonly isStriped: boolean; readonly hasDataPool: boolean },
): readonly string[] {
  for (const feature of requested)
    if (!isFeature(feature)) throw invalid(`unknown image feature ${feature}`, { feature })
  const chosen = new Set(requested.filter((feature) => !implied.includes(feature)))
  if (chosen.has('object-map')) chosen.add('fast-diff')
  else chosen.delete('fast-diff')
  assertLock(chosen)
  if (layout.isStriped) chosen.add('striping')
  if (layout.hasDataPool) chosen.add('data-pool')
  return sorted(chosen)
}

/**
 * An image's features after `rbd feature enable`; what it adds.
 *
 * @throws InvalidArgumentError (EINVAL) for none, for what cannot be switched on, is on already or needs exclusive-lock
 */
export function enabledFeatures(
  present: readonly string[],
  requested: readonly string[],
): { readonly features: readonly string[]; readonly added: readonly string[] } {
  const added = withCompanions(requested)
  assertSwitchable(added, switchable)
  if (added.some((feature) => present.includes(feature))) throw invalid('a feature is enabled already')
  const chosen = new Set([...present, ...added])
  assertLock(chosen)
  return { features: sorted(chosen), added }
}

/** The same for `rbd feature disable`; exclusive-lock goes last. */
export function disabledFeatures(present: readonly string[], requested: readonly string[]): readonly string[] {
  const removed = withCompanions(requested)
  assertSwitchable(removed, [...switchable, ...onlyOff])
  if (removed.some((feature) => !present.includes(feature))) throw invalid('a feature is disabled already')
  const chosen = new Set(present.filter((feature) => !removed.includes(feature)))
  assertLock(chosen)
  return sorted(chosen)
}

/** What an image may have that many clients write to at once. */
export function sharableFeatures(requested: readonly string[]): readonly string[] {
  return requested.filter((feature) => feature !== 'exclusive-lock' && !needLock.includes(feature))
}

function withCompanions(requested: readonly string[]): readonly string[] {
  const isOne = requested.some((feature) => together.includes(feature))
  return [...new Set([...requested, ...(isOne ? together : [])])]
}

function assertSwitchable(requested: readonly string[], allowed: readonly string[]): void {
  if (requested.length === 0) throw invalid('no feature was named')
  for (const feature of requested) {
    if (!allowed.includes(feature)) throw invalid(`image feature ${feature} cannot be changed`, { feature })
  }
}

function assertLock(chosen: ReadonlySet<string>): void {
  if (chosen.has('exclusive-lock')) return
  const feature = needLock.find((each) => chosen.has(each))
  if (feature !== undefined) throw invalid(`${feature} needs exclusive-lock`, { feature })
}

function sorted(chosen: ReadonlySet<string>): readonly string[] {
  return features.filter((feature) => chosen.has(feature))
}
