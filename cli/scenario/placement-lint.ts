import type { ImageRecord, ServerRecord } from './world.ts'

/** A departure from the documented practice: nothing refuses it, the report names it. */
export interface PlacementWarning {
  readonly image: string
  readonly imageId: string
  readonly rule: PlacementRule
  readonly message: string
}
export const placementRules = [
  'missing-at-hub',
  'not-cloneable',
  'unknown-hash',
  'stuck-importing',
  'refused-boot',
] as const
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

/** Nova's words for a boot that it gave up because no location of the image is in the site's own cluster. */
const refusal = /^Build of instance \S+ aborted: Image (\S+) is unacceptable/

/** For every image whose boots were refused at a site: the command that makes it local there. */
export function adviseOnRefusals(
  servers: readonly ServerRecord[],
  images: readonly ImageRecord[],
): readonly PlacementWarning[] {
  const refused = new Map<string, { imageId: string; zone: string; count: number }>()
  for (const { zone, fault } of servers) {
    const imageId = refusal.exec(fault ?? '')?.[1]
    if (imageId === undefined) continue
    const key = `${imageId} ${zone}`
    refused.set(key, { imageId, zone, count: (refused.get(key)?.count ?? 0) + 1 })
  }
  return [...refused]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { imageId, zone, count }]) => ({
      image: images.find(({ id }) => id === imageId)?.name ?? imageId,
      imageId,
      rule: 'refused-boot' as const,
      message: `${count === 1 ? '1 boot was' : `${count} boots were`} refused at ${zone}: copy it there first, with glance image-import ${imageId} --stores ${zone} --import-method copy-image`,
    }))
}

/** Everything there is to say about images and their use. */
export async function lintWorld(
  world: { images(): Promise<readonly ImageRecord[]>; servers(): Promise<readonly ServerRecord[]> },
  hub: string,
): Promise<readonly PlacementWarning[]> {
  const images = await world.images()
  return [...lintPlacement(images, hub), ...adviseOnRefusals(await world.servers(), images)]
}
