import { destination, type Logger, pino } from 'pino'
import type { Clock } from '#kernel/time/clock.ts'

export type { Logger }

/** JSON lines on standard error, stamped with simulated time; level by `DCNSIM_LOG_LEVEL`, default info. */
export function createLogger(clock: Clock, labels: { readonly role: string; readonly site: string }): Logger {
  const level = process.env.DCNSIM_LOG_LEVEL ?? 'info'
  const timestamp = () => `,"time":"${new Date(clock.now()).toISOString()}"`
  return pino({ level, base: labels, timestamp }, destination({ fd: 2, sync: true }))
}
