// Original file: proto/dcnsim/v1/site_agent.proto

import type { ImageLocation as _dcnsim_v1_ImageLocation, ImageLocation__Output as _dcnsim_v1_ImageLocation__Output } from '../../dcnsim/v1/ImageLocation.ts';

/**
 * The image as the site needs to know it.
 */
export interface AgentImage {
  'id'?: (string) | undefined;
  'diskFormat'?: (string) | undefined;
  'sizeBytes'?: (number) | undefined;
  'locations'?: (_dcnsim_v1_ImageLocation)[] | undefined;
}

/**
 * The image as the site needs to know it.
 */
export interface AgentImage__Output {
  'id': (string);
  'diskFormat': (string);
  'sizeBytes': (number);
  'locations': (_dcnsim_v1_ImageLocation__Output)[];
}
