import type { ImageRecord } from './world.ts'

/** A departure from the documented practice: nothing refuses it, the report names it. */
export interface PlacementWarning {
  readonly image: string
  readonly imageId: string
  readonly rule: PlacementRule
  readonly message: string
}
export const placementRules = ['missing-at-hub', 'not-cloneable', 'unknown-hash', 'stuck-importing'] as const
export type PlacementRule = (typeof placementRules)[number]

/** What an operator should know about where images are and in which form. Sorted by image name. */
export function lintPlacement(images: readonly ImageRecord[], hub: string): readonly PlacementWarning[] {
  return [...images]
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
    .flatMap((image) => {
      const stores = image.locations.map(({ store }) => store)
      const warn = (rule: PlacementRule, message: string) => [{ image: image.name, imageId: image.id, rule, message }]
      return [
        ...(stores.length > 0 && !stores.includes(hub)
          ? warn('missing-at-hub', `only at ${stores.join(', ')}: always keep a copy at ${hub}`)
          : []),
        ...(stores.length > 0 && image.diskFormat !== 'raw'
          ? warn('not-cloneable', `${image.diskFormat ?? 'no format'}: RBD clones raw images only, every use copies it`)
          : []),
        ...(image.status === 'active' && image.hashValue === undefined
          ? warn('unknown-hash', 'no hash was recorded')
          : []),
        ...(image.status === 'importing' && !image.locked
          ? warn('stuck-importing', 'importing, with no task at work: only deleting it helps')
          : []),
      ]
    })
}
