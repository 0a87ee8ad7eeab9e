import type { Actor } from '#central/identity/actor.ts'
import type { Content } from '#ceph-sim/rbd.ts'
import { MiB } from '#kernel/units/bytes.ts'

/** The door between a recorded request and the services does not exist here: what only it can answer. */
export class BeyondTheServicesError extends Error {}

/** The bytes that the recorder uploaded; their MD5 stands in the recordings. */
export const uploaded = Buffer.from(Array.from({ length: MiB }, (_, i) => i % 256))

export interface ImportBody {
  readonly method?: { readonly name?: string; readonly uri?: string }
  readonly stores?: readonly string[]
  readonly all_stores?: boolean
  readonly all_stores_must_succeed?: boolean
}

export function actorOf(as: string): Actor {
  const project = as === 'ro' ? 'demo' : as
  const role = as === 'admin' ? 'admin' : as === 'ro' ? 'reader' : 'member'
  return { user: as, project: `project ${project}`, roles: [role] }
}

/** A creation's body in the services' words; values that their types do not have are the door's to refuse. */
export function newImage(body: unknown) {
  const {
    id,
    name,
    disk_format,
    container_format,
    visibility,
    protected: kept,
    min_disk,
    min_ram,
    tags,
    owner,
    os_hidden,
    ...rest
  } = requireObject(body)
  for (const key of ['locations']) if (key in rest) throw new BeyondTheServicesError(`the attribute ${key}`)
  for (const value of Object.values(rest))
    if (typeof value !== 'string') throw new BeyondTheServicesError('types of JSON values')
  for (const number of [min_disk, min_ram])
    if (number !== undefined && typeof number !== 'number') throw new BeyondTheServicesError('types of JSON values')
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return {
    id: text(id),
    name: text(name),
    owner: text(owner),
    osHidden: os_hidden === true,
    diskFormat: text(disk_format),
    containerFormat: text(container_format),
    visibility: text(visibility),
    protected: kept === true,
    minDiskGib: min_disk as number | undefined,
    minRamMib: min_ram as number | undefined,
    tags: tags as string[] | undefined,
    properties: rest as Record<string, string>,
  }
}

/** A JSON patch of one operation on a name, a visibility or a property. */
export function change(body: unknown) {
  const operations = body as readonly { op: string; path: string; value?: string }[]
  const [operation] = operations
  const name = operation?.path.slice(1) ?? ''
  if (operations.length !== 1 || name.includes('/')) throw new BeyondTheServicesError(`a patch of ${operation?.path}`)
  const { op, value = '' } = operation!
  if (name === 'locations') throw new BeyondTheServicesError('a patch of locations')
  if (op === 'remove') return { unset: [name] }
  return name === 'name' || name === 'visibility' ? { [name]: value } : { set: { [name]: value } }
}

function requireObject(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || 'text' in body) {
    throw new BeyondTheServicesError('a body that is no object')
  }
  return body as Record<string, unknown>
}

export async function* data(body: unknown): AsyncGenerator<Content> {
  const { bytes } = body as { bytes: number }
  if (bytes !== uploaded.byteLength) {
    // Only its length is in the recording.
    yield { kind: 'zero', offset: 0, lengthBytes: bytes }
    return
  }
  for (let offset = 0; offset < uploaded.byteLength; offset += 65536) {
    yield { kind: 'data', offset, bytes: uploaded.subarray(offset, offset + 65536) }
  }
}
