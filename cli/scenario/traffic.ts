import type { TrafficCount } from '#kernel/wan/wan.ts'

/** What crossed between two looks at the counters; links, directions and operations without new traffic are left out. */
export function trafficBetween(
  before: readonly TrafficCount[],
  after: readonly TrafficCount[],
): readonly TrafficCount[] {
  const earlier = new Map(before.map((count) => [keyOf(count), count]))
  return after
    .map((count) => {
      const old = earlier.get(keyOf(count))
      return { ...count, bytes: count.bytes - (old?.bytes ?? 0), messages: count.messages - (old?.messages ?? 0) }
    })
    .filter((count) => count.bytes > 0 || count.messages > 0)
}

/** Which traffic a metric or a table means; what is left out matches all. */
export interface TrafficFilter {
  readonly site?: string | undefined
  readonly direction?: 'down' | 'up' | undefined
  readonly class?: TrafficCount['class'] | undefined
  /** Sender or receiver: an edge, or the hub. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export function sumTraffic(counts: readonly TrafficCount[], filter: TrafficFilter, hub: string): number {
  return counts
    .filter(
      (count) =>
        (filter.site === undefined || filter.site === count.site) &&
        (filter.direction === undefined || filter.direction === count.direction) &&
        (filter.class === undefined || filter.class === count.class) &&
        (filter.from === undefined || filter.from === (count.direction === 'up' ? count.site : hub)) &&
        (filter.to === undefined || filter.to === (count.direction === 'down' ? count.site : hub)),
    )
    .reduce((sum, { bytes }) => sum + bytes, 0)
}

function keyOf({ site, direction, class: trafficClass, operation }: TrafficCount): string {
  return JSON.stringify([site, direction, trafficClass, operation])
}
