/**
 * What an image or a snapshot is beside its content, as plain data: which name space a snapshot's name belongs to, and
 * whether an image lies in the trash, is a group's member, migrates, or is mirrored. Links go by id, so that no rename
 * can break them.
 */

/** Where a snapshot's name belongs. Only those of users can be named on a command line. */
export type SnapshotNamespace =
  | { readonly kind: 'user' }
  /** Removed while it had clones of format 2: it stays under a UUID until the last of them is gone. */
  | { readonly kind: 'trash'; readonly originalName: string }
  /** An image's part of a group's snapshot. */
  | { readonly kind: 'group'; readonly pool: number; readonly group: string; readonly groupSnapshot: string }
  /** Taken for mirroring, by the primary image. */
  | { readonly kind: 'mirror' }

export const userNamespace: SnapshotNamespace = { kind: 'user' }

/** An image in the trash keeps its name there, and may share it with others. */
export interface TrashEntry {
  /** `migration`: the source of a migration, which only `trash ls --all` shows. */
  readonly source: 'user' | 'migration'
  readonly deletedMs: number
  /** Until then it is only removed by force. */
  readonly deferredUntilMs: number
}

/** The group that an image is a member of. */
export interface GroupLink {
  readonly pool: number
  readonly group: string
}

export interface GroupState extends GroupLink {
  readonly name: string
  /** Of the group's pool; empty for the default one. */
  readonly namespace: string
  /** Ids of images, in the order in which they were added. */
  readonly members: readonly string[]
  readonly snapshots: readonly GroupSnapshotState[]
}

export interface GroupSnapshotState {
  readonly id: string
  readonly name: string
  readonly parts: readonly SnapshotIds[]
}

/** A snapshot by ids. */
export interface SnapshotIds {
  readonly image: string
  readonly snapshot: number
}

/** One end of a migration; the other is named by its id. */
export interface MigrationState {
  readonly role: 'source' | 'destination'
  readonly other: string
  readonly state: 'prepared' | 'executed'
}

export interface ImageMirrorState {
  readonly mode: 'snapshot'
  readonly globalId: string
}

export interface PoolMirrorState {
  readonly mode: 'disabled' | 'image' | 'pool'
}

/** A background task of the manager (`ceph rbd task`). */
export interface TaskState {
  readonly sequence: number
  readonly id: string
  readonly action: TaskAction
  readonly pool: string
  readonly namespace: string
  /** Absent for an image that was in the trash already. */
  readonly imageName?: string
  readonly imageId: string
  /** Why the last attempt failed; it is tried again. */
  readonly retryMessage?: string
}

export type TaskAction = 'flatten' | 'remove' | 'trash remove' | 'migrate execute' | 'migrate commit' | 'migrate abort'
