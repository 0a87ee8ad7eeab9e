import { describe, expect, it } from 'vitest'
import { InFlight } from '#edge/agent/in-flight.ts'

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))))

describe('calls under way', () => {
  it('exclude each other by key', async () => {
    const calls = new InFlight()
    const gate = Promise.withResolvers<void>()
    const first = calls.run('a', () => gate.promise)
    await expect(calls.run('a', async () => {})).rejects.toMatchObject({ code: 'conflict' })
    await calls.run('b', async () => {})
    gate.resolve()
    await first
    expect(await calls.run('a', async () => 'again')).toBe('again')
  })

  it('end with their caller', async () => {
    const abort = new AbortController()
    const call = new InFlight().run('a', untilAborted, abort.signal)
    abort.abort()
    await expect(call).rejects.toThrow('ended')
  })

  it('are over, clean-up included, when cancel returns', async () => {
    const calls = new InFlight()
    let cleaned = false
    const call = calls.run('a', (signal) =>
      untilAborted(signal).finally(async () => {
        await new Promise(setImmediate)
        cleaned = true
      }),
    )
    call.catch(() => {})
    await calls.cancel('a')
    expect(cleaned).toBe(true)
    await calls.cancel('a')
  })

  it('end with the site, which then takes no more', async () => {
    const calls = new InFlight()
    const call = calls.run('a', untilAborted)
    const ended = expect(call).rejects.toThrow('ended')
    await calls.stop()
    await ended
    await expect(calls.run('a', async () => {})).rejects.toMatchObject({ code: 'unavailable' })
  })
})
