import type { Content } from '#ceph-sim/rbd.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import type { ByteSource } from '#openstack/formats/byte-source.ts'
import { type Qcow2WriteOptions, writeQcow2 } from '#openstack/formats/qcow2-writer.ts'
import type { DiskImage } from '#openstack/formats/segments.ts'

const unitBytes = 4096

/** A disk of holes, noise and repetitive data, in stretches of 4 KiB to 256 KiB. */
export function randomDisk(seed: string, sizeBytes: number): Buffer {
  const random = new SeededRandom(seed)
  const noise = Buffer.from(random.bytes(256 * 1024))
  const disk = Buffer.alloc(sizeBytes)
  for (let at = 0; at < sizeBytes; ) {
    const lengthBytes = (1 + random.integer(64)) * unitBytes
    const kind = random.integer(3)
    if (kind === 1) disk.set(noise.subarray(0, Math.min(lengthBytes, sizeBytes - at)), at)
    if (kind === 2) disk.fill(`block ${at};`, at, Math.min(at + lengthBytes, sizeBytes))
    at += lengthBytes
  }
  return disk
}

/** What an image's runs say its disk holds. Checks on the way that they are in order, without gaps, and small. */
export async function readDisk(
  image: DiskImage,
  range = { offset: 0, lengthBytes: image.virtualSizeBytes },
): Promise<Buffer> {
  const disk = Buffer.alloc(range.lengthBytes, 0xff)
  let at = range.offset
  let last: Content['kind'] | undefined
  for await (const run of image.runs(range)) {
    if (run.offset !== at) throw new Error(`run at ${run.offset}, expected ${at}`)
    if (run.kind === 'zero' && last === 'zero') throw new Error(`two zero runs meet at ${at}`)
    if (run.kind === 'data' && run.bytes.byteLength > 1024 * 1024)
      throw new Error(`a piece of ${run.bytes.byteLength} bytes`)
    const end = at + (run.kind === 'data' ? run.bytes.byteLength : run.lengthBytes)
    if (run.kind === 'data') disk.set(run.bytes, at - range.offset)
    else disk.fill(0, at - range.offset, end - range.offset)
    at = end
    last = run.kind
  }
  if (at !== range.offset + range.lengthBytes) throw new Error(`the runs end at ${at}`)
  return disk
}

/** An image file in memory, written by `writeQcow2`. */
export async function qcow2Of(
  disk: Buffer,
  options: Omit<Qcow2WriteOptions, 'virtualSizeBytes'> = {},
): Promise<Buffer> {
  let file = Buffer.alloc(disk.byteLength * 2 + 1024 * 1024)
  const sink = {
    write: async (offset: number, bytes: Uint8Array) => {
      if (offset + bytes.byteLength > file.byteLength)
        file = Buffer.concat([file, Buffer.alloc(offset + bytes.byteLength)])
      file.set(bytes, offset)
    },
  }
  const content: Content[] = [{ kind: 'data', offset: 0, bytes: disk }]
  const { fileBytes } = await writeQcow2(sink, content, { ...options, virtualSizeBytes: disk.byteLength })
  return file.subarray(0, fileBytes)
}

/** A source that keeps count of what it is asked for. */
export class CountingSource implements ByteSource {
  readonly #bytes: Uint8Array
  readBytes = 0
  largestReadBytes = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get sizeBytes(): number {
    return this.#bytes.byteLength
  }

  async read(offset: number, lengthBytes: number): Promise<Uint8Array> {
    this.readBytes += lengthBytes
    this.largestReadBytes = Math.max(this.largestReadBytes, lengthBytes)
    return this.#bytes.slice(offset, offset + lengthBytes)
  }
}

/** Places fields into a zeroed structure. */
function struct(lengthBytes: number, fill: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(lengthBytes)
  fill(bytes)
  return bytes
}

const mib = 1024 * 1024

/** A dynamic VDI that stores every second block of `disk` (whole MiB); the others are unallocated. */
export function vdiOf(disk: Buffer): Buffer {
  const blocks = disk.byteLength / mib
  const stored: Buffer[] = []
  const map = Buffer.alloc(512 * Math.ceil(blocks / 128), 0xff)
  for (let i = 0; i < blocks; i += 2) {
    map.writeUInt32LE(stored.length, i * 4)
    stored.push(disk.subarray(i * mib, (i + 1) * mib))
  }
  const header = struct(512, (h) => {
    h.writeUInt32LE(0xbeda107f, 0x40)
    h.writeUInt32LE(0x0001_0001, 0x44)
    h.writeUInt32LE(1, 0x4c)
    h.writeUInt32LE(512, 0x154)
    h.writeUInt32LE(512 + map.byteLength, 0x158)
    h.writeUInt32LE(512, 0x168)
    h.writeBigUInt64LE(BigInt(disk.byteLength), 0x170)
    h.writeUInt32LE(mib, 0x178)
    h.writeUInt32LE(blocks, 0x180)
  })
  return Buffer.concat([header, map, ...stored])
}

/** A dynamic VHD with 2 MiB blocks; every second block of `disk` is stored. */
export function vhdOf(disk: Buffer): Buffer {
  const blockBytes = 2 * mib
  const blocks = disk.byteLength / blockBytes
  const table = Buffer.alloc(512, 0xff)
  const parts: Buffer[] = []
  let sector = (512 + 1024 + 512) / 512
  for (let i = 0; i < blocks; i += 2) {
    table.writeUInt32BE(sector, i * 4)
    parts.push(Buffer.alloc(512, 0xff), disk.subarray(i * blockBytes, (i + 1) * blockBytes))
    sector += 1 + blockBytes / 512
  }
  const footer = struct(512, (f) => {
    f.write('conectix', 0, 'latin1')
    f.writeBigUInt64BE(512n, 16)
    f.writeBigUInt64BE(BigInt(disk.byteLength), 40)
    f.writeBigUInt64BE(BigInt(disk.byteLength), 48)
    f.writeUInt32BE(3, 60)
  })
  const header = struct(1024, (h) => {
    h.write('cxsparse', 0, 'latin1')
    h.writeBigUInt64BE(1536n, 16)
    h.writeUInt32BE(blocks, 28)
    h.writeUInt32BE(blockBytes, 32)
  })
  return Buffer.concat([footer, header, table, ...parts, footer])
}

export const goodVmdkDescriptor = [
  '# Disk DescriptorFile',
  'version=1',
  'CID=6a2d8f01',
  'parentCID=ffffffff',
  'createType="monolithicSparse"',
  'RW 8192 SPARSE "disk.vmdk"',
  'ddb.adapterType = "ide"',
  '',
].join('\n')

/** A monolithicSparse VMDK with 64 KiB grains, of at most 32 MiB; grains of zeros are left out. */
export function vmdkOf(disk: Buffer, descriptor = goodVmdkDescriptor): Buffer {
  const grainBytes = 64 * 1024
  const directorySector = 32
  const firstGrainSector = 128
  const header = struct(512, (h) => {
    h.write('KDMV', 0, 'latin1')
    h.writeUInt32LE(1, 4)
    h.writeUInt32LE(3, 8)
    h.writeBigUInt64LE(BigInt(disk.byteLength / 512), 12)
    h.writeBigUInt64LE(128n, 20)
    h.writeBigUInt64LE(1n, 28)
    h.writeBigUInt64LE(20n, 36)
    h.writeUInt32LE(512, 44)
    h.writeBigUInt64LE(BigInt(directorySector), 56)
  })
  const head = Buffer.alloc(firstGrainSector * 512)
  head.set(header)
  head.write(descriptor, 512, 'latin1')
  head.writeUInt32LE(directorySector + 1, directorySector * 512)
  const grains: Buffer[] = []
  for (let at = 0; at < disk.byteLength; at += grainBytes) {
    const grain = disk.subarray(at, at + grainBytes)
    if (grain.every((byte) => byte === 0)) continue
    head.writeUInt32LE(firstGrainSector + grains.length * 128, (directorySector + 1) * 512 + (at / grainBytes) * 4)
    grains.push(grain)
  }
  return Buffer.concat([head, ...grains])
}

/** A VHDX with 1 MiB blocks; every second block of `disk` is stored. */
export function vhdxOf(disk: Buffer): Buffer {
  const blocks = disk.byteLength / mib
  const head = Buffer.alloc(4 * mib)
  head.write('vhdxfile', 0, 'latin1')
  for (const [at, sequence] of [
    [64, 7n],
    [128, 8n],
  ] as const) {
    head.write('head', at * 1024, 'latin1')
    head.writeBigUInt64LE(sequence, at * 1024 + 8)
  }
  const regions = 192 * 1024
  head.write('regi', regions, 'latin1')
  head.writeUInt32LE(2, regions + 8)
  writeEntry(head, regions + 16, '6677c22d23f600429d64115e9bfd4a08', [BigInt(3 * mib), BigInt(mib)])
  writeEntry(head, regions + 48, '06a27c8b90479a4bb8fe575f050f886e', [BigInt(2 * mib), BigInt(mib)])
  const metadata = 2 * mib
  head.write('metadata', metadata, 'latin1')
  head.writeUInt16LE(3, metadata + 10)
  const item = (index: number, guid: string, value: bigint) => {
    const place = 64 * 1024 + index * 8
    writeEntry(head, metadata + 32 + index * 32, guid, [BigInt(place) + (8n << 32n)])
    head.writeBigUInt64LE(value, metadata + place)
  }
  item(0, '3767a1ca36fa434db3b633f0aa44e76b', BigInt(mib))
  item(1, '2442a52f1bcd7648b2115dbed83bf4b8', BigInt(disk.byteLength))
  item(2, '1dbf41816fa90947ba47f233a8faab5f', 512n)
  const stored: Buffer[] = []
  for (let i = 0; i < blocks; i += 2) {
    head.writeBigUInt64LE((BigInt(4 + stored.length) << 20n) | 6n, 3 * mib + i * 8)
    stored.push(disk.subarray(i * mib, (i + 1) * mib))
  }
  return Buffer.concat([head, ...stored])
}

function writeEntry(bytes: Buffer, at: number, guidHex: string, words: readonly bigint[]): void {
  bytes.write(guidHex, at, 'hex')
  words.forEach((word, i) => {
    bytes.writeBigUInt64LE(word, at + 16 + i * 8)
  })
}
