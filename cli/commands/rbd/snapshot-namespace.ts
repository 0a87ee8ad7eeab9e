import type { RbdSnapshotNamespace } from '#ceph-sim/rbd.ts'

/** The column NAMESPACE of `snap ls --all`. */
export function namespaceText(namespace: RbdSnapshotNamespace | undefined): string {
  switch (namespace?.kind) {
    case undefined:
      return 'user'
    case 'trash':
      return `trash (${namespace.originalName})`
    case 'group': {
      const place = [namespace.pool, ...(namespace.namespace ? [namespace.namespace] : []), namespace.group]
      return `group (${place.join('/')}@${namespace.groupSnapshot})`
    }
    case 'mirror':
      return 'mirror (primary peer_uuids:[])'
  }
}

export function namespaceDocument(namespace: RbdSnapshotNamespace | undefined) {
  switch (namespace?.kind) {
    case undefined:
      return { type: 'user' }
    case 'trash':
      return { type: 'trash', original_name: namespace.originalName }
    case 'group':
      return {
        type: 'group',
        pool: namespace.pool,
        group: namespace.group,
        'group snap': namespace.groupSnapshot,
      }
    case 'mirror':
      return { type: 'mirror', state: 'primary', mirror_peer_uuids: [], complete: true }
  }
}
