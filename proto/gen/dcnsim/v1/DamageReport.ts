// Original file: proto/dcnsim/v1/osds.proto

import type { ImageDamage as _dcnsim_v1_ImageDamage, ImageDamage__Output as _dcnsim_v1_ImageDamage__Output } from '../../dcnsim/v1/ImageDamage.ts';

/**
 * What is lost for good.
 */
export interface DamageReport {
  /**
   * By pool and name: the head first, then snapshots by id.
   */
  'images'?: (_dcnsim_v1_ImageDamage)[] | undefined;
}

/**
 * What is lost for good.
 */
export interface DamageReport__Output {
  /**
   * By pool and name: the head first, then snapshots by id.
   */
  'images': (_dcnsim_v1_ImageDamage__Output)[];
}
