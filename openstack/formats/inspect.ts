import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readHead, u64be, u64le } from './byte-source.ts'
import { incompatibleBits, readRawQcow2Header } from './qcow2-header.ts'
import { readVhdxSize } from './vhdx-metadata.ts'
import { readVmdkDescriptor } from './vmdk-descriptor.ts'

export type ImageFormat = 'raw' | 'qcow2' | 'qcow' | 'qed' | 'vmdk' | 'vdi' | 'vhd' | 'vhdx' | 'iso' | 'luks'

/** What the first bytes of an image say about it. Nothing of it has been judged: see `checkSafety`. */
export interface ImageInspection {
  readonly format: ImageFormat
  /** Undefined where the header does not tell, or lies beyond the file. */
  readonly virtualSizeBytes: number | undefined
  /** JSON-safe facts of the format, e.g. qcow2's `version`, `clusterBytes`, `backingFile`; raw's `bootSector`. */
  readonly details: Readonly<Record<string, string | number | boolean>>
}

const longestBackingFileName = 1023
const isoDescriptorOffset = 32 * 1024

/**
 * Tells an image's format from its content alone, reading headers only.
 *
 * @throws InvalidArgumentError when the content passes for more than one format, as polyglot files do
 * @see openstack/oslo.utils oslo_utils/imageutils/format_inspector.py
 */
export async function inspectImage(source: ByteSource): Promise<ImageInspection> {
  const formats = await detectFormats(source)
  if (formats.length > 1) throw new InvalidArgumentError(`Multiple formats detected: ${formats.join(', ')}`)
  const format = formats[0] ?? 'raw'
  const { virtualSizeBytes, details } = await readers[format](source)
  const known = virtualSizeBytes !== undefined && virtualSizeBytes <= Number.MAX_SAFE_INTEGER
  return { format, virtualSizeBytes: known ? virtualSizeBytes : undefined, details }
}

async function detectFormats(source: ByteSource): Promise<ImageFormat[]> {
  const head = await readHead(source, 0, 512)
  const descriptor = await readHead(source, isoDescriptorOffset, 6)
  const startsWith = (magic: string) => head.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
  const matches: readonly (readonly [ImageFormat, boolean])[] = [
    ['qcow', startsWith('QFI\xfb') && head.readUInt32BE(4) === 1],
    ['qcow2', startsWith('QFI\xfb') && head.readUInt32BE(4) !== 1],
    ['qed', startsWith('QED\0')],
    ['vmdk', startsWith('KDMV') || startsWith('# Disk DescriptorFile')],
    ['vdi', head.readUInt32LE(0x40) === 0xbeda107f],
    ['vhd', startsWith('conectix')],
    ['vhdx', startsWith('vhdxfile')],
    ['luks', startsWith('LUKS\xba\xbe')],
    ['iso', ['CD001', 'NSR02', 'NSR03'].includes(descriptor.toString('latin1', 1, 6))],
  ]
  return matches.filter(([, found]) => found).map(([format]) => format)
}

type FormatReader = (source: ByteSource) => Promise<Omit<ImageInspection, 'format'>>

const readers: Readonly<Record<ImageFormat, FormatReader>> = {
  raw: inspectRaw,
  qcow2: inspectQcow2,
  qcow: async (source) => ({ virtualSizeBytes: u64be(await readHead(source, 24, 8), 0), details: { version: 1 } }),
  qed: async (source) => ({ virtualSizeBytes: u64le(await readHead(source, 48, 8), 0), details: {} }),
  vmdk: inspectVmdk,
  vdi: async (source) => ({ virtualSizeBytes: u64le(await readHead(source, 0x170, 8), 0), details: {} }),
  vhd: async (source) => ({ virtualSizeBytes: u64be(await readHead(source, 40, 8), 0), details: {} }),
  vhdx: async (source) => ({ virtualSizeBytes: await readVhdxSize(source), details: {} }),
  iso: inspectIso,
  luks: inspectLuks,
}

async function inspectRaw(source: ByteSource): Promise<Omit<ImageInspection, 'format'>> {
  const head = await readHead(source, 0, 520)
  const bootSector = head.readUInt16BE(510) === 0x55aa
  const gpt = head.toString('latin1', 512, 520) === 'EFI PART'
  return { virtualSizeBytes: source.sizeBytes, details: { bootSector, gpt } }
}

async function inspectQcow2(source: ByteSource): Promise<Omit<ImageInspection, 'format'>> {
  const raw = await readRawQcow2Header(source)
  const nameBytes = Math.min(raw.backingFileLength, longestBackingFileName)
  const backing =
    raw.backingFileOffset === 0
      ? {}
      : {
          backingFile: (await readHead(source, raw.backingFileOffset, nameBytes)).toString('utf8').replaceAll('\0', ''),
        }
  return {
    virtualSizeBytes: raw.sizeBytes,
    details: {
      version: raw.version,
      clusterBits: raw.clusterBits,
      compression: raw.compressionType === 0 ? 'zlib' : raw.compressionType === 1 ? 'zstd' : 'unknown',
      refcountOrder: raw.refcountOrder,
      lazyRefcounts: (raw.compatible & 1) !== 0,
      encrypted: raw.cryptMethod !== 0,
      dataFile: (raw.incompatible & incompatibleBits.dataFile) !== 0,
      extendedL2: (raw.incompatible & incompatibleBits.extendedL2) !== 0,
      markedDirty: (raw.incompatible & incompatibleBits.dirty) !== 0,
      markedCorrupt: (raw.incompatible & incompatibleBits.corrupt) !== 0,
      unknownFeatures: (raw.incompatible & ~0xf) !== 0 || raw.incompatibleHigh !== 0,
      ...backing,
    },
  }
}

async function inspectVmdk(source: ByteSource): Promise<Omit<ImageInspection, 'format'>> {
  const descriptor = await readVmdkDescriptor(source)
  return {
    virtualSizeBytes: descriptor.virtualSizeBytes,
    details: descriptor.createType === undefined ? {} : { createType: descriptor.createType },
  }
}

/** The primary volume descriptor holds the number of logical blocks and their size. */
async function inspectIso(source: ByteSource): Promise<Omit<ImageInspection, 'format'>> {
  const descriptor = await readHead(source, isoDescriptorOffset, 2048)
  const isPrimary = descriptor.readUInt8(0) === 1
  return {
    virtualSizeBytes: isPrimary ? descriptor.readUInt32LE(80) * descriptor.readUInt16LE(128) : undefined,
    details: { identifier: descriptor.toString('latin1', 1, 6) },
  }
}

/** LUKS 1 tells where its payload starts; the disk inside is what is left of the file. */
async function inspectLuks(source: ByteSource): Promise<Omit<ImageInspection, 'format'>> {
  const head = await readHead(source, 0, 512)
  const version = head.readUInt16BE(6)
  const payloadBytes = source.sizeBytes - head.readUInt32BE(104) * 512
  return { virtualSizeBytes: version === 1 && payloadBytes > 0 ? payloadBytes : undefined, details: { version } }
}
