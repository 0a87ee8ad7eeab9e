import { configValue } from './config-options.ts'
import type { ClusterState } from './state.ts'

/** An option of the monitors: `ceph.conf` goes before `ceph config set`. */
export function monitorOption(state: ClusterState, name: string): string {
  return state.conf[name] ?? configValue(state, name, { entity: 'mon' })
}
