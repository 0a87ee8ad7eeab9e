import type { RatioName } from '../../port/status.ts'
import type { Change } from '../changes.ts'
import { invalid } from '../refusals.ts'
import type { ClusterState } from '../state.ts'
import { nextOsdMap, type OsdMap, osdMapOf } from './osd-map.ts'

/** Flags of the osd map that `ceph osd set` takes. `noup` and `norecover` do something here; the rest is remembered. */
export const osdFlags: readonly string[] = `full pause noup nodown noout noin nobackfill norebalance norecover noscrub
nodeep-scrub notieragent nosnaptrim pglog_hardlimit`.split(/\s+/)

const fields = { full: 'full', backfillfull: 'backfillFull', nearfull: 'nearFull' } as const

/** @throws InvalidArgumentError (EINVAL) for a flag that there is not */
export function planFlag(state: ClusterState, flag: string, isSet: boolean, atMs: number): Change | undefined {
  if (!osdFlags.includes(flag)) throw invalid(`unrecognized flag '${flag}'`, { flag })
  const { flags } = osdMapOf(state)
  if (flags.includes(flag) === isSet) return undefined
  const chosen = isSet ? [...flags, flag] : flags.filter((each) => each !== flag)
  return withMap(state, { flags: osdFlags.filter((each) => chosen.includes(each)) }, atMs)
}

/** @throws InvalidArgumentError (EINVAL) outside of 0 to 1 */
export function planRatio(state: ClusterState, ratio: RatioName, value: number, atMs: number): Change {
  if (!(value >= 0 && value <= 1)) throw invalid(`${value} not in range [0.0, 1.0]`)
  return withMap(state, { ratios: { ...osdMapOf(state).ratios, [fields[ratio]]: value } }, atMs)
}

function withMap(state: ClusterState, changes: Partial<OsdMap>, atMs: number): Change {
  return { kind: 'settings-changed', settings: { osdMap: nextOsdMap(state, changes, atMs) } }
}
