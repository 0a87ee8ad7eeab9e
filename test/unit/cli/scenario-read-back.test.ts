import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Content, Rbd } from '#ceph-sim/rbd.ts'
import { fingerprintImage, sha512Image } from '#cli/scenario/read-back.ts'

/** The three calls that reading back needs, over plain bytes; zero blocks in `holes` are holes. */
function diskOf(bytes: Buffer, { holes }: { holes: boolean }): Rbd {
  const block = 4096
  const pieces = (offset: number, lengthBytes: number): Content[] => {
    const found: Content[] = []
    for (let at = offset; at < offset + lengthBytes; at += block) {
      const part = bytes.subarray(at, Math.min(at + block, offset + lengthBytes))
      const isHole = holes && part.every((byte) => byte === 0)
      found.push(
        isHole ? { kind: 'zero', offset: at, lengthBytes: part.length } : { kind: 'data', offset: at, bytes: part },
      )
    }
    return found
  }
  return {
    info: async () => ({ sizeBytes: bytes.length }),
    extents: async () =>
      pieces(0, bytes.length).flatMap((piece) =>
        piece.kind === 'data' ? [{ offset: piece.offset, lengthBytes: piece.bytes.length }] : [],
      ),
    async *read(
      _: unknown,
      { offset = 0, lengthBytes = bytes.length - offset }: { offset?: number; lengthBytes?: number },
    ) {
      yield* pieces(offset, lengthBytes)
    },
  } as unknown as Rbd
}

const image = { pool: 'images', image: 'x' }
const content = Buffer.alloc(5 * 4096 + 100)
content.fill('data', 4096, 2 * 4096)
content.write('end', 5 * 4096 + 50)

describe('reading an image back', () => {
  test('its SHA-512 counts holes as zeros', async () => {
    const sha512 = createHash('sha512').update(content).digest('hex')
    expect(await sha512Image(diskOf(content, { holes: true }), image)).toEqual({ sha512, sizeBytes: content.length })
    expect(await sha512Image(diskOf(content, { holes: false }), image)).toEqual({ sha512, sizeBytes: content.length })
  })

  test('its fingerprint is the same with holes or stored zeros', async () => {
    const sparse = await fingerprintImage(diskOf(content, { holes: true }), image)
    expect(sparse).toEqual(await fingerprintImage(diskOf(content, { holes: false }), image))
    expect(sparse.sizeBytes).toBe(content.length)
  })

  test('its fingerprint changes with one byte, and with its place', async () => {
    const changed = Buffer.from(content)
    changed[4096] = (changed[4096] ?? 0) ^ 1
    const moved = Buffer.alloc(content.length)
    content.copy(moved, 2 * 4096, 4096, 2 * 4096)
    content.copy(moved, 5 * 4096, 5 * 4096)
    const prints = await Promise.all(
      [content, changed, moved].map((bytes) => fingerprintImage(diskOf(bytes, { holes: true }), image)),
    )
    expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(3)
  })
})
