import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CommandIo } from '#cli/command-io.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readHead } from '#openstack/formats/byte-source.ts'
import { type ImageInspection, inspectImage } from '#openstack/formats/inspect.ts'
import { isSystemError, openFileSource } from '../image-file.ts'

/**
 * `file NAME...` for disk images, in the words of file(1): `cirros.img: QEMU QCOW2 Image (v3), 117440512 bytes`.
 * What is not an image is `data`; options are not simulated.
 *
 * @returns the exit code: 0 even for files that cannot be opened, as file(1) does
 */
export async function runFile(argv: readonly string[], io: CommandIo): Promise<number> {
  const option = argv.find((word) => word.startsWith('-') && word !== '--')
  if (option !== undefined) {
    io.stderr(`file: option ${option}: not simulated\n`)
    return 1
  }
  const names = argv.filter((word) => word !== '--')
  if (names.length === 0) {
    io.stderr('Usage: file <file> ...\n')
    return 1
  }
  const width = Math.max(...names.map((name) => name.length)) + 2
  for (const name of names) io.stdout(`${`${name}:`.padEnd(width)}${await describe(name, io)}\n`)
  return 0
}

async function describe(name: string, io: CommandIo): Promise<string> {
  try {
    const path = resolve(io.cwd, name)
    if ((await stat(path)).isDirectory()) return 'directory'
    await using source = await openFileSource(path)
    if (source.sizeBytes === 0) return 'empty'
    return await describeImage(await inspectImage(source), source)
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return `cannot open \`${name}' (No such file or directory)`
    if (isSystemError(error, 'EACCES')) return 'regular file, no read permission'
    if (error instanceof DomainError) return 'data'
    throw error
  }
}

async function describeImage(inspection: ImageInspection, source: ByteSource): Promise<string> {
  const { details, virtualSizeBytes } = inspection
  const size = virtualSizeBytes === undefined ? '' : `, ${virtualSizeBytes} bytes`
  switch (inspection.format) {
    case 'qcow2': {
      const backing = details.backingFile === undefined ? '' : `, has backing file (path ${details.backingFile})`
      const encrypted = details.encrypted === true ? ', AES-encrypted' : ''
      return `QEMU QCOW2 Image (v${details.version})${backing}${size}${encrypted}`
    }
    case 'qcow':
      return `QEMU QCOW Image (v1)${size}`
    case 'qed':
      return 'QEMU QED Image'
    case 'vmdk':
      return 'VMware4 disk image'
    case 'vdi':
      return `VirtualBox Disk Image${size}`
    case 'vhd':
      return `Microsoft Disk Image, Virtual Server or Virtual PC${size}`
    case 'vhdx':
      return 'Microsoft Disk Image eXtended'
    case 'iso':
      return details.identifier === 'CD001' ? 'ISO 9660 CD-ROM filesystem data' : 'UDF filesystem data'
    case 'luks':
      return `LUKS encrypted file, ver ${details.version}`
    case 'raw':
      return details.bootSector === true ? bootSectorText(await readHead(source, 0, 512)) : 'data'
  }
}

const partitionTable = 446

function bootSectorText(sector: Buffer): string {
  const parts = ['DOS/MBR boot sector']
  for (let i = 0; i < 4; i++) {
    const entry = sector.subarray(partitionTable + i * 16, partitionTable + (i + 1) * 16)
    const type = entry.readUInt8(4)
    if (type === 0) continue
    const status = entry.readUInt8(0)
    const active = status === 0 ? '' : status === 0x80 ? ', active' : `, active ${hex(status)}`
    parts.push(
      `partition ${i + 1} : ID=${hex(type)}${active}, start-CHS (${chs(entry, 1)}), end-CHS (${chs(entry, 5)}), ` +
        `startsector ${entry.readUInt32LE(8)}, ${entry.readUInt32LE(12)} sectors`,
    )
  }
  return parts.join('; ')
}

/** Cylinder, head, sector: the cylinder's two high bits stand above the sector. */
function chs(entry: Buffer, at: number): string {
  const sector = entry.readUInt8(at + 1)
  return `${hex(entry.readUInt8(at + 2) + ((sector & 0xc0) << 2))},${entry.readUInt8(at)},${sector & 0x3f}`
}

function hex(value: number): string {
  return `0x${value.toString(16)}`
}
