import type { ImageMigration__Output } from '#proto/dcnsim/v1/ImageMigration.ts'
import type { RbdImageInfo__Output, RbdImageInfo as RbdImageInfoMessage } from '#proto/dcnsim/v1/RbdImageInfo.ts'
import type { RbdSpec__Output } from '#proto/dcnsim/v1/RbdSpec.ts'
import type { ImageMigration, RbdImageInfo, RbdImageSpec } from '../rbd.ts'
import { imageOf, snapshotOf } from './rbd-messages.ts'

/** How `RbdImageInfo` is spelled in `block_store.proto`, both ways. */

export function toImageInfo(message: RbdImageInfo__Output): RbdImageInfo {
  const { name, id, sizeBytes, order, objects, stripeUnitBytes, stripeCount, dataPrefix } = message
  const { features, opFeatures, flags, snapshotCount, createdMs, modifiedMs, accessedMs, watchers } = message
  const { parent, overlapBytes, parentTrashId, mirroring, migration, dataPool, snapshotLimit, group } = message
  const ofTrash = parentTrashId !== undefined && { trashId: parentTrashId }
  return {
    ...{ name, id, sizeBytes, order, objects, stripeUnitBytes, stripeCount, dataPrefix },
    ...{ features, opFeatures, flags, snapshotCount, createdMs, modifiedMs, accessedMs, watchers },
    ...(parent && { parent: { ...snapshotOf(parent), overlapBytes, ...ofTrash } }),
    ...(message.protected !== undefined && { protected: message.protected }),
    ...(mirroring && { mirroring: { ...mirroring, mode: 'snapshot' } }),
    ...(migration && { migration: toMigration(migration) }),
    ...(dataPool !== undefined && { dataPool }),
    ...(snapshotLimit !== undefined && { snapshotLimit }),
    ...(group !== undefined && { group }),
  }
}

export function fromImageInfo({ parent, ...info }: RbdImageInfo): RbdImageInfoMessage {
  const { overlapBytes, trashId, ...parentSpec } = parent ?? {}
  return {
    ...info,
    features: [...info.features],
    opFeatures: [...info.opFeatures],
    flags: [...info.flags],
    watchers: [...info.watchers],
    ...(parent && { parent: parentSpec, overlapBytes, ...(trashId !== undefined && { parentTrashId: trashId }) }),
  }
}

function toMigration({ source, destination, state }: ImageMigration__Output): ImageMigration {
  return { source: withId(source), destination: withId(destination), state: state === 'executed' ? state : 'prepared' }
}

function withId(message: RbdSpec__Output | null): RbdImageSpec & { readonly id: string } {
  return { ...imageOf(message), id: message?.id ?? '' }
}
