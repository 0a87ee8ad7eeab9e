import { type ByteSource, readHead, u64le } from './byte-source.ts'

/** What a VMDK says of itself: the binary header of a sparse extent, and the text descriptor. */
export interface VmdkDescriptor {
  readonly version: number
  /** Undefined for a descriptor without a sparse extent in the same file. */
  readonly virtualSizeBytes: number | undefined
  readonly grainSectors: number
  readonly grainTableEntries: number
  readonly grainDirectorySector: number
  readonly compressed: boolean
  /** Table entry 1 means a grain of zeros. */
  readonly zeroGrains: boolean
  readonly createType: string | undefined
  /** Why the descriptor must not be trusted, when it must not. */
  readonly violation: string | undefined
}

const sectorBytes = 512
/** The descriptor's place and largest size are fixed by qemu as well. */
const descriptorOffset = 512
const largestDescriptorBytes = 1024 * 1024 - 1

/** Reads header and descriptor of a VMDK. Never throws for content: what is wrong stands in `violation`. */
export async function readVmdkDescriptor(source: ByteSource): Promise<VmdkDescriptor> {
  const head = await readHead(source, 0, sectorBytes)
  const isSparse = head.toString('latin1', 0, 4) === 'KDMV'
  const offset = isSparse ? u64le(head, 28) * sectorBytes : 0
  const lengthBytes = isSparse
    ? Math.min(u64le(head, 36) * sectorBytes, largestDescriptorBytes)
    : Math.min(source.sizeBytes, largestDescriptorBytes)
  const misplaced = isSparse && offset !== descriptorOffset
  const available = Math.max(0, Math.min(lengthBytes, source.sizeBytes - offset))
  const text = misplaced ? Buffer.alloc(0) : await readHead(source, offset, available)
  const createType = /createType="([^"]{0,63})"/.exec(text.toString('latin1'))?.[1]
  return {
    version: head.readUInt32LE(4),
    virtualSizeBytes: isSparse ? u64le(head, 12) * sectorBytes : undefined,
    grainSectors: u64le(head, 20),
    grainTableEntries: head.readUInt32LE(44),
    grainDirectorySector: u64le(head, 56),
    compressed: (head.readUInt32LE(8) & 0x1_0000) !== 0,
    zeroGrains: (head.readUInt32LE(8) & 4) !== 0,
    createType,
    violation: (isSparse ? headerViolation(head) : undefined) ?? descriptorViolation(text),
  }
}

function headerViolation(head: Buffer): string | undefined {
  const version = head.readUInt32LE(4)
  if (version < 1 || version > 3) return `Unsupported format version ${version}`
  // A footer would take precedence over the header that was judged.
  if (head.readUInt32LE(56) === 0xffff_ffff && head.readUInt32LE(60) === 0xffff_ffff) return 'Unsupported VMDK footer'
  return u64le(head, 28) * sectorBytes === descriptorOffset ? undefined : 'Wrong descriptor location'
}

/** Every line must be understood, and no extent may name a path. */
function descriptorViolation(text: Buffer): string | undefined {
  const nul = text.indexOf(0)
  const used = nul === -1 ? text : text.subarray(0, nul)
  if (used.byteLength === 0) return 'No descriptor found'
  if (used.some((byte) => byte > 0x7f)) return 'Invalid VMDK descriptor data'
  const extents: string[] = []
  for (const line of used
    .toString('latin1')
    .toLowerCase()
    .split('\n')
    .map((part) => part.trim())) {
    if (line === '' || line.startsWith('#') || line.startsWith('ddb') || /^[^ =]+=/.test(line)) continue
    if (!/^(rw|rdonly|noaccess) /.test(line)) return 'Invalid VMDK descriptor data'
    extents.push(line)
  }
  if (extents.some((line) => line.includes('/'))) return 'Invalid extent filenames found'
  return extents.length === 0 ? 'No extents found' : undefined
}
