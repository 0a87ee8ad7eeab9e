import TinyQueue from 'tinyqueue'

/** One capacity to share; the classes are those with a flow across it now. */
export interface SharedResource {
  readonly capacity: number
  readonly classes: Iterable<SharingClass>
}

/** Flows that are alike, so that one rate holds for each of them. */
export interface SharingClass {
  readonly path: readonly SharedResource[]
  readonly weight: number
  readonly cap: number
  /** How many flows are of this class. */
  readonly members: number
  /** The solution, per flow. */
  rate: number
}

/** What of a resource is still to be given away while the level rises. */
class Share {
  readonly resource: SharedResource
  usedBytesPerMs = 0
  openWeight = 0
  openClasses = 0

  constructor(resource: SharedResource) {
    this.resource = resource
  }

  /** The level at which its open classes would fill it, if none of them met another limit first. */
  get level(): number {
    if (this.openClasses === 0) return Number.POSITIVE_INFINITY
    return Math.max(0, this.resource.capacity - this.usedBytesPerMs) / this.openWeight
  }
}

/** Sets every class's rate to its weighted max-min share. */
export function fillProgressively(classes: readonly SharingClass[]): void {
  const shares = new Map<SharedResource, Share>()
  for (const each of classes) {
    for (const resource of each.path) {
      if (resource.capacity === Number.POSITIVE_INFINITY) continue
      const share = shares.get(resource) ?? new Share(resource)
      shares.set(resource, share)
      share.openWeight += each.weight * each.members
      share.openClasses++
    }
  }
  const open = new Set(classes)
  const settle = (each: SharingClass, rate: number) => {
    if (!open.delete(each)) return
    each.rate = rate
    for (const resource of each.path) {
      const share = shares.get(resource)
      if (share === undefined) continue
      share.usedBytesPerMs += rate * each.members
      share.openWeight -= each.weight * each.members
      share.openClasses--
    }
  }

  const byCap = [...classes].sort((a, b) => a.cap / a.weight - b.cap / b.weight)
  // A share's level only rises while others are settled below it, so a key that has gone stale is too low, never too high.
  const byLevel = new TinyQueue(
    Array.from(shares.values(), (share) => ({ share, key: share.level })),
    (a, b) => a.key - b.key,
  )
  let nextCapped = 0
  while (open.size > 0) {
    while (nextCapped < byCap.length && !open.has(byCap[nextCapped]!)) nextCapped++
    const capped = byCap[nextCapped]!
    const lowest = byLevel.peek()
    if (lowest === undefined || capped.cap / capped.weight <= lowest.key) {
      settle(capped, capped.cap)
      continue
    }
    byLevel.pop()
    const { level } = lowest.share
    if (level > lowest.key) byLevel.push({ share: lowest.share, key: level })
    else for (const each of lowest.share.resource.classes) settle(each, level * each.weight)
  }
}
