import type { Command } from 'commander'
import type { NewImage } from '../cloud.ts'
import { checkFormat, containerFormats, diskFormats, keyValue, truth, visibilities, wholeNumber } from './checks.ts'

/** The options that describe a new image, shared by image-create and image-create-via-import. */
export interface ImageFieldOptions {
  readonly id?: string
  readonly name?: string
  readonly diskFormat?: string
  readonly containerFormat?: string
  readonly visibility?: string
  readonly protected?: boolean
  readonly minDisk?: number
  readonly minRam?: number
  readonly tags?: readonly string[]
  readonly property?: Readonly<Record<string, string>>
}

export function addImageFields(command: Command): Command {
  return command
    .option('--id <ID>', 'an identifier for the image')
    .option('--name <NAME>', 'descriptive name for the image')
    .option('--disk-format <DISK_FORMAT>', `format of the disk: ${diskFormats.join(', ')}`)
    .option('--container-format <CONTAINER_FORMAT>', `format of the container: ${containerFormats.join(', ')}`)
    .option('--visibility <VISIBILITY>', `scope of image accessibility: ${visibilities.join(', ')}`)
    .option('--protected <True|False>', 'if true, image will not be deletable', truth)
    .option('--min-disk <MIN_DISK>', 'amount of disk space (in GB) required to boot image', wholeNumber)
    .option('--min-ram <MIN_RAM>', 'amount of ram (in MB) required to boot image', wholeNumber)
    .option('--tags <TAGS...>', 'list of strings related to the image')
    .option(
      '--property <key=value>',
      'arbitrary property to associate with image; may be used more than once',
      keyValue,
    )
}

/** @throws CommandFailure for a value that the image schema does not know */
export function newImage(options: ImageFieldOptions): NewImage {
  checkFormat('disk_format', options.diskFormat, diskFormats)
  checkFormat('container_format', options.containerFormat, containerFormats)
  checkFormat('visibility', options.visibility, visibilities)
  return {
    id: options.id,
    name: options.name,
    diskFormat: options.diskFormat,
    containerFormat: options.containerFormat,
    visibility: options.visibility,
    protected: options.protected,
    minDiskGib: options.minDisk,
    minRamMib: options.minRam,
    tags: options.tags,
    properties: options.property,
  }
}
