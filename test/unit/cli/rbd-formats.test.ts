import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadStream, ByteSource } from '#cli/formats/byte-source.ts'
import { mergeDiffs } from '#cli/formats/merge-diff.ts'
import {
  type DiffHeader,
  type DiffVersion,
  diffEnd,
  encodeDiffHeader,
  encodeExtent,
  expectDiffBanner,
  readDiff,
} from '#cli/formats/rbd-diff.ts'
import { encodeDiffCount, encodeImageHeader, readDiffCount, readImageHeader } from '#cli/formats/rbd-image.ts'

function source(bytes: Buffer, pieceBytes = 3): ByteSource {
  return new ByteSource(cut())
  async function* cut() {
    for (let at = 0; at < bytes.byteLength; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
}

/** A diff in a few words: `w 0 4 abcd`, `z 8 4`. */
function diffOf(header: Partial<DiffHeader>, ...extents: string[]): Buffer {
  const parts = extents.map((text) => {
    const [tag, offset = '', length = '', data = ''] = text.split(' ')
    const range = { offset: Number(offset), lengthBytes: Number(length) }
    return Buffer.concat([encodeExtent(1, tag === 'w' ? 'write' : 'zero', range), Buffer.from(data)])
  })
  return Buffer.concat([encodeDiffHeader(1, { sizeBytes: 16, ...header }), ...parts, diffEnd])
}

async function shown(bytes: Buffer, version: DiffVersion = 1): Promise<string[]> {
  const from = source(bytes)
  await expectDiffBanner(from, version)
  const lines: string[] = []
  for await (const record of readDiff(from, version)) {
    const { kind, ...rest } = record
    const data = kind === 'write' ? [(await from.exactly(record.lengthBytes, 'data')).toString()] : []
    lines.push([kind, ...Object.values(rest), ...data].join(' '))
  }
  return lines
}

async function badStream(act: Promise<unknown>): Promise<string> {
  const thrown: unknown = await act.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof BadStream)) throw new Error(`expected a bad stream, got ${String(thrown)}`)
  return `${thrown.code} ${thrown.message}`
}

describe('diff streams', () => {
  const header = fc.record({
    fromSnapshot: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
    toSnapshot: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
    protected: fc.boolean(),
    sizeBytes: fc.maxSafeNat(),
  })
  const extent = fc.oneof(
    fc.record({ kind: fc.constant('zero' as const), offset: fc.maxSafeNat(), lengthBytes: fc.nat() }),
    fc.record({ kind: fc.constant('write' as const), offset: fc.maxSafeNat(), data: fc.uint8Array() }),
  )

  test.each([1, 2] as const)('version %i reads back as it was written, wherever it is cut', async (version) => {
    await fc.assert(
      fc.asyncProperty(header, fc.array(extent), fc.integer({ min: 1, max: 40 }), async (head, extents, pieceBytes) => {
        const written = extents.map((each) =>
          each.kind === 'zero'
            ? encodeExtent(version, 'zero', each)
            : Buffer.concat([
                encodeExtent(version, 'write', { offset: each.offset, lengthBytes: each.data.byteLength }),
                each.data,
              ]),
        )
        const from = source(Buffer.concat([encodeDiffHeader(version, head), ...written, diffEnd]), pieceBytes)
        await expectDiffBanner(from, version)
        const records: unknown[] = []
        for await (const record of readDiff(from, version)) {
          records.push(
            record.kind === 'write'
              ? { ...record, data: new Uint8Array(await from.exactly(record.lengthBytes, 'data')) }
              : record,
          )
        }
        const { fromSnapshot, toSnapshot, sizeBytes } = head
        expect(records).toEqual([
          ...(fromSnapshot === undefined ? [] : [{ kind: 'from-snapshot', name: fromSnapshot }]),
          ...(toSnapshot === undefined ? [] : [{ kind: 'to-snapshot', name: toSnapshot }]),
          ...(toSnapshot === undefined || version === 1 ? [] : [{ kind: 'protection', protected: head.protected }]),
          { kind: 'size', sizeBytes },
          ...extents.map((each) =>
            each.kind === 'zero'
              ? each
              : { ...each, lengthBytes: each.data.byteLength, data: new Uint8Array(each.data) },
          ),
        ])
      }),
      { numRuns: 50 },
    )
  })

  test('a stream of another kind, or none at all, is refused', async () => {
    expect(await badStream(shown(Buffer.from('rbd diff v9\nwhatever')))).toBe(
      'EINVAL rbd: invalid or unexpected diff banner',
    )
    expect(await badStream(shown(Buffer.from('rbd')))).toBe('EDOM rbd: failed to decode diff banner')
    expect(await badStream(shown(diffOf({}), 2))).toBe('EINVAL rbd: invalid or unexpected diff banner')
  })

  test('a diff may end anywhere but where it says', async () => {
    const whole = diffOf({ fromSnapshot: 'a', toSnapshot: 'b' }, 'w 0 4 abcd', 'z 8 4')
    for (let length = 0; length < whole.byteLength; length++) {
      expect(await badStream(shown(whole.subarray(0, length)))).toMatch(/^EDOM rbd: failed to decode /)
    }
    expect(await shown(whole)).toEqual(['from-snapshot a', 'to-snapshot b', 'size 16', 'write 0 4 abcd', 'zero 8 4'])
  })

  test('a name that is longer than any is refused before it is read', async () => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(0xffffffff)
    const bytes = Buffer.concat([Buffer.from('rbd diff v1\nf'), length])
    expect(await badStream(shown(bytes))).toBe('EINVAL rbd: failed to decode start snap name')
  })

  test('numbers beyond all sizes stay beyond all sizes', async () => {
    const bytes = Buffer.concat([Buffer.from('rbd diff v1\ns'), Buffer.alloc(8, 0xff), diffEnd])
    expect(await shown(bytes)).toEqual([`size ${Number.MAX_SAFE_INTEGER}`])
  })

  test('an unknown tag is told with what belongs to it, which only version 2 knows', async () => {
    expect(await shown(Buffer.from('rbd diff v1\nqe'))).toEqual(['unknown 113 0'])
    const length = Buffer.alloc(8)
    length.writeUInt8(5)
    expect(await shown(Buffer.concat([Buffer.from('rbd diff v2\nq'), length, diffEnd]), 2)).toEqual(['unknown 113 5'])
  })
})

describe('image headers', () => {
  test('read back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          order: fc.integer({ min: 12, max: 25 }),
          features: fc.nat(),
          stripeUnitBytes: fc.nat(),
          stripeCount: fc.nat(),
        }),
        fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })),
        fc.nat(),
        async (numbers, entries, count) => {
          const metadata = new Map(Object.entries(entries))
          const from = source(Buffer.concat([encodeImageHeader({ ...numbers, metadata }), encodeDiffCount(count)]))
          const read = await readImageHeader(from, () => {})
          expect({ ...read, metadata: Object.fromEntries(read.metadata) }).toEqual({
            ...numbers,
            metadata: Object.fromEntries(metadata),
          })
          expect(await readDiffCount(from)).toBe(count)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('skip what they do not know, by its length', async () => {
    const length = Buffer.alloc(8)
    length.writeUInt8(3)
    const unknown: number[] = []
    const from = source(Buffer.concat([Buffer.from('rbd image v2\nX'), length, Buffer.from('abcE')]))
    expect(await readImageHeader(from, (tag) => unknown.push(tag))).toEqual({ metadata: new Map() })
    expect(unknown).toEqual(['X'.charCodeAt(0)])
  })
})

describe('merging diffs', () => {
  async function merged(first: Buffer, second: Buffer): Promise<string[]> {
    const parts: Buffer[] = []
    await mergeDiffs({ first: source(first), second: source(second) }, async (bytes) => {
      parts.push(Buffer.from(bytes))
    })
    return shown(Buffer.concat(parts))
  }
  const a = { toSnapshot: 'a' }
  const b = { fromSnapshot: 'a', toSnapshot: 'b' }

  test('the second covers the first, which is cut around it', async () => {
    expect(await merged(diffOf(a, 'w 0 8 abcdefgh', 'w 12 2 xy'), diffOf(b, 'w 2 3 ABC', 'z 13 1'))).toEqual([
      'to-snapshot b',
      'size 16',
      'write 0 2 ab',
      'write 2 3 ABC',
      'write 5 3 fgh',
      'write 12 1 x',
      'zero 13 1',
    ])
  })

  test('what an image lost by shrinking is zeros once it has grown again, and is dropped while it has not', async () => {
    const grown = await merged(
      diffOf({ ...a, sizeBytes: 8 }, 'w 0 4 abcd'),
      diffOf({ ...b, sizeBytes: 16 }, 'w 12 2 xy'),
    )
    expect(grown).toEqual(['to-snapshot b', 'size 16', 'write 0 4 abcd', 'zero 8 4', 'write 12 2 xy', 'zero 14 2'])
    const shrunk = await merged(diffOf({ ...a, sizeBytes: 16 }, 'w 6 4 abcd'), diffOf({ ...b, sizeBytes: 8 }))
    expect(shrunk).toEqual(['to-snapshot b', 'size 8', 'write 6 2 ab'])
  })

  test('only diffs that follow one another are merged', async () => {
    expect(await badStream(merged(diffOf(b), diffOf(a)))).toBe(
      'EINVAL The first TO snapshot must be equal with the second FROM snapshot, aborting',
    )
  })

  test('extents must ascend, and lie in the image', async () => {
    expect(await badStream(merged(diffOf(a, 'z 8 4', 'z 0 4'), diffOf(b)))).toBe(
      'EOPNOTSUPP rbd: out-of-order offset from first diff (12 > 0)',
    )
    expect(await badStream(merged(diffOf(a, 'z 12 40'), diffOf(b)))).toMatch(/^EOPNOTSUPP/)
    expect(await badStream(merged(diffOf(a, 'z 8 0'), diffOf(b)))).toBe(
      'EOPNOTSUPP rbd: failed to read first diff data chunk header',
    )
  })

  test('a diff that breaks off is told by the step that found it', async () => {
    const whole = diffOf(a, 'w 0 4 abcd')
    const second = diffOf(b, 'w 8 4 efgh')
    expect(await badStream(merged(whole.subarray(0, 5), second))).toBe('EDOM rbd: failed to parse first diff header')
    expect(await badStream(merged(whole.subarray(0, -3), second))).toBe('EDOM rbd: failed to merge diff chunk')
    expect(await badStream(merged(Buffer.from('rbd diff v2\nxxx'), second))).toBe(
      "EINVAL invalid banner 'rbd diff v2\n', expected 'rbd diff v1\n'\nrbd: failed to parse first diff header",
    )
  })
})
