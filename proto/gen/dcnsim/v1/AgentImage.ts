// Original file: proto/dcnsim/v1/site_agent.proto

import type { ImageLocation as _dcnsim_v1_ImageLocation, ImageLocation__Output as _dcnsim_v1_ImageLocation__Output } from '../../dcnsim/v1/ImageLocation.ts';

/**
 * The image as the site needs to know it.
 */
export interface AgentImage {
  /**
   * The Glance image's id, a UUID.
   */
  'id'?: (string) | undefined;
  /**
   * `raw`, `qcow2`, ...; only `raw` can be cloned. Empty when the record names none.
   */
  'diskFormat'?: (string) | undefined;
  /**
   * Of the data as stored; a download of another length is refused. 0 when Glance does not know it.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * Every store that has a copy, in the order in which they got it. The first one in this cluster is cloned.
   */
  'locations'?: (_dcnsim_v1_ImageLocation)[] | undefined;
}

/**
 * The image as the site needs to know it.
 */
export interface AgentImage__Output {
  /**
   * The Glance image's id, a UUID.
   */
  'id': (string);
  /**
   * `raw`, `qcow2`, ...; only `raw` can be cloned. Empty when the record names none.
   */
  'diskFormat': (string);
  /**
   * Of the data as stored; a download of another length is refused. 0 when Glance does not know it.
   */
  'sizeBytes': (number);
  /**
   * Every store that has a copy, in the order in which they got it. The first one in this cluster is cloned.
   */
  'locations': (_dcnsim_v1_ImageLocation__Output)[];
}
