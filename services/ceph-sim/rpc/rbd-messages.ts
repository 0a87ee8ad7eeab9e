import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { ClusterUsage__Output } from '#proto/dcnsim/v1/ClusterUsage.ts'
import type { ContentPiece, ContentPiece__Output } from '#proto/dcnsim/v1/ContentPiece.ts'
import type { RbdListEntry__Output, RbdListEntry as RbdListEntryMessage } from '#proto/dcnsim/v1/RbdListEntry.ts'
import type { RbdSnapshotInfo__Output } from '#proto/dcnsim/v1/RbdSnapshotInfo.ts'
import type { RbdSnapshotNamespace__Output } from '#proto/dcnsim/v1/RbdSnapshotNamespace.ts'
import type { RbdSpec__Output } from '#proto/dcnsim/v1/RbdSpec.ts'
import type { RbdUsage__Output } from '#proto/dcnsim/v1/RbdUsage.ts'
import {
  type ClusterUsage,
  type Content,
  contentLength,
  type RbdImageSpec,
  type RbdListEntry,
  type RbdSnapshotInfo,
  type RbdSnapshotNamespace,
  type RbdSnapshotSpec,
  type RbdSpec,
  type RbdUsage,
} from '../rbd.ts'

/** How the port's types are spelled in `block_store.proto`, both ways. Types that are alike in both need no word here. */

/** The data in one message, in bytes: larger ones cost the receiver more memory and save no time. */
export const messageDataBytes = 128 * 1024

export function specOf(message: RbdSpec__Output | null): RbdSpec {
  if (!message) throw new InvalidArgumentError('the request names no image', { errno: 'EINVAL' })
  const { pool, namespace, image, id, snapshot } = message
  return {
    ...{ pool, image },
    ...(namespace !== '' && { namespace }),
    ...(id !== undefined && { id }),
    ...(snapshot !== undefined && { snapshot }),
  }
}

export function imageOf(message: RbdSpec__Output | null): RbdImageSpec {
  const { snapshot: _, ...image } = specOf(message)
  return image
}

export function snapshotOf(message: RbdSpec__Output | null): RbdSnapshotSpec {
  const { snapshot, ...image } = specOf(message)
  if (snapshot === undefined) throw new InvalidArgumentError('the request names no snapshot', { errno: 'EINVAL' })
  return { ...image, snapshot }
}

export function toSnapshotInfo(message: RbdSnapshotInfo__Output): RbdSnapshotInfo {
  const { id, name, sizeBytes, protected: isProtected, createdMs, namespace } = message
  return {
    ...{ id, name, sizeBytes, protected: isProtected, createdMs },
    ...(namespace && { namespace: toSnapshotNamespace(namespace) }),
  }
}

function toSnapshotNamespace(message: RbdSnapshotNamespace__Output): RbdSnapshotNamespace {
  const { kind, originalName = '', pool = '', namespace, group = '', groupSnapshot = '' } = message
  if (kind === 'trash') return { kind, originalName }
  if (kind !== 'group') return { kind: 'mirror' }
  return { kind, pool, ...(namespace !== undefined && { namespace }), group, groupSnapshot }
}

/** The largest piece that a reader may ask for, in bytes; more is cut to it. */
export const largestPieceBytes = 1024 * 1024

/** One piece of content as messages with at most `limitBytes` of data each. */
export function* toContentPieces(content: Content, limitBytes = messageDataBytes): Generator<ContentPiece> {
  if (content.kind === 'zero') {
    yield { offset: content.offset, zeroBytes: content.lengthBytes }
    return
  }
  for (let at = 0; at < contentLength(content); at += limitBytes) {
    yield { offset: content.offset + at, data: content.bytes.subarray(at, at + limitBytes) }
  }
}

export function toContent({ offset, data, zeroBytes }: ContentPiece__Output): Content {
  return zeroBytes > 0 ? { kind: 'zero', offset, lengthBytes: zeroBytes } : { kind: 'data', offset, bytes: data }
}

export function toListEntry(message: RbdListEntry__Output): RbdListEntry {
  const { image, id, sizeBytes, snapshot, snapshotId, parent, protected: isProtected, lock } = message
  return {
    image,
    id,
    sizeBytes,
    format: 2,
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(snapshotId === undefined ? {} : { snapshotId }),
    ...(parent ? { parent: snapshotOf(parent) } : {}),
    ...(isProtected === undefined ? {} : { protected: isProtected }),
    ...(lock === 'exclusive' || lock === 'shared' ? { lock } : {}),
  }
}

export function fromListEntry({ format: _, ...entry }: RbdListEntry): RbdListEntryMessage {
  return entry
}

export function toClusterUsage({ fullness, _fullness: _, ...usage }: ClusterUsage__Output): ClusterUsage {
  return { ...usage, ...(fullness === 'nearfull' || fullness === 'full' ? { fullness } : {}) }
}

export function toUsage({ snapshot, provisionedBytes, usedBytes }: RbdUsage__Output): RbdUsage {
  return { ...(snapshot === undefined ? {} : { snapshot }), provisionedBytes, usedBytes }
}
