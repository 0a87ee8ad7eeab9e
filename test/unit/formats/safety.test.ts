import { describe, expect, test } from 'vitest'
import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { memorySource } from '#openstack/formats/byte-source.ts'
import { inspectImage } from '#openstack/formats/inspect.ts'
import { checkSafety } from '#openstack/formats/safety.ts'
import {
  CountingSource,
  goodVmdkDescriptor,
  qcow2Of,
  randomDisk,
  vdiOf,
  vhdOf,
  vhdxOf,
  vmdkOf,
} from '../../support/disk-images.ts'

const mib = 1024 * 1024
const disk = randomDisk('safety', 4 * mib)

function iso(): Buffer {
  const bytes = Buffer.alloc(64 * 1024)
  bytes.writeUInt8(1, 32_768)
  bytes.write('CD001', 32_769, 'latin1')
  bytes.writeUInt32LE(32, 32_768 + 80)
  bytes.writeUInt16LE(2048, 32_768 + 128)
  return bytes
}

const images: readonly { format: string; make: () => Buffer | Promise<Buffer>; virtualSizeBytes: number }[] = [
  { format: 'raw', make: () => Buffer.alloc(5000, 7), virtualSizeBytes: 5000 },
  { format: 'qcow2', make: () => qcow2Of(disk), virtualSizeBytes: 4 * mib },
  { format: 'vdi', make: () => vdiOf(disk), virtualSizeBytes: 4 * mib },
  { format: 'vhd', make: () => vhdOf(disk), virtualSizeBytes: 4 * mib },
  { format: 'vhdx', make: () => vhdxOf(disk), virtualSizeBytes: 4 * mib },
  { format: 'vmdk', make: () => vmdkOf(disk), virtualSizeBytes: 4 * mib },
  { format: 'iso', make: iso, virtualSizeBytes: 65_536 },
]

describe('I01-I09 a format and its virtual size are told from the content, and an honest image passes', () => {
  test.for(images)('$format', async ({ format, make, virtualSizeBytes }) => {
    const source = memorySource(await make())
    expect(await inspectImage(source)).toMatchObject({ format, virtualSizeBytes })
    expect(await checkSafety(source, format)).toMatchObject({ format, virtualSizeBytes })
  })
})

describe('O28 content that is not of the declared format is refused', () => {
  const pairs = images.flatMap(({ format, make }) =>
    images.filter((other) => other.format !== format).map((other) => ({ format, declared: other.format, make })),
  )
  test.for(pairs)('$format declared as $declared', async ({ format, declared, make }) => {
    const failure = await checkSafety(memorySource(await make()), declared).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(InvalidArgumentError)
    expect(failure).toMatchObject({
      message: 'Image format mismatch',
      details: { declaredFormat: declared, detectedFormat: format },
    })
  })

  test.for(['aki', 'ami', 'ari', 'ploop', 'qed', 'luks', 'nonsense'])(
    'nothing can be declared as %s',
    async (declared) => {
      await expect(checkSafety(memorySource(Buffer.alloc(512)), declared)).rejects.toThrow(
        `Unable to convert from format ${declared}`,
      )
    },
  )

  test('what passes for two formats at once is refused', async () => {
    const both = iso()
    both.write('QFI\xfb', 0, 'latin1')
    await expect(checkSafety(memorySource(both), 'iso')).rejects.toThrow('Multiple formats detected: qcow2, iso')
  })

  test('a short or empty file is raw, whatever was declared', async () => {
    expect(await inspectImage(memorySource(Buffer.alloc(0)))).toMatchObject({ format: 'raw', virtualSizeBytes: 0 })
    await expect(checkSafety(memorySource(Buffer.from('QF')), 'qcow2')).rejects.toThrow('Image format mismatch')
  })
})

describe('O28 qcow2 images that lead elsewhere are refused before anything but their first bytes is read', () => {
  test.for([
    { name: 'backing file', offset: 12, value: 200, text: 'QCOW images with backing files are not allowed' },
    { name: 'data file', offset: 76, value: 4, text: 'QCOW images with data-file set are not allowed' },
    { name: 'unknown feature', offset: 76, value: 32, text: 'Unknown QCOW2 features found' },
    { name: 'unknown high feature', offset: 72, value: 1, text: 'Unknown QCOW2 features found' },
    { name: 'extended L2', offset: 76, value: 16, text: 'Unknown QCOW2 features found' },
  ])('$name', async ({ offset, value, text }) => {
    const file = await qcow2Of(disk)
    file.writeUInt32BE(value, offset)
    file.writeUInt32BE(8, 16)
    file.write('/etc/pwd', 200, 'latin1')
    const source = new CountingSource(file)
    await expect(checkSafety(source, 'qcow2')).rejects.toThrow(text)
    expect(source.readBytes).toBeLessThan(2048)
  })

  test('the name of the backing file is told to whoever asks', async () => {
    const file = await qcow2Of(disk)
    file.writeUInt32BE(200, 12)
    file.writeUInt32BE(8, 16)
    file.write('/etc/pwd', 200, 'latin1')
    expect((await inspectImage(memorySource(file))).details.backingFile).toBe('/etc/pwd')
  })
})

describe('O28 VMDK descriptors are read line by line', () => {
  const replaced = (from: string, to: string) => goodVmdkDescriptor.replace(from, to)
  test.for([
    {
      name: 'a subtype that is not listed',
      text: replaced('monolithicSparse', 'monolithicFlat'),
      error: 'Invalid VMDK create-type specified',
    },
    {
      name: 'no subtype',
      text: replaced('createType="monolithicSparse"\n', ''),
      error: 'Unable to determine VMDK create-type',
    },
    {
      name: 'an extent elsewhere',
      text: replaced('disk.vmdk', '/etc/passwd'),
      error: 'Invalid extent filenames found',
    },
    { name: 'no extent', text: replaced('RW 8192 SPARSE "disk.vmdk"\n', ''), error: 'No extents found' },
    {
      name: 'a line of another kind',
      text: `${goodVmdkDescriptor}surprise me\n`,
      error: 'Invalid VMDK descriptor data',
    },
    {
      name: 'bytes that are not ASCII',
      text: replaced('# Disk', '# D\u00efsk'),
      error: 'Invalid VMDK descriptor data',
    },
    { name: 'nothing', text: '', error: 'No descriptor found' },
  ])('$name is refused', async ({ text, error }) => {
    await expect(checkSafety(memorySource(vmdkOf(disk, text)), 'vmdk')).rejects.toThrow(error)
  })

  test('the deployer names the subtypes', async () => {
    const source = memorySource(vmdkOf(disk))
    await expect(checkSafety(source, 'vmdk', { vmdkAllowedTypes: ['streamOptimized'] })).rejects.toThrow(
      'Invalid VMDK create-type specified',
    )
    await expect(checkSafety(source, 'vmdk', { vmdkAllowedTypes: [] })).rejects.toThrow(
      'Image is a VMDK, but no VMDK createType is specified',
    )
  })

  test.for([
    { name: 'a footer', patch: (file: Buffer) => file.fill(0xff, 56, 64), error: 'Unsupported VMDK footer' },
    {
      name: 'a descriptor elsewhere',
      patch: (file: Buffer) => file.writeUInt8(9, 28),
      error: 'Wrong descriptor location',
    },
    { name: 'another version', patch: (file: Buffer) => file.writeUInt8(9, 4), error: 'Unsupported format version 9' },
  ])('$name is refused', async ({ patch, error }) => {
    const file = vmdkOf(disk)
    patch(file)
    await expect(checkSafety(memorySource(file), 'vmdk')).rejects.toThrow(error)
  })
})

test('an absurd virtual size is told as unknown', async () => {
  const file = await qcow2Of(disk)
  file.fill(0xff, 24, 32)
  expect((await inspectImage(memorySource(file))).virtualSizeBytes).toBeUndefined()
})
