import { zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { CorruptError, InvalidArgumentError, OutOfRangeError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { memorySource } from '#openstack/formats/byte-source.ts'
import { checkQcow2 } from '#openstack/formats/qcow2-check.ts'
import { clusterUnpacker } from '#openstack/formats/qcow2-clusters.ts'
import { openQcow2 } from '#openstack/formats/qcow2-reader.ts'
import { writeQcow2 } from '#openstack/formats/qcow2-writer.ts'
import { CountingSource, qcow2Of, randomDisk, readDisk } from '../../support/disk-images.ts'

const mib = 1024 * 1024
const disk = randomDisk('qcow2 unit', 3 * mib + 512)

/** The image with some bytes of it replaced. */
async function patched(patch: (file: Buffer) => void, options = {}): Promise<Buffer> {
  const file = await qcow2Of(disk, options)
  patch(file)
  return file
}

async function reading(file: Buffer): Promise<Buffer> {
  return readDisk(await openQcow2(memorySource(file)))
}

describe('a disk written as qcow2 reads back the same', () => {
  test.for([
    { clusterBits: 9 },
    { clusterBits: 12, compressed: true },
    { clusterBits: 16 },
    { clusterBits: 16, compressed: true },
    { clusterBits: 21, compressed: true },
  ])('%o', async (options) => {
    const file = await qcow2Of(disk, options)
    const image = await openQcow2(memorySource(file))
    expect(image.version).toBe(3)
    expect(image.clusterBytes).toBe(2 ** options.clusterBits)
    expect(image.virtualSizeBytes).toBe(disk.byteLength)
    expect((await readDisk(image)).equals(disk)).toBe(true)
    const check = await checkQcow2(memorySource(file))
    expect({ corruptions: check.corruptions, leaks: check.leaks, findings: check.findings }).toEqual({
      corruptions: 0,
      leaks: 0,
      findings: [],
    })
  })
})

test('a part of the disk can be read, beginning and ending anywhere', async () => {
  const image = await openQcow2(memorySource(await qcow2Of(disk, { compressed: true })))
  const range = { offset: 70_001, lengthBytes: 1_500_000 }
  const part = await readDisk(image, range)
  expect(part.equals(disk.subarray(range.offset, range.offset + range.lengthBytes))).toBe(true)
  expect(() => image.runs({ offset: disk.byteLength, lengthBytes: 1 })).toThrow(OutOfRangeError)
})

test('an empty disk of 64 TiB is one zero run, read from a few tables', async () => {
  const chunks = new Map<number, Buffer>()
  const sink = { write: async (offset: number, bytes: Uint8Array) => void chunks.set(offset, Buffer.from(bytes)) }
  const size = 64 * 1024 ** 4
  const { fileBytes } = await writeQcow2(sink, [{ kind: 'zero', offset: 0, lengthBytes: size }], {
    virtualSizeBytes: size,
  })
  const file = Buffer.alloc(fileBytes)
  for (const [offset, bytes] of chunks) file.set(bytes, offset)
  const runs = []
  for await (const run of (await openQcow2(memorySource(file))).runs()) runs.push(run)
  expect(runs).toEqual([{ kind: 'zero', offset: 0, lengthBytes: size }])
})

test('zstd clusters are unpacked though rubbish follows their frame, and never beyond a cluster', () => {
  const unpack = clusterUnpacker('zstd', 65_536)
  const cluster = randomDisk('zstd', 65_536)
  const packed = zstdCompressSync(cluster)
  expect(
    Buffer.from(unpack(Buffer.concat([packed, Buffer.from('rubbish to the end of the sector')]), 0)).equals(cluster),
  ).toBe(true)
  expect(() => unpack(zstdCompressSync(Buffer.alloc(65_537)), 4096)).toThrow(
    /^compressed cluster at offset 4096 is not valid zstd data/,
  )
  expect(() => unpack(zstdCompressSync(Buffer.alloc(65_535)), 4096)).toThrow(
    'compressed cluster at offset 4096 unpacks to 65535 bytes instead of 65536',
  )
  expect(() => unpack(packed.subarray(0, packed.byteLength - 1), 0)).toThrow(CorruptError)
})

describe('hostile headers are refused with nothing read but the header', () => {
  const cases: readonly { name: string; patch: (file: Buffer) => void; error: unknown; text: string }[] = [
    {
      name: 'wrong magic',
      patch: (f) => f.write('QFJ', 0, 'latin1'),
      error: InvalidArgumentError,
      text: 'Image is not in qcow2 format',
    },
    {
      name: 'version 4',
      patch: (f) => f.writeUInt32BE(4, 4),
      error: InvalidArgumentError,
      text: 'Unsupported qcow2 version 4',
    },
    {
      name: 'O28 backing file',
      patch: (f) => f.writeUInt32BE(200, 12),
      error: InvalidArgumentError,
      text: 'QCOW images with backing files are not allowed',
    },
    {
      name: 'O28 external data file',
      patch: (f) => f.writeUInt32BE(4, 76),
      error: InvalidArgumentError,
      text: 'QCOW images with data-file set are not allowed',
    },
    {
      name: 'an unknown incompatible feature',
      patch: (f) => f.writeUInt32BE(0x8000_0020, 76),
      error: InvalidArgumentError,
      text: 'Unsupported qcow2 feature(s): incompatible feature bits 5, 31',
    },
    {
      name: 'extended L2 entries',
      patch: (f) => f.writeUInt32BE(16, 76),
      error: UnsupportedError,
      text: 'qcow2 images with extended L2 entries are not supported',
    },
    {
      name: 'encryption',
      patch: (f) => f.writeUInt32BE(2, 32),
      error: UnsupportedError,
      text: 'encrypted qcow2 images (method 2) are not supported',
    },
    {
      name: 'clusters of 256 bytes',
      patch: (f) => f.writeUInt32BE(8, 20),
      error: InvalidArgumentError,
      text: 'Unsupported cluster size: 2^8',
    },
    {
      name: 'clusters of 4 MiB',
      patch: (f) => f.writeUInt32BE(22, 20),
      error: InvalidArgumentError,
      text: 'Unsupported cluster size: 2^22',
    },
    {
      name: 'a virtual size of 16 EiB',
      patch: (f) => f.writeBigUInt64BE(2n ** 64n - 512n, 24),
      error: InvalidArgumentError,
      text: 'Image is too big: 18446744073709552000 bytes',
    },
    {
      name: 'a virtual size beyond its L1 table',
      patch: (f) => f.writeBigUInt64BE(2n ** 40n, 24),
      error: InvalidArgumentError,
      text: 'L1 table is too small',
    },
    {
      name: 'an L1 table of 32 GiB',
      patch: (f) => f.writeUInt32BE(0xffff_ffff, 36),
      error: InvalidArgumentError,
      text: 'Active L1 table too large',
    },
    {
      name: 'an L1 table past the end',
      patch: (f) => f.writeBigUInt64BE(2n ** 40n, 40),
      error: CorruptError,
      text: 'Active L1 table at offset 1099511627776 (8 bytes) lies past the end of the file',
    },
    {
      name: 'an unaligned L1 table',
      patch: (f) => f.writeBigUInt64BE(512n, 40),
      error: InvalidArgumentError,
      text: 'Active L1 table offset invalid',
    },
    {
      name: 'no reference counts',
      patch: (f) => f.writeUInt32BE(0, 56),
      error: InvalidArgumentError,
      text: 'Image does not contain a reference count table',
    },
    {
      name: 'four billion snapshots',
      patch: (f) => f.writeUInt32BE(0xffff_ffff, 60),
      error: InvalidArgumentError,
      text: 'Snapshot table too large',
    },
    {
      name: 'an unknown compression type',
      patch: (f) => {
        f.writeUInt32BE(8, 76)
        f.writeUInt8(7, 104)
      },
      error: InvalidArgumentError,
      text: 'qcow2: unknown compression type: 7',
    },
  ]
  test.for(cases)('$name', async ({ patch, error, text }) => {
    const source = new CountingSource(await patched(patch))
    const failure = await openQcow2(source).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(error)
    expect((failure as Error).message).toContain(text)
    expect(source.readBytes).toBeLessThanOrEqual(112)
  })
})

describe('damage is reported by table and offset, never read as something else', () => {
  const l2At = (file: Buffer) => Number(file.readBigUInt64BE(65_536) & 0xffff_ffff_fe00n)
  const cases: readonly { name: string; patch: (file: Buffer) => void; text: RegExp }[] = [
    {
      name: 'an L2 table past the end',
      patch: (f) => f.writeUInt32BE(0x7fff, 65_536),
      text: /^L2 table at offset \d+ lies past the end of the file \(L1 index 0\)$/,
    },
    {
      name: 'an unaligned L2 table',
      patch: (f) => f.writeUInt32BE(0x200, 65_540),
      text: /^L2 table offset 512 is not aligned \(L1 index 0\)$/,
    },
    {
      name: 'a data cluster past the end',
      patch: (f) => f.writeUInt32BE(0x7fff_0000, l2At(f) + 4),
      text: /^data cluster at offset 2147418112 lies past the end of the file \(L2 table at \d+, index 0\)$/,
    },
    {
      name: 'an unaligned data cluster',
      patch: (f) => f.writeUInt32BE(0x2_0200, l2At(f) + 4),
      text: /^data cluster offset 131584 is not aligned \(L2 table at \d+, index 0\)$/,
    },
    {
      name: 'a compressed cluster that is none',
      patch: (f) => f.writeBigUInt64BE((1n << 62n) | 65_536n, l2At(f)),
      text: /^compressed cluster at offset 65536 is not valid zlib data: /,
    },
    {
      name: 'a compressed cluster past the end',
      patch: (f) => f.writeBigUInt64BE((1n << 62n) | (1n << 40n), l2At(f)),
      text: /^data cluster at offset 1099511627776 \(compressed\) lies past the end of the file/,
    },
    {
      name: 'a zero cluster in version 2',
      patch: (f) => {
        f.writeUInt32BE(2, 4)
        f.writeUInt32BE(1, l2At(f) + 4)
      },
      text: /^zero cluster in a version 2 image \(L2 table at \d+, index 0\)$/,
    },
    {
      name: 'one cluster mapped over and over',
      patch: (f) => {
        f.writeBigUInt64BE(BigInt(8192 * 65_536), 24)
        for (let i = 0; i < 8192; i++) f.writeBigUInt64BE(0x2_0000n, l2At(f) + i * 8)
      },
      text: /^more clusters are mapped than the file can hold/,
    },
  ]
  test.for(cases)('$name', async ({ patch, text }) => {
    const failure = await reading(await patched(patch)).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(CorruptError)
    expect((failure as Error).message).toMatch(text)
  })

  test('a file cut short anywhere is refused', async () => {
    const file = await qcow2Of(disk)
    for (const keptBytes of [0, 3, 60, 65_535, 65_540, 200_000, file.byteLength - 3 * 65_536]) {
      await expect(reading(file.subarray(0, keptBytes)), `${keptBytes} bytes`).rejects.toThrow(
        /qcow2 format|cut short|past the end/,
      )
    }
  })

  test('two L1 entries must not share an L2 table', async () => {
    const twice = await qcow2Of(randomDisk('two tables', 2 * mib), { clusterBits: 9 })
    const l1 = Number(twice.readBigUInt64BE(40))
    let used = 0
    while (twice.readBigUInt64BE(l1 + used) === 0n) used += 8
    twice.copy(twice, l1 + used + 8, l1 + used, l1 + used + 8)
    await expect(openQcow2(memorySource(twice))).rejects.toThrow(/^L2 table at offset \d+ is used more than once$/)
  })
})

describe('the writer takes only what makes an image', () => {
  const sink = { write: async () => {} }
  const bytes = Buffer.alloc(1024, 1)
  test.for([
    { name: 'content past the end', content: [{ kind: 'data', offset: 512, bytes }] as const },
    {
      name: 'content that goes back',
      content: [
        { kind: 'zero', offset: 0, lengthBytes: 600 },
        { kind: 'data', offset: 0, bytes: bytes.subarray(0, 8) },
      ] as const,
    },
  ])('$name is refused', async ({ content }) => {
    await expect(writeQcow2(sink, content, { virtualSizeBytes: 1024 })).rejects.toThrow(InvalidArgumentError)
  })

  test.for([
    { virtualSizeBytes: 1000 },
    { virtualSizeBytes: 1024, clusterBits: 8 },
    { virtualSizeBytes: 2 ** 52, clusterBits: 16 },
  ])('%o is refused', async (options) => {
    await expect(writeQcow2(sink, [], options)).rejects.toThrow(InvalidArgumentError)
  })
})

test('check finds a cluster that is counted too high, and one too low', async () => {
  const file = await qcow2Of(disk)
  const table = Number(file.readBigUInt64BE(48))
  const block = Number(file.readBigUInt64BE(table))
  file.writeUInt16BE(0, block + 2 * 2)
  file.writeUInt16BE(5, block + 3 * 2)
  const result = await checkQcow2(memorySource(file))
  expect(result).toMatchObject({ corruptions: 1, leaks: 1 })
  expect(result.findings).toEqual(['ERROR cluster 2 refcount=0 reference=1', 'Leaked cluster 3 refcount=5 reference=1'])
})
