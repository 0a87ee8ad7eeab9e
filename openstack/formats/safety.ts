import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { ByteSource } from './byte-source.ts'
import { type ImageFormat, type ImageInspection, inspectImage } from './inspect.ts'
import { readVmdkDescriptor } from './vmdk-descriptor.ts'

/** Glance's default `vmdk_allowed_types`. */
export const defaultVmdkTypes: readonly string[] = ['streamOptimized', 'monolithicSparse']

const judgedFormats: ReadonlySet<string> = new Set<ImageFormat>(['raw', 'qcow2', 'vmdk', 'vdi', 'vhd', 'vhdx', 'iso'])

export interface SafetyOptions {
  readonly vmdkAllowedTypes?: readonly string[]
}

/**
 * Judges an image by its headers before anything else of it is read: its content must be of the declared format and
 * must not lead a reader to other files.
 *
 * @param declaredFormat - the image's `disk_format`
 * @returns what the inspection found
 * @throws InvalidArgumentError with Glance's message
 * @see openstack/glance glance/async_/flows/plugins/image_conversion.py; openstack/oslo.utils format_inspector.py
 */
export async function checkSafety(
  source: ByteSource,
  declaredFormat: string,
  { vmdkAllowedTypes = defaultVmdkTypes }: SafetyOptions = {},
): Promise<ImageInspection> {
  if (!judgedFormats.has(declaredFormat)) refuse(`Unable to convert from format ${declaredFormat}`, { declaredFormat })
  const inspection = await inspectImage(source)
  if (inspection.format !== declaredFormat) {
    refuse('Image format mismatch', { declaredFormat, detectedFormat: inspection.format })
  }
  if (inspection.format === 'qcow2') checkQcow2(inspection)
  if (inspection.format === 'vmdk') await checkVmdk(source, vmdkAllowedTypes)
  return inspection
}

function checkQcow2({ details }: ImageInspection): void {
  if (details.backingFile !== undefined) refuse('QCOW images with backing files are not allowed', details)
  if (details.dataFile) refuse('QCOW images with data-file set are not allowed', details)
  // Extended L2 entries count as unknown: upstream's inspector knows four feature bits.
  if (details.unknownFeatures) refuse('Unknown QCOW2 features found', details)
}

async function checkVmdk(source: ByteSource, allowed: readonly string[]): Promise<void> {
  const { createType, violation } = await readVmdkDescriptor(source)
  if (violation !== undefined) refuse(violation)
  if (!createType) return refuse('Unable to determine VMDK create-type')
  if (allowed.length === 0) refuse('Image is a VMDK, but no VMDK createType is specified')
  if (!allowed.includes(createType)) refuse('Invalid VMDK create-type specified', { createType })
}

function refuse(message: string, details: Readonly<Record<string, string | number | boolean>> = {}): never {
  throw new InvalidArgumentError(message, details)
}
