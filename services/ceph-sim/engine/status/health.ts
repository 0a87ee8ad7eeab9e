import type { HealthCheck } from '../../port/status.ts'
import { monitorOption } from '../config/config-options.ts'
import { isIn, isUp, type OsdMap, osdMapOf } from '../osds/osd-map.ts'
import { type GroupReport, isActive } from '../osds/placement-groups.ts'
import type { ClusterState, PoolState } from '../state.ts'
import type { Fullness, PoolSpace } from './capacity.ts'

/** What the health checks look at, computed before. */
export interface HealthInput {
  readonly nowMs: number
  readonly fullness: Fullness
  readonly groups: readonly GroupReport[]
  readonly spaceOf: (pool: PoolState) => PoolSpace
  /** Whether a pool is full by its quota, as the monitors see it. */
  readonly isQuotaFull: (pool: PoolState) => boolean
}

/** A group is listed by itself up to so many. */
const listedGroups = 50

/** The checks that fail, by code, in the words of the monitors and the manager. */
export function healthChecks(state: ClusterState, input: HealthInput): readonly HealthCheck[] {
  const map = osdMapOf(state)
  const pools = [...state.pools.values()].sort((a, b) => a.id - b.id)
  const checks = [
    ...downChecks(map, input.nowMs),
    ...flagChecks(map),
    ...fullChecks(map, pools, input),
    ...poolChecks(state, pools, input),
    ...groupChecks(input.groups),
  ]
  return checks.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

function downChecks({ osds }: OsdMap, nowMs: number): HealthCheck[] {
  const down = osds.filter((osd) => isIn(osd) && !isUp(osd, nowMs))
  if (down.length === 0) return []
  const detail = down.map(({ id }) => `osd.${id} (root=default) is down`)
  return [warning('OSD_DOWN', `${down.length} osds down`, detail)]
}

function flagChecks({ flags }: OsdMap): HealthCheck[] {
  if (flags.length === 0) return []
  return [{ ...warning('OSDMAP_FLAGS', `${flags.join(',')} flag(s) set`, []), count: flags.length }]
}

/** The osds fill together, so all that are in are as full as each other. */
function fullChecks(
  { osds }: OsdMap,
  pools: readonly PoolState[],
  { fullness, isQuotaFull }: HealthInput,
): HealthCheck[] {
  const ids = osds.filter(isIn).map(({ id }) => id)
  const quota = pools.filter(isQuotaFull)
  const full = fullness === 'full' ? pools : quota
  const checks: HealthCheck[] = []
  if (full.length > 0) {
    const why = (pool: PoolState) => (quota.includes(pool) ? 'running out of quota' : 'no space')
    const detail = full.map((pool) => `pool '${pool.name}' is full (${why(pool)})`)
    checks.push(warning('POOL_FULL', `${full.length} pool(s) full`, detail))
  }
  const others = pools.filter((pool) => !full.includes(pool))
  const [code, word, osdWord] = {
    full: ['OSD_FULL', 'full', 'full'],
    backfillfull: ['OSD_BACKFILLFULL', 'backfillfull', 'backfill full'],
    nearfull: ['OSD_NEARFULL', 'nearfull', 'near full'],
    ok: ['', '', ''],
  }[fullness] as [string, string, string]
  if (fullness === 'ok') return checks
  const osdDetail = ids.map((id) => `osd.${id} is ${osdWord}`)
  const osdCheck = warning(code, `${ids.length} ${word} osd(s)`, osdDetail)
  checks.push(fullness === 'full' ? { ...osdCheck, severity: 'HEALTH_ERR' } : osdCheck)
  if (fullness !== 'full' && others.length > 0) {
    const detail = others.map(({ name }) => `pool '${name}' is ${word}`)
    checks.push(warning(`POOL_${word.toUpperCase()}`, `${others.length} pool(s) ${word}`, detail))
  }
  return checks
}

function poolChecks(state: ClusterState, pools: readonly PoolState[], { spaceOf }: HealthInput): HealthCheck[] {
  const warns = (option: string) => monitorOption(state, option) === 'true'
  const unused = pools.filter((pool) => Object.keys(pool.applications).length === 0 && spaceOf(pool).objects > 0)
  const single = pools.filter(({ replicas }) => replicas === 1)
  const checks: HealthCheck[] = []
  if (unused.length > 0 && warns('mon_warn_on_pool_no_app')) {
    checks.push(
      warning('POOL_APP_NOT_ENABLED', `${unused.length} pool(s) do not have an application enabled`, [
        ...unused.map(({ name }) => `application not enabled on pool '${name}'`),
        "use 'ceph osd pool application enable <pool-name> <app-name>', where <app-name> is 'cephfs', 'rbd', 'rgw', or freeform for custom applications.",
      ]),
    )
  }
  if (single.length > 0 && warns('mon_warn_on_pool_no_redundancy')) {
    const detail = single.map(({ name }) => `pool '${name}' has no replicas configured`)
    checks.push(warning('POOL_NO_REDUNDANCY', `${single.length} pool(s) have no replicas configured`, detail))
  }
  return checks
}

function groupChecks(groups: readonly GroupReport[]): HealthCheck[] {
  const checks: HealthCheck[] = []
  const inactive = groups.filter((group) => !isActive(group))
  if (inactive.length > 0) {
    const detail = inactive
      .slice(0, listedGroups)
      .map((group) => `pg ${group.id} is stuck inactive, current state ${group.state}, last acting [${group.acting}]`)
    const summary = `Reduced data availability: ${inactive.length} pg${plural(inactive)} inactive`
    checks.push({ ...warning('PG_AVAILABILITY', summary, detail), count: inactive.length })
  }
  const degraded = groups.filter(({ state, degradedCopies }) => state.includes('degraded') || degradedCopies > 0)
  if (degraded.length > 0) {
    const detail = degraded
      .slice(0, listedGroups)
      .map((group) => `pg ${group.id} is ${group.state}, acting [${group.acting}]`)
    const summary = `Degraded data redundancy: ${degradedText(groups)}, ${degraded.length} pg${plural(degraded)} degraded`
    checks.push({ ...warning('PG_DEGRADED', summary, detail), count: degraded.length })
  }
  return checks
}

/** `34/62 objects degraded (54.839%)` */
function degradedText(groups: readonly GroupReport[]): string {
  const sum = (pick: (group: GroupReport) => number) => groups.reduce((total, group) => total + pick(group), 0)
  const [missing, copies] = [sum(({ degradedCopies }) => degradedCopies), sum(({ copies }) => copies)]
  return `${missing}/${copies} objects degraded (${((missing / Math.max(1, copies)) * 100).toFixed(3)}%)`
}

function plural(list: readonly unknown[]): string {
  return list.length === 1 ? '' : 's'
}

function warning(code: string, summary: string, detail: readonly string[]): HealthCheck {
  return { code, severity: 'HEALTH_WARN', summary, count: detail.length, detail }
}
