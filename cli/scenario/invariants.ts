import type { RbdListEntry } from '#ceph-sim/rbd.ts'
import { storeSites } from '#cli/topology/topology.ts'
import { compareStored } from './compare-stored.ts'
import type { InvariantResult } from './run-result.ts'
import type { Scenario } from './scenario.ts'
import type { ImageRecord, World } from './world.ts'

/** What has been seen of images after each step, for invariants about change. */
export class ImageHistory {
  readonly #located = new Set<string>()
  readonly #orphaned: string[] = []

  /** An image that had a location must keep one for as long as it exists. */
  note(images: readonly ImageRecord[], stepId: string): void {
    for (const { id, name, locations } of images) {
      if (locations.length > 0) this.#located.add(id)
      else if (this.#located.delete(id)) this.#orphaned.push(`${name} after ${stepId}`)
    }
  }

  get orphaned(): readonly string[] {
    return this.#orphaned
  }
}

/** The promises that hold in every run, whatever the scenario asserts. */
export async function checkInvariants(
  { topology }: Scenario,
  world: World,
  history: ImageHistory,
): Promise<readonly InvariantResult[]> {
  const images = await world.images()
  const clusters = await listClusters(
    world,
    storeSites(topology).map(({ id, ceph }) => ({ site: id, pools: ceph?.pools ?? [] })),
  )
  return [
    result(
      'INV02',
      'an image listed at a store is readable there with its recorded hash',
      await unreadable(images, world),
    ),
    result('INV05', 'no active image is without a location', withoutLocation(images)),
    result('INV06', 'removing a store never removed the last copy', history.orphaned),
    result('INV07', 'no clone crosses clusters', foreignParents(clusters)),
    result('INV09', 'a refused boot left no disk, volume or port', await leftByRefused(world, clusters)),
    result('INV10', 'a snapshot with children is protected', unprotectedParents(clusters)),
  ]
}

interface PoolListing {
  readonly site: string
  readonly pool: string
  readonly entries: readonly RbdListEntry[]
}

async function listClusters(
  world: World,
  clusters: readonly { readonly site: string; readonly pools: readonly string[] }[],
): Promise<readonly PoolListing[]> {
  const listings: PoolListing[] = []
  for (const { site, pools } of clusters) {
    for (const pool of pools) listings.push({ site, pool, entries: await world.listRbd(site, pool) })
  }
  return listings
}

async function unreadable(images: readonly ImageRecord[], world: World): Promise<string[]> {
  const broken: string[] = []
  for (const image of images) {
    const stores = image.locations.map(({ store }) => store)
    try {
      const { differing } = await compareStored(world, image, stores)
      broken.push(...differing.map((store) => `${image.name} differs at ${store}`))
    } catch (error) {
      broken.push(`${image.name}: ${(error as Error).message}`)
    }
  }
  return broken
}

function withoutLocation(images: readonly ImageRecord[]): string[] {
  return images.filter(({ status, locations }) => status === 'active' && locations.length === 0).map(({ name }) => name)
}

function foreignParents(clusters: readonly PoolListing[]): string[] {
  return children(clusters).flatMap(({ site, child, parent }) =>
    findSnapshot(clusters, site, parent)
      ? []
      : [`${site} ${child}: no parent ${parent.pool}/${parent.image}@${parent.snapshot} there`],
  )
}

function unprotectedParents(clusters: readonly PoolListing[]): string[] {
  return children(clusters).flatMap(({ site, parent }) =>
    findSnapshot(clusters, site, parent)?.protected === false
      ? [`${site} ${parent.pool}/${parent.image}@${parent.snapshot}`]
      : [],
  )
}

async function leftByRefused(world: World, clusters: readonly PoolListing[]): Promise<string[]> {
  const refused = (await world.servers()).filter(
    ({ status, fault }) => status === 'ERROR' && fault?.startsWith('Build of instance') === true,
  )
  return refused.flatMap(({ id, name, ports, volumes }) => [
    ...clusters.flatMap(({ site, entries }) =>
      entries.filter(({ image }) => image.startsWith(`${id}_`)).map(({ image }) => `${name}: ${image} at ${site}`),
    ),
    ...(ports > 0 ? [`${name}: ${ports} ports`] : []),
    ...(volumes.length > 0 ? [`${name}: ${volumes.length} volumes`] : []),
  ])
}

function children(clusters: readonly PoolListing[]) {
  return clusters.flatMap(({ site, pool, entries }) =>
    entries.flatMap(({ image, parent }) => (parent ? [{ site, child: `${pool}/${image}`, parent }] : [])),
  )
}

function findSnapshot(
  clusters: readonly PoolListing[],
  site: string,
  parent: NonNullable<RbdListEntry['parent']>,
): RbdListEntry | undefined {
  return clusters
    .find((listing) => listing.site === site && listing.pool === parent.pool)
    ?.entries.find(({ image, snapshot }) => image === parent.image && snapshot === parent.snapshot)
}

function result(id: string, text: string, violations: readonly string[]): InvariantResult {
  return {
    id,
    text,
    passed: violations.length === 0,
    measured: violations.length === 0 ? 'holds' : violations.slice(0, 3).join('; '),
    expected: 'holds',
  }
}
