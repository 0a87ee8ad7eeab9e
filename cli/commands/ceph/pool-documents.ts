import type { PoolReport } from '#ceph-sim/port/status.ts'
import { formatDump } from '../../format/dates.ts'

/** How `ceph osd pool ls detail` and `ceph osd dump` tell of a pool. */

export function poolLines(pool: PoolReport): string {
  const { id, name, replicas, minSize, pgNum, pgpNum, lastChange, flags, quotaMaxBytes, quotaMaxObjects } = pool
  const applications = pool.applications.map((each) => each.name).join(',')
  const words = [
    `pool ${id} '${name}' replicated size ${replicas} min_size ${minSize} crush_rule 0 object_hash rjenkins`,
    `pg_num ${pgNum} pgp_num ${pgpNum} autoscale_mode off last_change ${lastChange} flags ${flags.join(',')}`,
    ...(quotaMaxBytes > 0 ? [`max_bytes ${quotaMaxBytes}`] : []),
    ...(quotaMaxObjects > 0 ? [`max_objects ${quotaMaxObjects}`] : []),
    'stripe_width 0',
    ...(applications === '' ? [] : [`application ${applications}`]),
  ]
  const queue = pool.removedSnapshotsQueue
  return `${words.join(' ')}\n${queue === '' ? '' : `\tremoved_snaps_queue [${queue}]\n`}`
}

/** The bits of a pool's flags. @see ceph/ceph src/osd/osd_types.h, pg_pool_t */
const flagBits: Readonly<Record<string, number>> = {
  hashpspool: 1,
  full: 2,
  nodelete: 16,
  nopgchange: 32,
  nosizechange: 64,
  write_fadvise_dontneed: 128,
  noscrub: 256,
  'nodeep-scrub': 512,
  full_quota: 1024,
  nearfull: 2048,
  backfillfull: 4096,
  selfmanaged_snaps: 8192,
}

/** The whole document; what is not simulated (tiers, erasure coding, scrubbing) has the value that it has unset. */
export function poolDocument(pool: PoolReport) {
  return {
    pool_id: pool.id,
    pool_name: pool.name,
    create_time: formatDump(pool.createdMs),
    flags: pool.flags.reduce((bits, flag) => bits + (flagBits[flag] ?? 0), 0),
    flags_names: pool.flags.join(','),
    type: 1,
    size: pool.replicas,
    min_size: pool.minSize,
    crush_rule: 0,
    peering_crush_bucket_count: 0,
    peering_crush_bucket_target: 0,
    peering_crush_bucket_barrier: 0,
    peering_crush_bucket_mandatory_member: 2147483647,
    object_hash: 2,
    pg_autoscale_mode: 'off',
    pg_num: pool.pgNum,
    pg_placement_num: pool.pgpNum,
    pg_placement_num_target: pool.pgpNum,
    pg_num_target: pool.pgNum,
    pg_num_pending: pool.pgNum,
    last_pg_merge_meta: {
      source_pgid: '0.0',
      ready_epoch: 0,
      last_epoch_started: 0,
      last_epoch_clean: 0,
      source_version: "0'0",
      target_version: "0'0",
    },
    last_change: String(pool.lastChange),
    last_force_op_resend: '0',
    last_force_op_resend_prenautilus: '0',
    last_force_op_resend_preluminous: '0',
    auid: 0,
    snap_mode: 'selfmanaged',
    snap_seq: pool.snapSeq,
    snap_epoch: pool.snapEpoch,
    pool_snaps: [],
    removed_snaps: '[]',
    quota_max_bytes: pool.quotaMaxBytes,
    quota_max_objects: pool.quotaMaxObjects,
    ...unsimulated,
    application_metadata: applicationsDocument(pool),
  }
}

const unsimulated = {
  tiers: [],
  tier_of: -1,
  read_tier: -1,
  write_tier: -1,
  cache_mode: 'none',
  target_max_bytes: 0,
  target_max_objects: 0,
  cache_target_dirty_ratio_micro: 400000,
  cache_target_dirty_high_ratio_micro: 600000,
  cache_target_full_ratio_micro: 800000,
  cache_min_flush_age: 0,
  cache_min_evict_age: 0,
  erasure_code_profile: '',
  hit_set_params: { type: 'none' },
  hit_set_period: 0,
  hit_set_count: 0,
  use_gmt_hitset: true,
  min_read_recency_for_promote: 0,
  min_write_recency_for_promote: 0,
  hit_set_grade_decay_rate: 0,
  hit_set_search_last_n: 0,
  grade_table: [],
  stripe_width: 0,
  expected_num_objects: 0,
  fast_read: false,
  options: {},
} as const

export function applicationsDocument({ applications }: PoolReport) {
  return Object.fromEntries(
    applications.map(({ name, pairs }) => [name, Object.fromEntries(pairs.map(({ key, value }) => [key, value]))]),
  )
}
