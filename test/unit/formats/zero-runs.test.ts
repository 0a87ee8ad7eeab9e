import { expect, test } from 'vitest'
import type { Content } from '#ceph-sim/rbd.ts'
import { coalesceZeros, isZero, splitZeros } from '#openstack/formats/zero-runs.ts'

const shape = (content: Content) =>
  content.kind === 'zero'
    ? `zero ${content.offset}+${content.lengthBytes}`
    : `data ${content.offset}+${content.bytes.byteLength}`

test('zeros are told from data by 4 KiB blocks of the image, not of the piece', () => {
  const bytes = Buffer.alloc(16_384)
  bytes[0] = 1
  bytes[9000] = 1
  expect([...splitZeros(bytes, 0)].map(shape)).toEqual([
    'data 0+4096',
    'zero 4096+4096',
    'data 8192+4096',
    'zero 12288+4096',
  ])
  expect([...splitZeros(bytes, 1024)].map(shape)).toEqual([
    'data 1024+3072',
    'zero 4096+4096',
    'data 8192+4096',
    'zero 12288+5120',
  ])
})

test('one byte at the very end makes a megabyte data in its last block only', () => {
  const bytes = Buffer.alloc(1024 * 1024)
  expect([...splitZeros(bytes, 0)].map(shape)).toEqual(['zero 0+1048576'])
  bytes[bytes.byteLength - 1] = 1
  expect(isZero(bytes)).toBe(false)
  expect([...splitZeros(bytes, 0)].map(shape)).toEqual(['zero 0+1044480', 'data 1044480+4096'])
})

test('zero runs that meet become one, however many they came in', async () => {
  async function* pieces(): AsyncGenerator<Content> {
    yield { kind: 'zero', offset: 0, lengthBytes: 10 }
    yield { kind: 'zero', offset: 10, lengthBytes: 5 }
    yield { kind: 'data', offset: 15, bytes: Buffer.from('abc') }
    yield { kind: 'zero', offset: 18, lengthBytes: 2 }
  }
  const seen: string[] = []
  for await (const content of coalesceZeros(pieces())) seen.push(shape(content))
  expect(seen).toEqual(['zero 0+15', 'data 15+3', 'zero 18+2'])
})
