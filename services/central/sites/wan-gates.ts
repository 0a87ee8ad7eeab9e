import type { Rbd } from '#ceph-sim/rbd.ts'
import { decorateRbd } from '#ceph-sim/rbd-decorator.ts'
import type { WaitOptions } from '#kernel/time/clock.ts'
import type { Wan } from '#kernel/wan/wan.ts'
import type { SiteAgent } from '#openstack/site-agent.ts'

/** What a request or an answer without bulk data weighs on the wire, headers included. */
const messageBytes = 512

/**
 * A site's cluster seen across its link: each call costs a round trip. Bulk data is not counted here, but by the
 * transfers of `ImageData`, which know the whole of what will cross.
 */
export function shapeRbd(rbd: Rbd, wan: Wan, site: string): Rbd {
  return decorateRbd(() => rbd, {
    call: ({ method, proceed, signal }) =>
      method === 'write' ? proceed() : roundTrip(wan, site, `rbd ${method}`, proceed, { signal }),
    read: (image, options) => rbd.read(image, options),
  })
}

/** A site's agent seen across its link. */
export function shapeAgent(agent: SiteAgent, wan: Wan, site: string): SiteAgent {
  return new Proxy(agent, {
    get(target, name) {
      const method = name as keyof SiteAgent
      return (...parameters: unknown[]) => {
        const options = (parameters.at(-1) ?? {}) as WaitOptions
        const proceed = () => (target[method] as (...all: unknown[]) => Promise<unknown>).apply(target, parameters)
        return roundTrip(wan, site, `agent ${method}`, proceed, 'signal' in Object(options) ? options : {})
      }
    },
  })
}

async function roundTrip<T>(
  wan: Wan,
  site: string,
  operation: string,
  proceed: () => Promise<T>,
  { signal }: WaitOptions,
): Promise<T> {
  const label = { site, class: 'control', operation, bytes: messageBytes } as const
  await wan.message({ ...label, direction: 'down' }, { signal })
  const answer = await settle(proceed)
  await wan.message({ ...label, direction: 'up' }, { signal })
  return answer()
}

/** Runs a call and keeps its outcome, so that a failure too takes its time to travel back. */
async function settle<T>(call: () => Promise<T>): Promise<() => T> {
  try {
    const value = await call()
    return () => value
  } catch (error) {
    return () => {
      throw error
    }
  }
}
