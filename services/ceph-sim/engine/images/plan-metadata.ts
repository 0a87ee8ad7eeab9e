import type { RbdImageSpec } from '../../rbd.ts'
import type { ImageAttributesSet } from '../changes.ts'
import { findOption, isImageOption, overridePrefix } from '../config/config-options.ts'
import { normalizedValue } from '../config/config-values.ts'
import { findImage } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { invalid, metadataMissing } from '../refusals.ts'
import type { ClusterState, ImageState } from '../state.ts'

type Metadata = Readonly<Record<string, string>>

/** @throws InvalidArgumentError (EINVAL) for a key `conf_OPTION` that overrides no option of images, or not so */
export function planSetMetadata(
  state: ClusterState,
  spec: RbdImageSpec,
  { key, value }: { key: string; value: string },
): Plan<ImageAttributesSet> {
  const image = findImage(state, spec)
  if (key.startsWith(overridePrefix) && key !== overridePrefix) assertOverride(key.slice(overridePrefix.length), value)
  return metadataPlan(image, withEntry(image.metadata, key, value))
}

/** @throws NotFoundError (ENOENT) */
export function planRemoveMetadata(state: ClusterState, spec: RbdImageSpec, key: string): Plan<ImageAttributesSet> {
  const image = findImage(state, spec)
  if (!Object.hasOwn(image.metadata, key)) throw metadataMissing(key)
  return metadataPlan(image, withoutEntry(image.metadata, key))
}

/** @throws NotFoundError (ENOENT) */
export function metadataValue(metadata: Metadata, key: string): string {
  if (!Object.hasOwn(metadata, key)) throw metadataMissing(key)
  return metadata[key]!
}

/** Sorted by key, which is how they are kept and listed. */
export function withEntry(metadata: Metadata, key: string, value: string): Metadata {
  const entries = Object.entries(metadata).filter(([other]) => other !== key)
  return Object.fromEntries([...entries, [key, value] as const].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function withoutEntry(metadata: Metadata, key: string): Metadata {
  return Object.fromEntries(Object.entries(metadata).filter(([other]) => other !== key))
}

function assertOverride(name: string, value: string): void {
  const option = findOption(name)
  if (!option || !isImageOption(name)) throw invalid(`${name} cannot be overridden by an image`, { option: name })
  normalizedValue(name, option, value)
}

function metadataPlan(image: ImageState, metadata: Metadata): Plan<ImageAttributesSet> {
  return { change: { kind: 'image-attributes-set', image: image.id, metadata }, cost: metadataCost }
}
