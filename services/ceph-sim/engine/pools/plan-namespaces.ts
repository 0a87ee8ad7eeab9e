import type { NamespaceCreated, NamespaceRemoved } from '../changes.ts'
import { findImages, findPool } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { invalid, namespaceExists, namespaceHasImages } from '../refusals.ts'
import type { ClusterState } from '../state.ts'
import { assertNotFull } from '../status/capacity.ts'

/** @throws AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL) for the name */
export function planCreateNamespace(state: ClusterState, poolName: string, namespace: string): Plan<NamespaceCreated> {
  const pool = findPool(state, poolName)
  if (namespace === '' || /[@/\0]/.test(namespace)) {
    throw invalid(`'${namespace}' cannot be the name of a namespace`, { namespace })
  }
  if (pool.namespaces.has(namespace)) throw namespaceExists(poolName, namespace)
  assertNotFull(state, pool)
  return { change: { kind: 'namespace-created', pool: pool.id, namespace }, cost: metadataCost }
}

/** @throws ConflictError (EBUSY) while it has images, in the trash or not, or groups */
export function planRemoveNamespace(state: ClusterState, poolName: string, namespace: string): Plan<NamespaceRemoved> {
  const images = findImages(state, poolName, namespace)
  const pool = findPool(state, poolName)
  const isUsed = [...pool.trash.values(), ...Object.values(pool.groups)].some((each) => each.namespace === namespace)
  if (images.size > 0 || isUsed) throw namespaceHasImages(poolName, namespace)
  const change: NamespaceRemoved = { kind: 'namespace-removed', pool: pool.id, namespace }
  return { change, cost: metadataCost }
}
