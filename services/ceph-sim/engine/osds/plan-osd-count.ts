import type { Change } from '../changes.ts'
import type { ClusterState } from '../state.ts'
import { crushWeight, type OsdState, osdMapOf } from './osd-map.ts'
import { planRedistribute } from './plan-osds.ts'

/**
 * What makes the osds those that the cluster was now started with: more of them, fewer, or of another size. Osds that
 * leave give their data to the others first, as far as there is a working one.
 *
 * @returns the next of the changes; nothing when there is nothing left to do
 */
export function planOsdCount(state: ClusterState, nowMs: number): Change | undefined {
  const { osds } = osdMapOf(state)
  const { osds: count, osdSizeBytes: sizeBytes } = state.capacity
  const leaving = osds.filter(({ id, reweight }) => id >= count && reweight > 0)
  if (leaving.length > 0) {
    const without = osds.map((osd) => (osd.id >= count ? { ...osd, reweight: 0 } : osd))
    return planRedistribute(state, without, nowMs)
  }
  const isSame = osds.length === count && osds.every((osd) => osd.sizeBytes === sizeBytes)
  if (isSame) return undefined
  const size = { sizeBytes, weight: crushWeight(sizeBytes) }
  const fresh = { up: true, reweight: 1, disk: 'working', upSinceMs: nowMs, inSinceMs: nowMs } as const
  const next = Array.from({ length: count }, (_, id): OsdState => ({ ...(osds[id] ?? { id, ...fresh }), ...size }))
  return planRedistribute(state, next, nowMs)
}
