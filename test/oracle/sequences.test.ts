import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realNow } from '#kernel/time/system-clock.ts'
import { play } from './differential.ts'
import { intents } from './operations.ts'
import { RealCeph, RealCrash } from './real-ceph.ts'
import { SimulatedCeph } from './simulated-ceph.ts'

/** `ORACLE_SEQUENCES=50 ORACLE_SEED=7 npm run test:oracle` */
const sequences = Number(process.env.ORACLE_SEQUENCES ?? 2000)
const seed = Number(process.env.ORACLE_SEED ?? 1)
/** A sequence that comes out differently is shortened for so long. */
const shrinkSeconds = Number(process.env.ORACLE_SHRINK_SECONDS ?? 60)
const steps = { minLength: 20, maxLength: 100, size: 'max' } as const
let real: RealCeph
let simulated: SimulatedCeph

beforeAll(async () => {
  real = await RealCeph.start(mkdtempSync(path.join(tmpdir(), 'oracle-')))
  simulated = await SimulatedCeph.start()
}, 300_000)
afterAll(async () => {
  await simulated?.stop()
  await real?.stop()
}, 60_000)

test(`${sequences} random sequences come out as on the real Ceph`, { timeout: 24 * 3600_000 }, async () => {
  let played = 0
  let calls = 0
  let refusals = 0
  let crashes = 0
  let giveUpAt = Number.POSITIVE_INFINITY
  const property = fc.asyncProperty(fc.array(intents, steps), async (sequence) => {
    if (realNow() > giveUpAt) return
    const namespace = `s${played++}`
    try {
      const told = await play({ real, simulated }, namespace, sequence)
      simulated.audit()
      calls += told.calls
      refusals += told.refusals
    } catch (thrown) {
      if (thrown instanceof RealCrash) {
        crashes++
        process.stdout.write(`${thrown.message}\n`)
        return
      }
      giveUpAt = Math.min(giveUpAt, realNow() + shrinkSeconds * 1000)
      throw thrown
    } finally {
      await real.closeScope(namespace)
    }
    if (played % 50 === 0) process.stdout.write(`${played} sequences, ${calls} calls, ${refusals} refused alike\n`)
  })
  await fc.assert(property, { numRuns: sequences, seed })
  expect(played).toBe(sequences)
  const cut = crashes > 0 ? `; ${crashes} ended where the real librbd crashed` : ''
  process.stdout.write(`${played} sequences, ${calls} calls, ${refusals} refused alike: no difference${cut}\n`)
})
