import { describe, expect, test } from 'vitest'
import { configOptions } from '#ceph-sim/engine/config/config-schema.ts'
import { normalizedValue } from '#ceph-sim/engine/config/config-values.ts'

/** What `ceph config set client NAME VALUE` of 16.2.15 made of values, and what it said of others. */
const accepted: readonly [name: string, value: string, kept: string][] = [
  ['rbd_cache', '1', 'true'],
  ['rbd_cache', '0', 'false'],
  ['rbd_cache', 'TRUE', 'true'],
  ['rbd_cache', '7', 'true'],
  ['rbd_cache_size', '4K', '4096'],
  ['rbd_cache_size', '33M', '34603008'],
  ['rbd_cache_max_dirty_age', '2', '2.000000'],
  ['rbd_cache_max_dirty_age', '2.5', '2.500000'],
  ['rbd_default_features', '', '61'],
  ['rbd_default_features', '0', '0'],
  ['rbd_default_features', 'layering', '1'],
  ['rbd_default_features', 'layering, exclusive-lock', '5'],
  ['rbd_default_data_pool', 'volumes', 'volumes'],
]
const refused: readonly [name: string, value: string, why: string][] = [
  ['rbd_cache', 'no', "Expected option value to be integer, got 'no'"],
  ['rbd_cache', '', "Expected option value to be integer, got ''"],
  ['rbd_cache_size', '4KiB', 'strict_iecstrtoll: illegal prefix (length > 2)'],
  ['rbd_cache_size', '4kB', 'strict_iecstrtoll: unit prefix not recognized'],
  ['rbd_cache_size', '1.5M', 'strict_iecstrtoll: illegal prefix (length > 2)'],
  ['rbd_cache_size', '1Q', 'strict_iecstrtoll: unit prefix not recognized'],
  ['rbd_cache_size', '', 'strict_iecstrtoll: value not specified'],
  ['rbd_op_threads', '2k', 'strict_si_cast: unit prefix not recognized'],
  ['rbd_op_threads', '0x10', 'strict_si_cast: unit prefix not recognized'],
  ['rbd_op_threads', '', 'strict_sistrtoll: value not specified'],
  ['rbd_cache_max_dirty_age', 'abc', "strict_strtod: expected double, got: 'abc'"],
  ['rbd_concurrent_management_ops', '0', "Value '0' is below minimum 1"],
  ['rbd_mirror_perf_stats_prio', '99', "Value '99' exceeds maximum 11"],
  ['rbd_mirror_memory_expected_fragmentation', '7', "Value '7.000000' exceeds maximum 1.000000"],
  ['rbd_discard_granularity_bytes', '5', 'value must be a power of two'],
  ['rbd_cache_policy', 'nope', "'nope' is not one of the permitted values: writethrough, writeback, writearound"],
  ['rbd_default_features', '9999', ''],
  ['rbd_default_features', 'layering,bogus', ''],
]

describe('values of options', () => {
  test.each(accepted)('%s takes %j as %s', (name, value, kept) => {
    expect(normalizedValue(name, configOptions[name]!, value)).toBe(kept)
  })

  test.each(refused)('%s refuses %j: %s', (name, value, why) => {
    expect(() => normalizedValue(name, configOptions[name]!, value)).toThrow(
      expect.objectContaining({ message: `error parsing value: ${why}`, code: 'invalid_argument' }),
    )
  })

  test('every default is a value that can be set', () => {
    for (const [name, option] of Object.entries(configOptions)) {
      const kept = normalizedValue(name, option, option.initial)
      expect(kept).toBe(name === 'rbd_default_features' ? '61' : option.initial)
    }
  })
})
