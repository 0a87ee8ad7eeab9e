import { deflateRawSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { CorruptError, DomainError } from '#kernel/errors/domain-error.ts'
import { openAsRaw, readableFormats } from '#openstack/formats/convert.ts'
import { inspectImage } from '#openstack/formats/inspect.ts'
import { checkQcow2 } from '#openstack/formats/qcow2-check.ts'
import { clusterUnpacker } from '#openstack/formats/qcow2-clusters.ts'
import { checkSafety } from '#openstack/formats/safety.ts'
import { CountingSource, qcow2Of, randomDisk, vdiOf, vhdOf, vhdxOf, vmdkOf } from '../../support/disk-images.ts'

const mib = 1024 * 1024
const disk = randomDisk('hostile', 2 * mib)
const images = new Map<string, { format: string; file: Buffer }>()

beforeAll(async () => {
  images.set('qcow2', { format: 'qcow2', file: await qcow2Of(disk, { clusterBits: 12 }) })
  images.set('qcow2 compressed', { format: 'qcow2', file: await qcow2Of(disk, { clusterBits: 16, compressed: true }) })
  images.set('vmdk', { format: 'vmdk', file: vmdkOf(disk) })
  images.set('vdi', { format: 'vdi', file: vdiOf(disk) })
  images.set('vhd', { format: 'vhd', file: vhdOf(disk) })
  images.set('vhdx', { format: 'vhdx', file: vhdxOf(disk) })
})

/**
 * Reads all there is, and holds the readers to their promises: only domain errors, no read longer than the file, no
 * more reading and no more data than a file of that length can give.
 */
async function survive(format: string, file: Buffer): Promise<'read' | 'refused'> {
  const source = new CountingSource(file)
  let dataBytes = 0
  let end = 0
  try {
    await inspectImage(source)
    await checkSafety(source, format)
    const image = await openAsRaw(source, format)
    for await (const run of image.runs()) {
      expect(run.offset).toBe(end)
      const lengthBytes = run.kind === 'data' ? run.bytes.byteLength : run.lengthBytes
      expect(lengthBytes).toBeGreaterThan(0)
      end += lengthBytes
      if (run.kind === 'data') dataBytes += lengthBytes
    }
    expect(end).toBe(image.virtualSizeBytes)
    if (format === 'qcow2') await checkQcow2(source)
    return 'read'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return 'refused'
  } finally {
    expect(source.largestReadBytes).toBeLessThanOrEqual(Math.max(file.byteLength, 2 * mib))
    expect(source.readBytes).toBeLessThanOrEqual(40 * (file.byteLength + mib))
    expect(dataBytes).toBeLessThanOrEqual(1100 * file.byteLength)
  }
}

const names = ['qcow2', 'qcow2 compressed', 'vmdk', 'vdi', 'vhd', 'vhdx']

describe('an image damaged at random is read or refused, but never worse', () => {
  test.for(names)('%s: bits flipped, most of them in its tables', { timeout: 60_000 }, async (name) => {
    const { format, file } = images.get(name)!
    const headBytes = Math.min(file.byteLength, 200_000)
    const position = fc.oneof(
      fc.nat({ max: 127 }),
      fc.nat({ max: 4096 }),
      fc.nat({ max: headBytes - 1 }),
      fc.integer({ min: Math.max(0, file.byteLength - 300_000), max: file.byteLength - 1 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ position, mask: fc.integer({ min: 1, max: 255 }) }), { minLength: 1, maxLength: 12 }),
        async (flips) => {
          const damaged = Buffer.from(file)
          for (const flip of flips) if (flip.position < damaged.byteLength) damaged[flip.position]! ^= flip.mask
          await survive(format, damaged)
        },
      ),
      { numRuns: 60 },
    )
  })

  test.for(names)('%s: truncated', { timeout: 60_000 }, async (name) => {
    const { format, file } = images.get(name)!
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.nat({ max: 600 }), fc.nat({ max: file.byteLength })), async (keptBytes) => {
        await survive(format, file.subarray(0, keptBytes))
      }),
      { numRuns: 40 },
    )
  })
})

test('qcow2: every truncation that loses a cluster in use is refused', async () => {
  const { format, file } = images.get('qcow2')!
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: file.byteLength - 3 * 4096 }), async (keptBytes) => {
      expect(await survive(format, file.subarray(0, keptBytes))).toBe('refused')
    }),
    { numRuns: 60 },
  )
})

test('random words in a qcow2 header', { timeout: 60_000 }, async () => {
  const { file } = images.get('qcow2')!
  const interesting = fc.oneof(
    fc.constantFrom(0, 1, 2, 3, 9, 16, 21, 512, 4096, 65_536, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff),
    fc.integer({ min: 0, max: 0xffff_ffff }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 27 }), interesting), { maxLength: 6 }),
      async (words) => {
        const damaged = Buffer.from(file)
        for (const [word, value] of words) damaged.writeUInt32BE(value >>> 0, word * 4)
        await survive('qcow2', damaged)
      },
    ),
    { numRuns: 300 },
  )
})

test('random L2 entries, compressed and not', { timeout: 60_000 }, async () => {
  const { file } = images.get('qcow2')!
  const l1 = Number(file.readBigUInt64BE(40))
  const l2 = Number(file.readBigUInt64BE(l1) & 0xff_ffff_ffff_fe00n)
  const entry = fc.oneof(
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    fc.nat({ max: file.byteLength * 2 }).map((offset) => BigInt(offset)),
    fc.nat({ max: file.byteLength * 2 }).map((offset) => BigInt(offset) | (1n << 62n)),
    fc.nat({ max: file.byteLength / 4096 }).map((cluster) => BigInt(cluster) * 4096n),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 511 }), entry), { minLength: 1, maxLength: 200 }),
      async (entries) => {
        const damaged = Buffer.from(file)
        for (const [index, value] of entries) damaged.writeBigUInt64BE(value, l2 + index * 8)
        await survive('qcow2', damaged)
      },
    ),
    { numRuns: 100 },
  )
})

test('random or damaged bytes as a compressed cluster, by either codec', async () => {
  const clusterBytes = 65_536
  const cluster = disk.subarray(0, clusterBytes)
  const packed = { zlib: deflateRawSync(cluster), zstd: zstdCompressSync(cluster) }
  const flips = fc.array(fc.record({ at: fc.nat({ max: 2000 }), mask: fc.integer({ min: 1, max: 255 }) }), {
    minLength: 1,
  })
  await fc.assert(
    fc.property(
      fc.constantFrom('zlib', 'zstd'),
      flips,
      fc.uint8Array(),
      fc.boolean(),
      (codec, damage, noise, isNoise) => {
        const bytes = Buffer.from(isNoise ? noise : packed[codec])
        for (const { at, mask } of damage) if (at < bytes.byteLength) bytes[at]! ^= mask
        try {
          expect(clusterUnpacker(codec, clusterBytes)(bytes, 0).byteLength).toBe(clusterBytes)
        } catch (error) {
          expect(error).toBeInstanceOf(CorruptError)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('random bytes, with or without a magic, as any format', async () => {
  const magics = [
    '',
    'QFI\xfb\0\0\0\x03',
    'QFI\xfb\0\0\0\x02',
    'KDMV',
    'conectix',
    'vhdxfile',
    '# Disk DescriptorFile',
    'LUKS\xba\xbe',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...magics),
      fc.uint8Array({ maxLength: 2048 }),
      fc.constantFrom(...readableFormats),
      async (magic, bytes, format) => {
        await survive(format, Buffer.concat([Buffer.from(magic, 'latin1'), bytes]))
      },
    ),
    { numRuns: 300 },
  )
})
