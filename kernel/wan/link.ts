import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { Direction, LinkChange, LinkState } from './wan.ts'

export interface WanConfig {
  /** What the hub can send to all sites together. Default Infinity. */
  readonly hubEgressBitsPerSecond?: number | undefined
  /** What the hub can receive from all sites together. Default Infinity. */
  readonly hubIngressBitsPerSecond?: number | undefined
  readonly links: readonly LinkConfig[]
}

export interface LinkConfig {
  readonly site: string
  readonly downBitsPerSecond: number
  readonly upBitsPerSecond: number
  readonly rttMs: number
  /** Messages take up to this much longer or shorter: uniform in [-jitter, +jitter], their delay clamped at 0. */
  readonly jitterMs?: number | undefined
  /** Default up. */
  readonly state?: 'up' | 'down' | undefined
}

export const directions: readonly Direction[] = ['down', 'up']

/** @throws InvalidArgumentError for a rate or round trip time that no link has */
export function changedLink(old: LinkState, change: LinkChange): LinkState {
  const both = change.bandwidthBitsPerSecond
  const next = {
    site: old.site,
    downBitsPerSecond: change.downBitsPerSecond ?? both ?? old.downBitsPerSecond,
    upBitsPerSecond: change.upBitsPerSecond ?? both ?? old.upBitsPerSecond,
    rttMs: change.rttMs ?? old.rttMs,
    state: change.state ?? old.state,
  }
  const { downBitsPerSecond, upBitsPerSecond, rttMs } = next
  if (!(downBitsPerSecond >= 0 && upBitsPerSecond >= 0 && rttMs >= 0 && rttMs < Number.POSITIVE_INFINITY)) {
    throw new InvalidArgumentError(`site ${old.site} cannot have such a link`, { ...next })
  }
  return next
}

export function bytesPerMs(bitsPerSecond: number): number {
  return bitsPerSecond / 8000
}

/** What the link carries while it is up, in bytes per ms. */
export function nominalBytesPerMs(link: LinkState, direction: Direction): number {
  return bytesPerMs(direction === 'down' ? link.downBitsPerSecond : link.upBitsPerSecond)
}

/** What it carries now. */
export function capacityBytesPerMs(link: LinkState, direction: Direction): number {
  return link.state === 'up' ? nominalBytesPerMs(link, direction) : 0
}
