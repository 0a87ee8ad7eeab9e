import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  OutOfRangeError,
  UnsupportedError,
} from '#kernel/errors/domain-error.ts'
import type { Change, PoolChanged, PoolCreated, PoolRemoved, PoolRenamed } from '../changes.ts'
import { monitorOption } from '../config/config-options.ts'
import { findPool } from '../lookup.ts'
import { inOsds, osdMapOf } from '../osds/osd-map.ts'
import { planRedistribute } from '../osds/plan-osds.ts'
import { invalid, poolExists } from '../refusals.ts'
import { allImages, type ClusterState, type PoolState } from '../state.ts'
import { barePool, defaultCrushRule, defaultMinSize } from './pool-settings.ts'
import { isFlag, isSwitch, poolVariables } from './pool-variables.ts'

/** Pools as `ceph osd pool` makes and changes them. Refusals carry the monitors' own words. */

export interface NewPool {
  readonly pgNum?: number | undefined
  readonly pgpNum?: number | undefined
  readonly type?: string | undefined
  readonly rule?: string | undefined
  readonly replicas?: number | undefined
}

const maxReplicas = 10

/** @throws AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL); UnsupportedError for erasure coding */
export function planCreatePool(state: ClusterState, name: string, atMs: number, asked: NewPool = {}): PoolCreated {
  if (name === '' || /[@/\0]/.test(name)) throw invalid(`'${name}' cannot be the name of a pool`, { pool: name })
  if (state.pools.has(name)) throw poolExists(name)
  if (asked.type === 'erasure') {
    throw new UnsupportedError('erasure-coded pools are not simulated', { errno: 'EOPNOTSUPP', pool: name })
  }
  if (asked.rule !== undefined && asked.rule !== '' && asked.rule !== defaultCrushRule) throw ruleMissing(asked.rule)
  const replicas = asked.replicas || defaultReplicas(state)
  assertReplicas(replicas)
  const pgNum = asked.pgNum || Number(monitorOption(state, 'osd_pool_default_pg_num'))
  const pgpNum = asked.pgpNum || pgNum
  if (pgpNum > pgNum) throw invalid(`specified pgp_num must be <= pg_num`)
  assertGroupsFit(state, { pgNum, replicas })
  const minSize = defaultMinSize(replicas, Number(monitorOption(state, 'osd_pool_default_min_size')))
  return {
    kind: 'pool-created',
    id: nextPoolId(state),
    name,
    replicas,
    pgNum,
    settings: { ...barePool, minSize, pgpNum, createdMs: atMs },
  }
}

/** The same, ready for RBD at once. */
export function planCreateReadyPool(state: ClusterState, name: string, atMs: number): PoolCreated {
  const { settings, ...created } = planCreatePool(state, name, atMs)
  return { ...created, settings: { ...settings, applications: { rbd: {} }, initialized: true } }
}

function defaultReplicas(state: ClusterState): number {
  const { conf, settings, capacity } = state
  const name = 'osd_pool_default_size'
  const configured = conf[name] ?? settings.config.mon?.[name] ?? settings.config.global?.[name]
  return configured === undefined ? capacity.replicas : Number(configured)
}

/** Ids are never used twice. */
function nextPoolId(state: ClusterState): number {
  let last = osdMapOf(state).lastPoolId
  for (const { id } of state.pools.values()) last = Math.max(last, id)
  return last + 1
}

function assertGroupsFit(state: ClusterState, asked: { pgNum: number; replicas: number }, changed?: PoolState): void {
  const osds = Math.max(1, inOsds(osdMapOf(state)).length)
  const perOsd = Number(monitorOption(state, 'mon_max_pg_per_osd'))
  let total = asked.pgNum * asked.replicas
  for (const pool of state.pools.values()) if (pool !== changed) total += pool.pgNum * pool.replicas
  if (total <= perOsd * osds) return
  const limit = `max ${perOsd * osds} (mon_max_pg_per_osd ${perOsd} * num_in_osds ${osds})`
  const { pgNum, replicas } = asked
  throw new OutOfRangeError(` pg_num ${pgNum} size ${replicas} would mean ${total} total pgs, which exceeds ${limit}`, {
    errno: 'ERANGE',
    pgNum,
    total,
  })
}

/** How sure a caller is that a pool may go. */
export interface PoolRemoval {
  /** The name once more. */
  readonly again?: string | undefined
  readonly sure?: boolean | undefined
}

/** @throws NotFoundError (ENOENT); ForbiddenError (EPERM) by the guards; ConflictError (EBUSY) while others need it */
export function planRemovePool(state: ClusterState, name: string, { again, sure }: PoolRemoval): PoolRemoved {
  const pool = findPool(state, name)
  if (again !== name || !sure) {
    throw refused(
      `WARNING: this will *PERMANENTLY DESTROY* all data stored in pool ${name}.  If you are *ABSOLUTELY CERTAIN* that is what you want, pass the pool name *twice*, followed by --yes-i-really-really-mean-it.`,
    )
  }
  if (monitorOption(state, 'mon_allow_pool_delete') !== 'true') {
    throw refused(
      'pool deletion is disabled; you must first set the mon_allow_pool_delete config option to true before you can destroy a pool',
    )
  }
  if (pool.options.nodelete === 'true') {
    throw refused('pool deletion is disabled; you must unset nodelete flag for the pool first')
  }
  assertNotNeeded(state, pool)
  return { kind: 'pool-removed', pool: pool.id }
}

/** A real cluster would leave the others broken. */
function assertNotNeeded(state: ClusterState, pool: PoolState): void {
  const own = new Set([...allImages(pool)].map(({ id }) => id))
  for (const image of state.images.values()) {
    if (own.has(image.id)) continue
    const parents = [image, ...image.snapshots].flatMap(({ parent }) => (parent ? [parent.image] : []))
    if (image.dataPool !== pool && !parents.some((id) => own.has(id))) continue
    throw new ConflictError(`pool '${pool.name}' has data of image ${image.pool.name}/${image.name}`, {
      errno: 'EBUSY',
      reason: 'pool_needed',
      pool: pool.name,
    })
  }
}

/** @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST) */
export function planRenamePool(state: ClusterState, from: string, to: string): PoolRenamed {
  const pool = findPool(state, from)
  if (to === '' || /[@/\0]/.test(to)) throw invalid(`'${to}' cannot be the name of a pool`, { pool: to })
  if (state.pools.has(to)) throw poolExists(to)
  return { kind: 'pool-renamed', pool: pool.id, name: to }
}

/** `ceph osd pool set`. @throws InvalidArgumentError (EINVAL); ForbiddenError (EPERM) for one replica, unless sure */
export function planSetPool(
  state: ClusterState,
  name: string,
  { variable, value, sure = false, nowMs }: { variable: string; value: string; sure?: boolean; nowMs: number },
): Change {
  const pool = findPool(state, name)
  if (!poolVariables.includes(variable)) throw invalid(`unrecognized variable '${variable}'`)
  switch (variable) {
    case 'size':
      return resizePool(state, pool, integer(value), sure, nowMs)
    case 'min_size': {
      const minSize = integer(value)
      if (minSize >= 1 && minSize <= pool.replicas) return changed(pool, { minSize })
      throw invalid(`pool min_size must be between 1 and size, which is set to ${pool.replicas}`)
    }
    case 'pg_num':
      return splitGroups(state, pool, integer(value))
    case 'pgp_num':
    case 'pgp_num_actual': {
      const pgpNum = integer(value)
      if (pgpNum >= 1 && pgpNum <= pool.pgNum) return changed(pool, { pgpNum })
      throw invalid(
        pgpNum < 1
          ? `specified pgp_num must > 0, but you set to ${pgpNum}`
          : `specified pgp_num ${pgpNum} > pg_num ${pool.pgNum}`,
      )
    }
    case 'crush_rule':
      if (value === defaultCrushRule) return changed(pool, { crushRule: value })
      throw ruleMissing(value)
    default:
      return changed(pool, { options: { ...pool.options, [variable]: optionValue(variable, value) } })
  }
}

function resizePool(state: ClusterState, pool: PoolState, replicas: number, sure: boolean, nowMs: number): Change {
  assertReplicas(replicas)
  if (replicas === 1) {
    if (monitorOption(state, 'mon_allow_pool_size_one') !== 'true') {
      throw refused('configuring pool size as 1 is disabled by default.')
    }
    if (!sure) {
      throw refused(
        'WARNING: setting pool size 1 could lead to data loss without recovery. If you are *ABSOLUTELY CERTAIN* that is what you want, pass the flag --yes-i-really-mean-it.',
      )
    }
  }
  if (pool.options.nosizechange === 'true') {
    throw refused('pool size change is disabled; you must unset nosizechange flag for the pool first')
  }
  assertGroupsFit(state, { pgNum: pool.pgNum, replicas }, pool)
  const minSize = defaultMinSize(replicas, Number(monitorOption(state, 'osd_pool_default_min_size')))
  const grown = { ...pool, replicas }
  const moved = planRedistribute(withPool(state, grown), osdMapOf(state).osds, nowMs, { before: state })
  return { kind: 'several', changes: [changed(pool, { replicas, minSize }), moved] }
}

/** Only while every group of the pool is where it should be; the move of the data is not counted. */
function splitGroups(state: ClusterState, pool: PoolState, pgNum: number): Change {
  if (pool.options.nopgchange === 'true') {
    throw refused('pool pg_num change is disabled; you must unset nopgchange flag for the pool first')
  }
  if (pgNum < 1 || pgNum > 65_536)
    throw new OutOfRangeError(
      `'pg_num' must be greater than 0 and less than or equal to 65536 (you may adjust 'mon max pool pg num' for higher values)`,
      { errno: 'ERANGE' },
    )
  assertGroupsFit(state, { pgNum, replicas: pool.replicas }, pool)
  if (Object.keys(osdMapOf(state).holders).some((group) => group.startsWith(`${pool.id}.`))) {
    throw new ConflictError(`pool '${pool.name}' has placement groups that are not clean`, {
      errno: 'EBUSY',
      reason: 'groups_not_clean',
      pool: pool.name,
    })
  }
  return changed(pool, { pgNum, pgpNum: pgNum })
}

function withPool(state: ClusterState, pool: PoolState): ClusterState {
  return { ...state, pools: new Map(state.pools).set(pool.name, pool) }
}

export function changed(pool: PoolState, fields: PoolChanged['fields']): PoolChanged {
  return { kind: 'pool-changed', pool: pool.id, fields }
}

function assertReplicas(replicas: number): void {
  if (replicas < 1 || replicas > maxReplicas) throw invalid(`pool size must be between 1 and ${maxReplicas}`)
}

function integer(value: string): number {
  if (/^-?\d+$/.test(value)) return Number(value)
  throw invalid(`error parsing integer value '${value}': Expected option value to be integer, got '${value}'`)
}

function optionValue(variable: string, value: string): string {
  if (isFlag(variable) || isSwitch(variable)) {
    if (value === 'true' || value === '1') return 'true'
    if (value === 'false' || value === '0') return 'false'
    throw invalid("expecting value 'true', 'false', '0', or '1'")
  }
  if (variable === 'pg_autoscale_mode' && value !== 'off') {
    throw new UnsupportedError(`pg_autoscale_mode ${value} is not simulated`, { errno: 'EOPNOTSUPP' })
  }
  return value
}

function ruleMissing(rule: string): NotFoundError {
  return new NotFoundError(`specified rule ${rule} doesn't exist`, { errno: 'ENOENT', reason: 'rule_missing', rule })
}

/** A guard that a caller can pass. */
export function refused(message: string): ForbiddenError {
  return new ForbiddenError(message, { errno: 'EPERM', reason: 'needs_confirmation' })
}
