import { expect, test } from 'vitest'
import { crc32c, Encoder } from '#ceph-sim/engine/rados/ceph-encoding.ts'

const hex = (encoder: Encoder) => encoder.bytes().toString('hex')

test('integers, strings and times are little endian', () => {
  expect(
    hex(
      new Encoder()
        .u8(22)
        .u32(1)
        .u64(2 ** 33),
    ),
  ).toBe('16010000000000000002000000')
  expect(hex(new Encoder().string('ab'))).toBe('020000006162')
  expect(hex(new Encoder().time(1_500.25))).toBe(hex(new Encoder().u32(1).u32(500_250_000)))
  expect(hex(new Encoder().optional(undefined).optional(1))).toBe('00010100000000000000')
})

test('a struct has its versions and its length before its fields', () => {
  expect(hex(new Encoder().struct(2, 1, (body) => body.u8(7)))).toBe('02010100000007')
})

test('checksums are those of the recorded object maps', () => {
  const header = Buffer.from('0101080000000800000000000000', 'hex')
  expect(crc32c(header)).toBe(0xa88cbe88)
  expect(crc32c(Buffer.from('5000', 'hex'))).toBe(0xc0d23785)
  expect(crc32c(Buffer.from('00'.repeat(8), 'hex'))).toBe(0)
})
