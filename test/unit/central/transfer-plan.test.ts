import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denseWritePlan, sparseReadPlan, type TransferPlan, thinWritePlan } from '#central/images/transfer-plan.ts'
import { KiB, MiB } from '#kernel/units/bytes.ts'

const phase = (bytes: number, chunkBytes = 8 * MiB) => ({
  kind: 'data',
  bytes,
  chunkBytes,
  roundTripPerChunk: true,
  chunkLatencyMs: 5,
})

describe('what a copy puts on the wire', () => {
  it('a dense write sends every byte in chunks of 8 MiB (O17, O35)', () => {
    const plan = denseWritePlan(112 * MiB)
    expect(plan.phases).toEqual([phase(112 * MiB)])
    expect(plan.totalBytes).toBe(112 * MiB)
    expect([0, 5 * MiB, 112 * MiB].map(plan.wireBytesBefore)).toEqual([0, 5 * MiB, 112 * MiB])
  })

  it('a last chunk that is shorter is a phase of its own', () => {
    expect(denseWritePlan(20 * MiB).phases).toEqual([phase(16 * MiB), phase(4 * MiB, 4 * MiB)])
  })

  it('a thin write sends chunks with data whole, and the others not at all (O18)', () => {
    const runs = [
      { offset: 9 * MiB, lengthBytes: KiB },
      { offset: 12 * MiB, lengthBytes: KiB },
      { offset: 30 * MiB, lengthBytes: 4 * MiB },
    ]
    const plan = thinWritePlan(36 * MiB, runs)
    expect(plan.phases).toEqual([phase(16 * MiB), phase(4 * MiB, 4 * MiB)])
    expect([8, 9, 16, 24, 32, 36].map((mib) => plan.wireBytesBefore(mib * MiB) / MiB)).toEqual([0, 1, 8, 8, 16, 20])
  })

  it('a sparse read sends stored bytes only, and waits a round trip for each hole (O35)', () => {
    const plan = sparseReadPlan(40 * MiB, [{ offset: 6 * MiB, lengthBytes: 4 * MiB }])
    expect(plan.phases).toEqual([phase(4 * MiB, 2 * MiB), { kind: 'hole', chunks: 3, chunkLatencyMs: 5 }])
    expect(plan.totalBytes).toBe(4 * MiB)
  })

  it('nothing is nothing', () => {
    for (const plan of [denseWritePlan(0), thinWritePlan(0, []), sparseReadPlan(0, [])]) {
      expect(plan).toMatchObject({ phases: [], totalBytes: 0 })
    }
    expect(thinWritePlan(8 * MiB, []).phases).toEqual([])
  })

  it('whatever the runs are, phases, total and marks agree', () => {
    const extents = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 5 * MiB }), fc.integer({ min: 1, max: 20 * MiB })), { maxLength: 8 })
      .map((pairs) => {
        let end = 0
        const runs = pairs.map(([gap, lengthBytes]) => {
          const offset = end + gap
          end = offset + lengthBytes
          return { offset, lengthBytes }
        })
        return { runs, sizeBytes: end }
      })
    const sent = ({ phases }: TransferPlan) => phases.reduce((sum, p) => sum + (p.kind === 'data' ? p.bytes : 0), 0)
    fc.assert(
      fc.property(extents, fc.array(fc.nat(), { minLength: 2, maxLength: 9 }), ({ runs, sizeBytes }, cuts) => {
        for (const plan of [thinWritePlan(sizeBytes, runs), sparseReadPlan(sizeBytes, runs)]) {
          expect(sent(plan)).toBe(plan.totalBytes)
          const offsets = cuts.map((cut) => cut % (sizeBytes + 1)).sort((a, b) => a - b)
          const marks = [...offsets, sizeBytes].map(plan.wireBytesBefore)
          expect(marks).toEqual([...marks].sort((a, b) => a - b))
          expect(marks.at(-1)).toBe(plan.totalBytes)
        }
        expect(sparseReadPlan(sizeBytes, runs).totalBytes).toBe(runs.reduce((sum, run) => sum + run.lengthBytes, 0))
      }),
    )
  })
})
