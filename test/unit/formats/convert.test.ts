import { describe, expect, test } from 'vitest'
import { UnsupportedError } from '#kernel/errors/domain-error.ts'
import { memorySource } from '#openstack/formats/byte-source.ts'
import { openAsRaw } from '#openstack/formats/convert.ts'
import { qcow2Of, randomDisk, readDisk, vdiOf, vhdOf, vhdxOf, vmdkOf } from '../../support/disk-images.ts'

const mib = 1024 * 1024
const disk = randomDisk('convert', 8 * mib)
/** What is left of the disk where only every second block is stored. */
function everySecond(blockBytes: number): Buffer {
  const left = Buffer.from(disk)
  for (let at = blockBytes; at < left.byteLength; at += 2 * blockBytes) left.fill(0, at, at + blockBytes)
  return left
}

describe('A22 O28 an image opened as raw holds what its guest would see', () => {
  test.for([
    { format: 'raw', file: () => disk, expected: disk },
    { format: 'qcow2', file: () => qcow2Of(disk, { compressed: true }), expected: disk },
    { format: 'vmdk', file: () => vmdkOf(disk), expected: disk },
    { format: 'vdi', file: () => vdiOf(disk), expected: everySecond(mib) },
    { format: 'vhdx', file: () => vhdxOf(disk), expected: everySecond(mib) },
    { format: 'vhd', file: () => vhdOf(disk), expected: everySecond(2 * mib) },
  ])('$format', async ({ format, file, expected }) => {
    const image = await openAsRaw(memorySource(await file()), format)
    expect(image.virtualSizeBytes).toBe(expected.byteLength)
    expect((await readDisk(image)).equals(expected)).toBe(true)
    const part = { offset: 1_000_001, lengthBytes: 2_500_000 }
    expect((await readDisk(image, part)).equals(expected.subarray(part.offset, part.offset + part.lengthBytes))).toBe(
      true,
    )
  })
})

test('O74 an 8 MiB hole in a raw file is one zero run', async () => {
  const file = Buffer.alloc(16 * mib)
  file.fill(1, 0, 4 * mib)
  file.fill(2, 12 * mib)
  const zeros = []
  for await (const run of (await openAsRaw(memorySource(file), 'raw')).runs()) if (run.kind === 'zero') zeros.push(run)
  expect(zeros).toEqual([{ kind: 'zero', offset: 4 * mib, lengthBytes: 8 * mib }])
})

test.for(['aki', 'ploop', 'qed', 'luks'])('%s has no reader', async (format) => {
  await expect(openAsRaw(memorySource(Buffer.alloc(512)), format)).rejects.toThrow(UnsupportedError)
})

describe('other formats: what leads elsewhere or asks for too much is refused', () => {
  test.for([
    {
      name: 'VDI with a parent',
      format: 'vdi',
      make: vdiOf,
      patch: (f: Buffer) => f.fill(1, 0x1b8, 0x1c8),
      text: 'non-NULL parent UUID',
    },
    {
      name: 'VDI of 8 EiB',
      format: 'vdi',
      make: vdiOf,
      patch: (f: Buffer) => f.writeUInt8(0x7f, 0x177),
      text: 'disk size is more than its map holds',
    },
    {
      name: 'VDI with a map of 16 GiB',
      format: 'vdi',
      make: vdiOf,
      patch: (f: Buffer) => {
        f.writeBigUInt64LE(2n ** 52n - 2n ** 20n, 0x170)
        f.fill(0xff, 0x180, 0x184)
      },
      text: 'VDI block map too large',
    },
    {
      name: 'VHD with a parent',
      format: 'vhd',
      make: vhdOf,
      patch: (f: Buffer) => f.writeUInt32BE(4, 60),
      text: 'disk type 4',
    },
    {
      name: 'VHD with blocks of 3 bytes',
      format: 'vhd',
      make: vhdOf,
      patch: (f: Buffer) => f.writeUInt32BE(3, 512 + 32),
      text: 'Invalid block size 3',
    },
    {
      name: 'VHD table too small',
      format: 'vhd',
      make: vhdOf,
      patch: (f: Buffer) => f.writeUInt32BE(1, 512 + 28),
      text: 'Page Allocation Table too small',
    },
    {
      name: 'VHDX with pending writes',
      format: 'vhdx',
      make: vhdxOf,
      patch: (f: Buffer) => f.writeUInt8(1, 128 * 1024 + 48),
      text: 'needs to be replayed',
    },
    {
      name: 'VHDX with a parent',
      format: 'vhdx',
      make: vhdxOf,
      patch: (f: Buffer) => f.writeUInt8(2, 2 * mib + 64 * 1024 + 4),
      text: 'with a parent',
    },
    {
      name: 'VHDX of 2^63 bytes',
      format: 'vhdx',
      make: vhdxOf,
      patch: (f: Buffer) => f.writeUInt8(0x80, 2 * mib + 64 * 1024 + 15),
      text: 'is too big',
    },
    {
      name: 'VMDK with grains of 8 EiB',
      format: 'vmdk',
      make: (d: Buffer) => vmdkOf(d),
      patch: (f: Buffer) => f.writeUInt8(0x40, 27),
      text: 'Invalid granularity',
    },
    {
      name: 'VMDK with huge grain tables',
      format: 'vmdk',
      make: (d: Buffer) => vmdkOf(d),
      patch: (f: Buffer) => f.fill(0xff, 44, 48),
      text: 'L2 table size too big',
    },
    {
      name: 'VMDK of 8 EiB',
      format: 'vmdk',
      make: (d: Buffer) => vmdkOf(d),
      patch: (f: Buffer) => f.writeUInt8(0x20, 18),
      text: 'L1 size too big',
    },
    {
      name: 'VMDK grain past the end',
      format: 'vmdk',
      make: (d: Buffer) => vmdkOf(d),
      patch: (f: Buffer) => f.fill(0xfe, 33 * 512, 33 * 512 + 4),
      text: 'VMDK grain at offset',
    },
  ])('$name', async ({ format, make, patch, text }) => {
    const file = make(disk)
    patch(file)
    const reading = async () => readDisk(await openAsRaw(memorySource(file), format))
    await expect(reading()).rejects.toThrow(text)
  })
})
