import type { InstantMs } from '#kernel/time/clock.ts'

/** `2026-11-20T11:20:40Z`, as Glance, Nova and Neutron write times. */
export function isoSeconds(at: InstantMs): string {
  return `${new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, 19)}Z`
}

/** `2026-11-20T11:22:59.942744`: what Cinder answers from memory, and Glance's tasks. */
export function isoMicros(at: InstantMs): string {
  const seconds = Math.floor(at / 1000)
  const micros = Math.min(999_999, Math.round((at - seconds * 1000) * 1000))
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${String(micros).padStart(6, '0')}`
}

/** `2026-11-20T11:22:59.000000`: the same once it has been in a database that keeps whole seconds. */
export function isoStored(at: InstantMs): string {
  return isoMicros(Math.floor(at / 1000) * 1000)
}
