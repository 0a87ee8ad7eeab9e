// Original file: proto/dcnsim/v1/configuration.proto

import type { ConfigEntry as _dcnsim_v1_ConfigEntry, ConfigEntry__Output as _dcnsim_v1_ConfigEntry__Output } from '../../dcnsim/v1/ConfigEntry.ts';

/**
 * What is set.
 */
export interface ConfigEntries {
  /**
   * Of everybody first, then by type of entity and by entity; of one entity by option.
   */
  'entries'?: (_dcnsim_v1_ConfigEntry)[] | undefined;
}

/**
 * What is set.
 */
export interface ConfigEntries__Output {
  /**
   * Of everybody first, then by type of entity and by entity; of one entity by option.
   */
  'entries': (_dcnsim_v1_ConfigEntry__Output)[];
}
