import { UnsupportedError } from '#kernel/errors/domain-error.ts'
import type { ByteSource } from './byte-source.ts'
import type { ImageFormat } from './inspect.ts'
import { openQcow2 } from './qcow2-reader.ts'
import { openRaw } from './raw-reader.ts'
import type { DiskImage } from './segments.ts'
import { openVdi } from './vdi-reader.ts'
import { openVhd } from './vhd-reader.ts'
import { openVhdx } from './vhdx-reader.ts'
import { openVmdk } from './vmdk-reader.ts'

type OpenImage = (source: ByteSource) => DiskImage | Promise<DiskImage>

const openers: Partial<Readonly<Record<ImageFormat, OpenImage>>> = {
  raw: openRaw,
  iso: openRaw,
  qcow2: openQcow2,
  vmdk: openVmdk,
  vdi: openVdi,
  vhdx: openVhdx,
  vhd: openVhd,
}

/** Formats whose content can be read as a raw disk. */
export const readableFormats = Object.keys(openers) as readonly ImageFormat[]

/**
 * The formats that Glance's image_conversion plugin turns into raw. It knows `vhd` too, but hands that name to
 * qemu-img, which calls the format `vpc` and fails.
 */
export const glanceConvertibleFormats: readonly ImageFormat[] = ['raw', 'qcow2', 'vmdk', 'vdi', 'vhdx']

/**
 * Opens an image as the raw disk it describes: its `runs()` are the converted content, its virtual size the raw file's
 * length. Readers refuse what leads to other files, but do not compare content with a declared format: see
 * `checkSafety`.
 *
 * @throws UnsupportedError for a format without a reader; otherwise what the format's reader throws
 */
export async function openAsRaw(source: ByteSource, format: string): Promise<DiskImage> {
  const open = openers[format as ImageFormat]
  if (!open) throw new UnsupportedError(`Unable to convert from format ${format}`, { format })
  return open(source)
}
