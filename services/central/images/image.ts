import type { ImageLocation } from '#openstack/site-agent.ts'
import type { ImageStatus } from '#openstack/states/image.ts'

/** Glance's record of an image. Absent means null in the API. Times are simulated instants. */
export interface GlanceImage {
  readonly id: string
  readonly name: string
  readonly status: ImageStatus
  readonly diskFormat?: string | undefined
  readonly containerFormat?: string | undefined
  readonly visibility: 'public' | 'community' | 'shared' | 'private'
  readonly protected: boolean
  readonly minDiskGib: number
  readonly minRamMib: number
  readonly owner: string
  readonly sizeBytes?: number | undefined
  readonly virtualSizeBytes?: number | undefined
  /** MD5 of the data, hex. */
  readonly checksum?: string | undefined
  /** SHA-512 of the data, hex; absent while nobody has computed it (T16). */
  readonly osHashValue?: string | undefined
  readonly osHidden: boolean
  readonly tags: readonly string[]
  /** In the order in which the stores got their copies. */
  readonly locations: readonly ImageLocation[]
  /** All other properties, the `os_glance_*` ones among them, in the order in which they were set. */
  readonly properties: Readonly<Record<string, string>>
  readonly createdMs: number
  readonly updatedMs: number
}

export const importMethods = ['glance-direct', 'web-download', 'copy-image'] as const
export type ImportMethod = (typeof importMethods)[number]

export interface ImportRequest {
  readonly method: string
  readonly uri?: string | undefined
  /** The default store when absent; an empty list is a request for no store at all. */
  readonly stores?: readonly string[] | undefined
  readonly allStores?: boolean | undefined
  /** Default true, as in the API; the glance command sends false (T14). */
  readonly allStoresMustSucceed?: boolean | undefined
}

/** An `api_image_import` task. */
export interface ImageTask {
  readonly id: string
  readonly name: string
  readonly status: 'pending' | 'processing' | 'success' | 'failure'
  readonly message: string
  readonly owner: string
  readonly imageId: string
  readonly requestId: string
  readonly userId: string
  readonly input: ImportRequest
  readonly result?: { readonly image_id: string } | undefined
  readonly createdMs: number
  readonly updatedMs: number
  readonly expiresMs?: number | undefined
}

/** One write of an image into one store: what the report's copy table shows. */
export interface StoreCopy {
  readonly id: string
  readonly name: string
  readonly imageId: string
  readonly store: string
  readonly method: 'upload' | ImportMethod
  readonly state: 'writing' | 'done' | 'failed'
  readonly startedMs: number
  readonly endedMs?: number | undefined
  readonly bytes: number
  readonly taskId: string
}

/** The properties by which an import says what it is doing; users cannot set them. */
export const importProperties = {
  task: 'os_glance_import_task',
  importing: 'os_glance_importing_to_stores',
  failed: 'os_glance_failed_import',
} as const

/** `central,dcn0` as a list; an absent or empty property is an empty list. */
export function storeList(value: string | undefined): readonly string[] {
  return value ? value.split(',') : []
}
