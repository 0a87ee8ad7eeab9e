import type { ClusterStatus } from '#ceph-sim/port/status.ts'
import type { CephContext } from './ceph-context.ts'
import { ageText } from './units.ts'

export async function report(context: CephContext): Promise<ClusterStatus> {
  return (await context.cluster()).status.report({ signal: context.io.signal })
}

export function osdCounts({ osds, groups }: ClusterStatus) {
  const up = osds.filter((osd) => osd.up)
  const inside = osds.filter(({ reweight }) => reweight > 0)
  const latest = (times: readonly number[]) => Math.floor(Math.max(0, ...times) / 1000)
  return {
    num_osds: osds.length,
    num_up_osds: up.length,
    osd_up_since: latest(up.map(({ upSinceMs }) => upSinceMs)),
    num_in_osds: inside.length,
    osd_in_since: latest(inside.map(({ inSinceMs }) => inSinceMs)),
    num_remapped_pgs: groups.remapped,
  }
}

/** `3 osds: 3 up (since 20s), 2 in (since 12s); 16 remapped pgs`, and the flags in a line below. */
export function osdSummary(status: ClusterStatus, extra = ''): readonly string[] {
  const { nowMs, osdMap } = status
  const { num_osds, num_up_osds, osd_up_since, num_in_osds, osd_in_since, num_remapped_pgs } = osdCounts(status)
  const since = (seconds: number) => (seconds > 0 ? ` (since ${ageText(nowMs - seconds * 1000)})` : '')
  const counts = `${num_osds} osds: ${num_up_osds} up${since(osd_up_since)}, ${num_in_osds} in${since(osd_in_since)}`
  const remapped = num_remapped_pgs > 0 ? `; ${num_remapped_pgs} remapped pgs` : ''
  return [counts + extra + remapped, ...(osdMap.flags.length > 0 ? [`flags ${osdMap.flags.join(',')}`] : [])]
}
