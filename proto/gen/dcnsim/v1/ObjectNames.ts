// Original file: proto/dcnsim/v1/rados_objects.proto

import type { ObjectName as _dcnsim_v1_ObjectName, ObjectName__Output as _dcnsim_v1_ObjectName__Output } from '../../dcnsim/v1/ObjectName.ts';

/**
 * Some of the names.
 */
export interface ObjectNames {
  /**
   * In order.
   */
  'objects'?: (_dcnsim_v1_ObjectName)[] | undefined;
}

/**
 * Some of the names.
 */
export interface ObjectNames__Output {
  /**
   * In order.
   */
  'objects': (_dcnsim_v1_ObjectName__Output)[];
}
