import { DomainError } from '#kernel/errors/domain-error.ts'
import type { SystemClock } from '#kernel/time/system-clock.ts'
import type { RunningServer } from '#openstack/site-agent.ts'
import type { HubConnection, Registration } from './hub-client.ts'

/** Nova's and Cinder's report interval; at high speeds never more often than twice a real second. */
const heartbeatMs = 10_000
const realHeartbeatMs = 500
const retryRealMs = 200

export interface MembershipDeps {
  readonly clock: SystemClock
  readonly hub: HubConnection
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
  /** Opens what the hub says should be running here. */
  resume(running: readonly RunningServer[]): Promise<void>
}

/**
 * Registers a site with the hub and reports it alive until stopped; registers again when the hub has restarted. While
 * the link is down it stays silent, and the hub counts the site as down.
 */
export function keepRegistered(deps: MembershipDeps, registration: Registration): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = report(deps, registration, stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted) deps.log.warn({ error: String(error) }, 'reporting to the hub ended')
  })
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function report(
  { clock, hub, log, resume }: MembershipDeps,
  registration: Registration,
  signal: AbortSignal,
): Promise<void> {
  const every = Math.max(heartbeatMs, realHeartbeatMs * clock.speed)
  for (;;) {
    try {
      await resume(await hub.register(registration, { signal }))
      log.info({}, 'registered with the hub')
      for (;;) {
        await clock.sleep(every, { signal })
        await hub.heartbeat({ signal })
      }
    } catch (error) {
      if (signal.aborted) return
      const code = error instanceof DomainError ? error.code : 'internal'
      log.warn({ error: String(error), code }, 'the hub did not take the report; trying again')
      await clock.sleep(retryRealMs * clock.speed, { signal })
    }
  }
}
