// Original file: proto/dcnsim/v1/cluster_state.proto

import type { GroupStateCount as _dcnsim_v1_GroupStateCount, GroupStateCount__Output as _dcnsim_v1_GroupStateCount__Output } from '../../dcnsim/v1/GroupStateCount.ts';

/**
 * All placement groups.
 */
export interface GroupTotals {
  /**
   * How many there are.
   */
  'total'?: (number) | undefined;
  /**
   * Most first.
   */
  'states'?: (_dcnsim_v1_GroupStateCount)[] | undefined;
  /**
   * Groups whose data is not where the map wants it.
   */
  'remapped'?: (number) | undefined;
  /**
   * Copies of objects that there should be.
   */
  'copies'?: (number) | undefined;
  /**
   * Those that are not there.
   */
  'degradedCopies'?: (number) | undefined;
  /**
   * Those that are not where they should be.
   */
  'misplacedCopies'?: (number) | undefined;
}

/**
 * All placement groups.
 */
export interface GroupTotals__Output {
  /**
   * How many there are.
   */
  'total': (number);
  /**
   * Most first.
   */
  'states': (_dcnsim_v1_GroupStateCount__Output)[];
  /**
   * Groups whose data is not where the map wants it.
   */
  'remapped': (number);
  /**
   * Copies of objects that there should be.
   */
  'copies': (number);
  /**
   * Those that are not there.
   */
  'degradedCopies': (number);
  /**
   * Those that are not where they should be.
   */
  'misplacedCopies': (number);
}
