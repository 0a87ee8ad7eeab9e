import type { IdentityCaps } from '../auth/identity.ts'
import type { UnitRun } from './content/layer-map.ts'
import type { ModifiedRange, ObjectEntry } from './content/objects.ts'
import type { ManualLocks } from './images/plan-client-access.ts'
import type { PoolSettings } from './pools/pool-settings.ts'
import type {
  GroupLink,
  GroupState,
  ImageMirrorState,
  MigrationState,
  PoolMirrorState,
  SnapshotIds,
  SnapshotNamespace,
  TrashEntry,
} from './roles/image-roles.ts'
import type { ClusterSettings, PlainObject } from './state.ts'

/** Whose snapshot a clone stands on, by ids, so that no rename can break it. */
export interface ParentIds {
  readonly image: string
  readonly snapshot: number
  readonly overlapBytes: number
  /** Absent for clone format 1. */
  readonly cloneFormat?: 2
}

/**
 * Where object lengths change: in the image's newest epoch, and (copy-up beneath snapshots) in its oldest; and which bytes
 * of objects that an older epoch has are not the same any more, apart from what a length tells.
 */
export interface ObjectChanges {
  readonly objects?: readonly ObjectEntry[]
  readonly base?: readonly ObjectEntry[]
  readonly modified?: readonly ModifiedRange[]
}

/**
 * Everything that can happen to a cluster, as plain data. A plan makes one, `apply` carries it out, and the journal
 * keeps it; replay applies the same records again.
 */
export type Change =
  | PoolCreated
  | ImageCreated
  | ImageRemoved
  | ImageRenamed
  | ImageResized
  | ImageTouched
  | Written
  | SnapshotCreated
  | SnapshotRemoved
  | SnapshotProtection
  | RolledBack
  | Flattened
  | LayersMerged
  | IdentitySet
  | IdentityRemoved
  | NamespaceCreated
  | NamespaceRemoved
  | SettingsChanged
  | ImageTrashed
  | ImageRestored
  | ImageRolesSet
  | SnapshotTrashed
  | GroupSet
  | GroupRemoved
  | PoolMirrorSet
  | MigrationPrepared
  | MigrationExecuted
  | ChildrenRelinked
  | ImageAttributesSet
  | SnapshotRenamed
  | PoolMetadataSet
  | PoolChanged
  | PoolRenamed
  | PoolRemoved
  | ObjectsLost
  | Several
  | ManualLocksSet
  | PlainObjectPut
  | PlainObjectRemoved

export interface PoolCreated {
  readonly kind: 'pool-created'
  readonly id: number
  readonly name: string
  readonly replicas: number
  readonly pgNum: number
  /** Where they are not those of a pool that is ready for RBD. */
  readonly settings?: Partial<PoolSettings>
}
export interface PoolChanged {
  readonly kind: 'pool-changed'
  readonly pool: number
  readonly fields: Partial<PoolSettings> & { readonly replicas?: number; readonly pgNum?: number }
}
export interface PoolRenamed {
  readonly kind: 'pool-renamed'
  readonly pool: number
  readonly name: string
}
/** With all its images. */
export interface PoolRemoved {
  readonly kind: 'pool-removed'
  readonly pool: number
}
/** Every replica of these objects is gone, and so is their content. */
export interface ObjectsLost {
  readonly kind: 'objects-lost'
  /** Numbers of data objects, by image id. */
  readonly data: Readonly<Record<string, readonly number[]>>
  /** Names of the objects that an image cannot be opened without, by image id. */
  readonly metadata: Readonly<Record<string, readonly string[]>>
}
/** A new image or, with a parent, a clone. */
export interface ImageCreated {
  readonly kind: 'image-created'
  readonly pool: number
  /** Absent for the default one. */
  readonly namespace?: string
  readonly image: string
  readonly name: string
  readonly sizeBytes: number
  readonly order: number
  /** Bytes; both or neither. See `ImageState`. */
  readonly stripeUnit?: number
  readonly stripeCount?: number
  /** A pool's id. */
  readonly dataPool?: number
  readonly features: readonly string[]
  readonly metadata?: Readonly<Record<string, string>>
  readonly layer: number
  readonly parent?: ParentIds
  readonly atMs: number
}
export interface ImageRemoved {
  readonly kind: 'image-removed'
  readonly image: string
}
export interface ImageRenamed {
  readonly kind: 'image-renamed'
  readonly image: string
  readonly name: string
}
export interface ImageResized extends ObjectChanges {
  readonly kind: 'image-resized'
  readonly image: string
  readonly sizeBytes: number
  readonly atMs: number
}
export interface ImageTouched {
  readonly kind: 'image-touched'
  readonly image: string
  readonly accessedMs: number
}
/** Bytes written or discarded at the head. The bytes themselves are in the layer's file already. */
export interface Written extends ObjectChanges {
  readonly kind: 'written'
  readonly image: string
  readonly units: readonly UnitRun[]
  readonly atMs?: number
}
export interface SnapshotCreated {
  readonly kind: 'snapshot-created'
  readonly image: string
  readonly snapshot: number
  readonly name: string
  /** Absent for a user's. */
  readonly namespace?: SnapshotNamespace
  /** The head's new layer. */
  readonly layer: number
  readonly atMs: number
}
export interface SnapshotRemoved {
  readonly kind: 'snapshot-removed'
  readonly image: string
  readonly snapshot: number
}
export interface SnapshotProtection {
  readonly kind: 'snapshot-protection'
  readonly image: string
  readonly snapshot: number
  readonly protected: boolean
}
export interface RolledBack extends ObjectChanges {
  readonly kind: 'rolled-back'
  readonly image: string
  readonly snapshot: number
  /** The head's new layer. */
  readonly layer: number
  readonly atMs: number
}
/** The tie to the parent is cut, for the snapshots too where the image has deep-flatten. */
export interface Flattened extends ObjectChanges {
  readonly kind: 'flattened'
  readonly image: string
}
/** A layer that only `child` needed was folded into it; the bytes are in the file of `keep`. */
export interface LayersMerged {
  readonly kind: 'layers-merged'
  readonly layer: number
  readonly child: number
  readonly keep: number
}
export interface IdentitySet {
  readonly kind: 'identity-set'
  readonly entity: string
  readonly key: string
  readonly caps: IdentityCaps
}
export interface IdentityRemoved {
  readonly kind: 'identity-removed'
  readonly entity: string
}
export interface NamespaceCreated {
  readonly kind: 'namespace-created'
  readonly pool: number
  readonly namespace: string
}
/** Only an empty one can go. */
export interface NamespaceRemoved {
  readonly kind: 'namespace-removed'
  readonly pool: number
  readonly namespace: string
}
/** Replaces the settings that it names. */
export interface SettingsChanged {
  readonly kind: 'settings-changed'
  readonly settings: Partial<ClusterSettings>
}
/** Replaces the attributes that it names. */
export interface ImageAttributesSet {
  readonly kind: 'image-attributes-set'
  readonly image: string
  readonly features?: readonly string[]
  readonly metadata?: Readonly<Record<string, string>>
  /** Null for none. */
  readonly snapshotLimit?: number | null
  /** Of the head and all snapshots, of the head, or of one snapshot by its id. */
  readonly flags?: { readonly of: 'all' | 'head' | number; readonly names: readonly string[] }
}
export interface SnapshotRenamed {
  readonly kind: 'snapshot-renamed'
  readonly image: string
  readonly snapshot: number
  readonly name: string
}
export interface PoolMetadataSet {
  readonly kind: 'pool-metadata-set'
  readonly pool: number
  readonly metadata: Readonly<Record<string, string>>
}
/** An image leaves its name and goes to the trash. */
export interface ImageTrashed {
  readonly kind: 'image-trashed'
  readonly image: string
  readonly entry: TrashEntry
}
/** An image comes back from the trash under a name. */
export interface ImageRestored {
  readonly kind: 'image-restored'
  readonly image: string
  readonly name: string
}
/** What an image is beside its content; null ends what it was. */
export interface ImageRolesSet {
  readonly kind: 'image-roles-set'
  readonly image: string
  readonly group?: GroupLink | null
  readonly migration?: MigrationState | null
  readonly mirror?: ImageMirrorState | null
}
/** A removed snapshot stays for its clones, under a name that nobody uses. */
export interface SnapshotTrashed {
  readonly kind: 'snapshot-trashed'
  readonly image: string
  readonly snapshot: number
  readonly name: string
}
/** A group is made, or replaced by what it is now. */
export interface GroupSet {
  readonly kind: 'group-set'
  readonly group: GroupState
}
export interface GroupRemoved {
  readonly kind: 'group-removed'
  readonly pool: number
  readonly group: string
}
export interface PoolMirrorSet {
  readonly kind: 'pool-mirror-set'
  readonly pool: number
  readonly mirror: PoolMirrorState
}
/** A new image that shows another's content and snapshots; the other one is hidden in the trash. */
export interface MigrationPrepared {
  readonly kind: 'migration-prepared'
  readonly source: string
  readonly image: string
  readonly pool: number
  readonly namespace?: string
  readonly name: string
  /** The head's layer. */
  readonly layer: number
  readonly snapshots: readonly { readonly from: number; readonly id: number; readonly layer: number }[]
  readonly atMs: number
}
/** All objects of the source were copied to the destination. */
export interface MigrationExecuted {
  readonly kind: 'migration-executed'
  readonly image: string
}
/** Clones of one snapshot are clones of another with the same content from now on. */
export interface ChildrenRelinked {
  readonly kind: 'children-relinked'
  readonly from: SnapshotIds
  readonly to: SnapshotIds
}
/** The locks that were set by hand on an image; null when the last is gone. */
export interface ManualLocksSet {
  readonly kind: 'manual-locks-set'
  readonly image: string
  readonly locks: ManualLocks | null
}
/** A RADOS object that is no image's: made, or replaced. */
export interface PlainObjectPut {
  readonly kind: 'plain-object-put'
  readonly pool: number
  /** `namespace/name`. */
  readonly key: string
  readonly object: PlainObject
}
export interface PlainObjectRemoved {
  readonly kind: 'plain-object-removed'
  readonly pool: number
  readonly key: string
}
/** All of them or, after a crash, none. */
export interface Several {
  readonly kind: 'several'
  readonly changes: readonly Change[]
}
