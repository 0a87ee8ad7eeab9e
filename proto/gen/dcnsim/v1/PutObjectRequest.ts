// Original file: proto/dcnsim/v1/rados_objects.proto

import type { ObjectPlace as _dcnsim_v1_ObjectPlace, ObjectPlace__Output as _dcnsim_v1_ObjectPlace__Output } from '../../dcnsim/v1/ObjectPlace.ts';

/**
 * What to store.
 */
export interface PutObjectRequest {
  /**
   * Where.
   */
  'object'?: (_dcnsim_v1_ObjectPlace | null) | undefined;
  /**
   * All of it.
   */
  'data'?: (Uint8Array) | undefined;
}

/**
 * What to store.
 */
export interface PutObjectRequest__Output {
  /**
   * Where.
   */
  'object': (_dcnsim_v1_ObjectPlace__Output | null);
  /**
   * All of it.
   */
  'data': (Buffer);
}
