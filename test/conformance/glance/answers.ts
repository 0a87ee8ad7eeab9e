import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { GlanceImage, ImageTask } from '#central/images/image.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { MiB } from '#kernel/units/bytes.ts'

/** The recorder's web server sent random bytes: only that checksum cannot be the same. */
export const served = Buffer.from(new SeededRandom('web').bytes(MiB))
export const servedMd5 = { recorded: 'e112c7d982685d991bc247d74dd3b938', ours: md5(served) }

const watchedKeys = [
  'status',
  'stores',
  'os_glance_importing_to_stores',
  'os_glance_failed_import',
  'os_glance_import_task',
  'disk_format',
  'container_format',
  'size',
  'virtual_size',
  'checksum',
]
/** Not compared: links, times, and where the bytes lie (files there, RBD here); `stores` says it as well. */
const notCompared = ['created_at', 'updated_at', 'self', 'file', 'schema', 'locations', 'direct_url']

export function imageBody(image: GlanceImage): Record<string, unknown> {
  const stores = image.locations.map(({ store }) => store).join(',')
  return {
    ...image.properties,
    id: image.id,
    name: image.name || null,
    status: image.status,
    disk_format: image.diskFormat ?? null,
    container_format: image.containerFormat ?? null,
    visibility: image.visibility,
    protected: image.protected,
    min_disk: image.minDiskGib,
    min_ram: image.minRamMib,
    owner: image.owner,
    size: image.sizeBytes ?? null,
    virtual_size: image.virtualSizeBytes ?? null,
    checksum: image.checksum ?? null,
    os_hidden: image.osHidden,
    os_hash_algo: image.osHashValue ? 'sha512' : null,
    os_hash_value: image.osHashValue ?? null,
    tags: image.tags,
    ...(stores ? { stores } : {}),
  }
}

export function taskBody(task: ImageTask) {
  return { status: task.status, message: task.message, result: task.result ?? null, image_id: task.imageId }
}

export type SameText = (ours: unknown, recorded: string) => boolean

/** What two answers differ in; keys that only the services' answer has, and hashes of other bytes, do not count. */
export function difference(ours: unknown, recorded: unknown, sameText: SameText): string | undefined {
  if (Array.isArray(recorded)) return listDifference(ours, recorded, sameText)
  if (typeof recorded === 'object' && recorded !== null) {
    return recordDifference((ours ?? {}) as Record<string, unknown>, recorded as Record<string, unknown>, sameText)
  }
  const same = typeof recorded === 'string' ? sameText(ours, recorded) : ours === recorded
  return same ? undefined : `${JSON.stringify(ours)}, recorded ${JSON.stringify(recorded)}`
}

export function recordDifference(ours: Record<string, unknown>, recorded: Record<string, unknown>, sameText: SameText) {
  for (const [key, value] of Object.entries(recorded)) {
    const otherBytes = key === 'os_hash_value' && ours.checksum === servedMd5.ours
    if (notCompared.includes(key) || otherBytes || (ours[key] === undefined && taskOnly.includes(key))) continue
    const found = difference(ours[key], value, sameText)
    if (found) return `${key}: ${found}`
  }
  return undefined
}

/** Tags come in any order. */
export function listDifference(ours: unknown, recorded: readonly unknown[], sameText: SameText): string | undefined {
  if (!Array.isArray(ours) || ours.length !== recorded.length) return `${JSON.stringify(ours)} is another list`
  const sorted = (list: readonly unknown[]) =>
    list.every((each) => typeof each === 'string') ? [...list].sort() : list
  const differences = sorted(recorded).map((each, i) => difference(sorted(ours)[i], each, sameText))
  return differences.find((each) => each !== undefined)
}

/** Parts of a task that are the door's to write. */
export const taskOnly = ['type', 'expires_at', 'deleted', 'deleted_at', 'request_id', 'user_id', 'input', 'owner']

/** The sentence of an error page; where there are two, the second is what the service had to say. */
export function errorText(body: unknown): string {
  const text = (body as { text?: string } | null)?.text ?? ''
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (lines.at(-1) ?? '').replace(/^ (.*) {2}$/, '$1')
}

export function watched(image: GlanceImage): Record<string, unknown> {
  const body = imageBody(image)
  return presentTask(Object.fromEntries(watchedKeys.filter((key) => key in body).map((key) => [key, body[key]])))
}

/** Which task holds the lock is another one each time; that there is one counts. */
export function presentTask(state: Record<string, unknown>): Record<string, unknown> {
  return 'os_glance_import_task' in state ? { ...state, os_glance_import_task: 'locked' } : state
}

export function distinct(states: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return states.filter((state, i) => i === 0 || !isDeepStrictEqual(state, states[i - 1]))
}

export function isSubsequence(part: readonly unknown[], whole: readonly unknown[]): boolean {
  let at = 0
  for (const each of whole) if (at < part.length && isDeepStrictEqual(each, part[at])) at++
  return at === part.length
}

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex')
}
