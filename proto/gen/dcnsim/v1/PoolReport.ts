// Original file: proto/dcnsim/v1/cluster_state.proto

import type { PoolApplication as _dcnsim_v1_PoolApplication, PoolApplication__Output as _dcnsim_v1_PoolApplication__Output } from '../../dcnsim/v1/PoolApplication.ts';
import type { PoolPair as _dcnsim_v1_PoolPair, PoolPair__Output as _dcnsim_v1_PoolPair__Output } from '../../dcnsim/v1/PoolPair.ts';
import type { PoolIo as _dcnsim_v1_PoolIo, PoolIo__Output as _dcnsim_v1_PoolIo__Output } from '../../dcnsim/v1/PoolIo.ts';

/**
 * One pool.
 */
export interface PoolReport {
  /**
   * The pool's number.
   */
  'id'?: (number) | undefined;
  /**
   * The pool's name.
   */
  'name'?: (string) | undefined;
  /**
   * Of how many copies each object should have.
   */
  'replicas'?: (number) | undefined;
  /**
   * With fewer copies a placement group serves nobody.
   */
  'minSize'?: (number) | undefined;
  /**
   * Placement groups.
   */
  'pgNum'?: (number) | undefined;
  /**
   * Placement groups for placement.
   */
  'pgpNum'?: (number) | undefined;
  /**
   * The name of the CRUSH rule.
   */
  'crushRule'?: (string) | undefined;
  /**
   * For example `hashpspool`, `full`.
   */
  'flags'?: (string)[] | undefined;
  /**
   * 0 is none.
   */
  'quotaMaxBytes'?: (number) | undefined;
  /**
   * 0 is none.
   */
  'quotaMaxObjects'?: (number) | undefined;
  /**
   * What the pool is for.
   */
  'applications'?: (_dcnsim_v1_PoolApplication)[] | undefined;
  /**
   * Whatever else was set.
   */
  'options'?: (_dcnsim_v1_PoolPair)[] | undefined;
  /**
   * When it was made.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * The epoch of the map in which it was changed last.
   */
  'lastChange'?: (number) | undefined;
  /**
   * The epoch of the map in which its snapshots were changed last.
   */
  'snapEpoch'?: (number) | undefined;
  /**
   * The newest id of a snapshot.
   */
  'snapSeq'?: (number) | undefined;
  /**
   * For example `2~1`: what osds have still to trim.
   */
  'removedSnapshotsQueue'?: (string) | undefined;
  /**
   * Of all objects, RBD's own included.
   */
  'storedBytes'?: (number) | undefined;
  /**
   * Raw: whole allocation units, once for each replica.
   */
  'usedBytes'?: (number) | undefined;
  /**
   * Clones included.
   */
  'objects'?: (number) | undefined;
  /**
   * What could still be stored.
   */
  'maxAvailBytes'?: (number) | undefined;
  /**
   * What clients did since the cluster was started.
   */
  'io'?: (_dcnsim_v1_PoolIo | null) | undefined;
  /**
   * How many copies of its data there are, in the mean.
   */
  'copies'?: (number | string) | undefined;
  /**
   * Those of the objects that only snapshots have.
   */
  'clones'?: (number) | undefined;
  /**
   * Copies of objects that there should be and that are not there.
   */
  'degradedCopies'?: (number) | undefined;
  /**
   * Objects of which no copy is left.
   */
  'lostObjects'?: (number) | undefined;
}

/**
 * One pool.
 */
export interface PoolReport__Output {
  /**
   * The pool's number.
   */
  'id': (number);
  /**
   * The pool's name.
   */
  'name': (string);
  /**
   * Of how many copies each object should have.
   */
  'replicas': (number);
  /**
   * With fewer copies a placement group serves nobody.
   */
  'minSize': (number);
  /**
   * Placement groups.
   */
  'pgNum': (number);
  /**
   * Placement groups for placement.
   */
  'pgpNum': (number);
  /**
   * The name of the CRUSH rule.
   */
  'crushRule': (string);
  /**
   * For example `hashpspool`, `full`.
   */
  'flags': (string)[];
  /**
   * 0 is none.
   */
  'quotaMaxBytes': (number);
  /**
   * 0 is none.
   */
  'quotaMaxObjects': (number);
  /**
   * What the pool is for.
   */
  'applications': (_dcnsim_v1_PoolApplication__Output)[];
  /**
   * Whatever else was set.
   */
  'options': (_dcnsim_v1_PoolPair__Output)[];
  /**
   * When it was made.
   */
  'createdMs': (number);
  /**
   * The epoch of the map in which it was changed last.
   */
  'lastChange': (number);
  /**
   * The epoch of the map in which its snapshots were changed last.
   */
  'snapEpoch': (number);
  /**
   * The newest id of a snapshot.
   */
  'snapSeq': (number);
  /**
   * For example `2~1`: what osds have still to trim.
   */
  'removedSnapshotsQueue': (string);
  /**
   * Of all objects, RBD's own included.
   */
  'storedBytes': (number);
  /**
   * Raw: whole allocation units, once for each replica.
   */
  'usedBytes': (number);
  /**
   * Clones included.
   */
  'objects': (number);
  /**
   * What could still be stored.
   */
  'maxAvailBytes': (number);
  /**
   * What clients did since the cluster was started.
   */
  'io': (_dcnsim_v1_PoolIo__Output | null);
  /**
   * How many copies of its data there are, in the mean.
   */
  'copies': (number);
  /**
   * Those of the objects that only snapshots have.
   */
  'clones': (number);
  /**
   * Copies of objects that there should be and that are not there.
   */
  'degradedCopies': (number);
  /**
   * Objects of which no copy is left.
   */
  'lostObjects': (number);
}
