// Original file: proto/dcnsim/v1/rados_objects.proto

import type { ObjectClone as _dcnsim_v1_ObjectClone, ObjectClone__Output as _dcnsim_v1_ObjectClone__Output } from '../../dcnsim/v1/ObjectClone.ts';

/**
 * An object's clones.
 */
export interface ListObjectClonesResponse {
  /**
   * From the oldest to the newest.
   */
  'clones'?: (_dcnsim_v1_ObjectClone)[] | undefined;
  /**
   * Absent when only snapshots still have the object.
   */
  'headBytes'?: (number) | undefined;
  '_headBytes'?: "headBytes" | undefined;
}

/**
 * An object's clones.
 */
export interface ListObjectClonesResponse__Output {
  /**
   * From the oldest to the newest.
   */
  'clones': (_dcnsim_v1_ObjectClone__Output)[];
  /**
   * Absent when only snapshots still have the object.
   */
  'headBytes'?: (number);
  '_headBytes'?: "headBytes";
}
