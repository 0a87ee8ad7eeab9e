import { ForbiddenError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { GlanceImage } from './image.ts'

export interface NewImage {
  readonly name?: string | undefined
  readonly diskFormat?: string | undefined
  readonly containerFormat?: string | undefined
  readonly visibility?: string | undefined
  readonly protected?: boolean | undefined
  readonly minDiskGib?: number | undefined
  readonly minRamMib?: number | undefined
  readonly tags?: readonly string[] | undefined
  readonly properties?: Readonly<Record<string, string>> | undefined
  readonly id?: string | undefined
  /** A project's id; the actor's own when absent. Another one's is for admins. */
  readonly owner?: string | undefined
  readonly osHidden?: boolean | undefined
}

export interface ImageChange {
  readonly name?: string | undefined
  readonly visibility?: string | undefined
  readonly protected?: boolean | undefined
  readonly minDiskGib?: number | undefined
  readonly minRamMib?: number | undefined
  readonly set?: Readonly<Record<string, string>>
  readonly unset?: readonly string[]
}

const diskFormats = 'ami ari aki vhd vhdx vmdk raw qcow2 vdi iso ploop'.split(' ')
const containerFormats = 'ami ari aki bare ovf ova docker compressed'.split(' ')
const visibilities = ['public', 'community', 'shared', 'private'] as const

/** What Glance demands of a new record. @throws InvalidArgumentError, ForbiddenError with its texts */
export function checkNewImage(request: NewImage): void {
  requireOneOf('disk_format', request.diskFormat, diskFormats)
  requireOneOf('container_format', request.containerFormat, containerFormats)
  requireOneOf('visibility', request.visibility, visibilities)
  requireUserProperties(Object.keys(request.properties ?? {}))
  requireShort(request.name ?? '', ...(request.tags ?? []))
  requireNotNegative('min_disk', request.minDiskGib)
  requireNotNegative('min_ram', request.minRamMib)
  if (request.id && !isUuid(request.id)) {
    throw new InvalidArgumentError(`Invalid image id format: ${request.id} is not a UUID`, { id: request.id })
  }
}

/** What Glance demands of a change. @throws InvalidArgumentError, ForbiddenError with its texts */
export function checkImageChange(change: ImageChange): void {
  requireOneOf('visibility', change.visibility, visibilities)
  requireShort(change.name ?? '')
  requireNotNegative('min_disk', change.minDiskGib)
  requireNotNegative('min_ram', change.minRamMib)
  requireUserProperties([...Object.keys(change.set ?? {}), ...(change.unset ?? [])])
}

/** @throws InvalidArgumentError with Glance's text */
export function requireFormats(image: GlanceImage): void {
  if (image.diskFormat && image.containerFormat) return
  throw new InvalidArgumentError('Properties disk_format, container_format must be set prior to saving data.', {
    id: image.id,
  })
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const isUuid = (text: string): boolean => uuidPattern.test(text)

function requireOneOf(field: string, value: string | undefined, allowed: readonly string[]): void {
  if (!value || allowed.includes(value)) return
  throw new InvalidArgumentError(
    `Invalid value '${value}' for attribute '${field}'. Valid values are: ${allowed.join(', ')}`,
    { field, value },
  )
}

const readOnly =
  'id status size virtual_size checksum os_hash_algo os_hash_value created_at updated_at direct_url self file schema stores'.split(
    ' ',
  )
const reserved = ['locations', 'location', 'deleted', 'deleted_at']

function requireUserProperties(names: readonly string[]): void {
  for (const name of names) {
    if (name.length > 255) {
      throw new InvalidArgumentError('Custom property should not be greater than 255 characters.', { name })
    }
    if (readOnly.includes(name)) throw new ForbiddenError(`Attribute '${name}' is read-only.`, { name })
    if (reserved.includes(name) || name.startsWith('os_glance_')) {
      throw new ForbiddenError(`Attribute '${name}' is reserved.`, { name })
    }
  }
}

function requireShort(...texts: readonly string[]): void {
  const long = texts.find((text) => text.length > 255)
  if (long) throw new InvalidArgumentError(`'${long}' is too long`)
}

function requireNotNegative(field: string, value: number | undefined): void {
  if (value === undefined || value >= 0) return
  throw new InvalidArgumentError(`Invalid value '${value}' for parameter '${field}': Cannot be a negative value`, {
    field,
    value,
  })
}
