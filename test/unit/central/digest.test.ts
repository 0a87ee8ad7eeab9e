import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digested, InlineDigester } from '#central/images/digest.ts'
import type { Content } from '#ceph-sim/rbd.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { FoldingDigester } from '../../support/folding-digester.ts'

const part = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 10_000 }),
  fc.integer({ min: 1, max: 3 * MiB }).map((lengthBytes) => new Uint8Array(lengthBytes)),
)

function pieces(parts: readonly Uint8Array[]): Content[] {
  let offset = 0
  return parts.map((bytes) => {
    const at = offset
    offset += bytes.byteLength
    const zero = bytes.byteLength > 10_000
    return zero ? { kind: 'zero', offset: at, lengthBytes: bytes.byteLength } : { kind: 'data', offset: at, bytes }
  })
}

describe('digests', () => {
  it('are MD5 and SHA-512 of the bytes, holes as zeros (A44)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
        const all = Buffer.concat(parts)
        const stream = new InlineDigester().start()
        for (const piece of pieces(parts)) await stream.update(piece)
        expect(await stream.finish()).toEqual({
          checksum: createHash('md5').update(all).digest('hex'),
          osHashValue: createHash('sha512').update(all).digest('hex'),
          sizeBytes: all.byteLength,
        })
      }),
      { numRuns: 30 },
    )
  })

  it('are taken in passing: what comes out is what went in', async () => {
    const stream = new InlineDigester().start()
    const source = pieces([new Uint8Array([1, 2, 3]), new Uint8Array(20_000)])
    const out: Content[] = []
    for await (const piece of digested(streamed(source), stream)) out.push(piece)
    expect(out).toEqual(source)
    expect((await stream.finish()).sizeBytes).toBe(20_003)
  })

  it('of the folding kind do not depend on how content is cut, but on what it is', async () => {
    const bytes = new Uint8Array(64 * 1024).fill(7, 8192, 20_000)
    const fold = async (...content: Content[]) => {
      const stream = new FoldingDigester().start()
      for (const piece of content) await stream.update(piece)
      return stream.finish()
    }
    const whole = await fold({ kind: 'data', offset: 0, bytes })
    const cut = await fold(
      { kind: 'zero', offset: 0, lengthBytes: 8192 },
      { kind: 'data', offset: 8192, bytes: bytes.subarray(8192, 12_288) },
      { kind: 'data', offset: 12_288, bytes: bytes.subarray(12_288) },
    )
    expect(cut).toEqual(whole)
    bytes[9000] = 8
    expect(await fold({ kind: 'data', offset: 0, bytes })).not.toEqual(whole)
  })
})

async function* streamed(source: readonly Content[]): AsyncGenerator<Content> {
  yield* source
}
