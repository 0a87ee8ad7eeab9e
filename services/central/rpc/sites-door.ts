import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { implement } from '#kernel/rpc/rpc-server.ts'
import type { LinkState, Wan } from '#kernel/wan/wan.ts'
import type { Link } from '#proto/dcnsim/v1/Link.ts'
import type { RegisterSiteRequest__Output } from '#proto/dcnsim/v1/RegisterSiteRequest.ts'
import type { Hub } from '../app.ts'
import type { SiteEndpoint } from '../sites/site-registry.ts'

const messageBytes = 256

/**
 * `dcnsim.v1.Sites`: how sites make themselves known, and how people see and bend the WAN.
 *
 * @param connect - opens the services of a site that registers
 * @param keep - told of each link that somebody has changed
 */
export function sitesDoor(
  hub: Hub,
  connect: (registration: RegisterSiteRequest__Output) => SiteEndpoint,
  keep: (link: LinkState) => void,
) {
  const { sites, servers, wan } = hub
  return implement('dcnsim.v1.Sites', {
    RegisterSite: async (request, { signal }) => {
      await fromSite(wan, request.site, 'register', signal)
      sites.register(connect(request))
      const running = await servers.runningAt(request.site)
      await toSite(wan, request.site, 'register', signal)
      return { running: running.map(({ serverId, disks }) => ({ serverId, disks: [...disks] })) }
    },
    Heartbeat: async ({ site }, { signal }) => {
      await fromSite(wan, site, 'heartbeat', signal)
      sites.heartbeat(site)
      return {}
    },
    ListSites: async () => ({ sites: [...sites.status()] }),
    ListLinks: async () => ({ links: wan.links().map(linkMessage) }),
    SetLink: async ({ site, state, ...change }) => {
      if (state !== undefined && state !== 'up' && state !== 'down') {
        throw new InvalidArgumentError(`a link is up or down, not '${state}'`, { state })
      }
      const bandwidth = {
        downBitsPerSecond: unlimitedIfZero(change.downBitsPerSecond),
        upBitsPerSecond: unlimitedIfZero(change.upBitsPerSecond),
      }
      wan.setLink(site, { ...bandwidth, rttMs: change.rttMs, state })
      keep(wan.link(site))
      return linkMessage(wan.link(site))
    },
    ListTraffic: async () => ({ traffic: [...wan.traffic()] }),
  })
}

function fromSite(wan: Wan, site: string, operation: string, signal: AbortSignal): Promise<void> {
  return wan.message({ site, direction: 'up', class: 'control', operation, bytes: messageBytes }, { signal })
}

function toSite(wan: Wan, site: string, operation: string, signal: AbortSignal): Promise<void> {
  return wan.message({ site, direction: 'down', class: 'control', operation, bytes: messageBytes }, { signal })
}

/** On the wire 0 is unlimited, which floating-point infinity would be too, but not in every client's language. */
function unlimitedIfZero(bitsPerSecond: number | undefined): number | undefined {
  return bitsPerSecond === 0 ? Number.POSITIVE_INFINITY : bitsPerSecond
}

function linkMessage(link: LinkState): Link {
  const wire = (rate: number) => (rate === Number.POSITIVE_INFINITY ? 0 : rate)
  return { ...link, downBitsPerSecond: wire(link.downBitsPerSecond), upBitsPerSecond: wire(link.upBitsPerSecond) }
}
