import type { RbdImageSpec, RbdSpec } from '../../rbd.ts'
import type { ImageAttributesSet } from '../changes.ts'
import { objectCountOf } from '../content/striping.ts'
import { findImage, findReadable, type Readable } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { invalid } from '../refusals.ts'
import type { ClusterState } from '../state.ts'
import { disabledFeatures, enabledFeatures, objectMapFlags } from './features.ts'

/**
 * An object map that is switched on knows nothing of what was written before: it is flagged, for the head and for all
 * snapshots, until it is rebuilt.
 *
 * @throws InvalidArgumentError (EINVAL); see `enabledFeatures`
 */
export function planEnableFeatures(
  state: ClusterState,
  spec: RbdImageSpec,
  requested: readonly string[],
): Plan<ImageAttributesSet> {
  const image = findImage(state, spec)
  const { features, added } = enabledFeatures(image.features, requested)
  const flags = added.includes('object-map') && { flags: { of: 'all', names: objectMapFlags } as const }
  return plan({ kind: 'image-attributes-set', image: image.id, features, ...flags })
}

/** @throws InvalidArgumentError (EINVAL); see `disabledFeatures` */
export function planDisableFeatures(
  state: ClusterState,
  spec: RbdImageSpec,
  requested: readonly string[],
): Plan<ImageAttributesSet> {
  const image = findImage(state, spec)
  const features = disabledFeatures(image.features, requested)
  const flags = !features.includes('object-map') && { flags: { of: 'all', names: [] } as const }
  return plan({ kind: 'image-attributes-set', image: image.id, features, ...flags })
}

/** Of the head or of one snapshot. @throws InvalidArgumentError (EINVAL) when the image has no object map */
export function planRebuildObjectMap(state: ClusterState, spec: RbdSpec): Plan<ImageAttributesSet> {
  const { image, snapshot } = readableWithObjectMap(state, spec)
  const flags = { of: snapshot?.id ?? 'head', names: [] } as const
  const { cost, change } = plan({ kind: 'image-attributes-set', image: image.id, flags })
  return { change, cost: { ...cost, objects: objectCountOf(image, (snapshot ?? image).sizeBytes) } }
}

/** @throws InvalidArgumentError (EINVAL) when the image has no object map */
export function readableWithObjectMap(state: ClusterState, spec: RbdSpec): Readable {
  const readable = findReadable(state, spec)
  if (!readable.image.features.includes('object-map')) throw invalid(`image ${spec.image} has no object map`)
  return readable
}

function plan(change: ImageAttributesSet): Plan<ImageAttributesSet> {
  return { change, cost: metadataCost }
}
