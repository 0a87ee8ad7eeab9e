// Original file: proto/dcnsim/v1/cluster_state.proto

import type { OsdMapReport as _dcnsim_v1_OsdMapReport, OsdMapReport__Output as _dcnsim_v1_OsdMapReport__Output } from '../../dcnsim/v1/OsdMapReport.ts';
import type { OsdUsage as _dcnsim_v1_OsdUsage, OsdUsage__Output as _dcnsim_v1_OsdUsage__Output } from '../../dcnsim/v1/OsdUsage.ts';
import type { GroupTotals as _dcnsim_v1_GroupTotals, GroupTotals__Output as _dcnsim_v1_GroupTotals__Output } from '../../dcnsim/v1/GroupTotals.ts';
import type { PoolReport as _dcnsim_v1_PoolReport, PoolReport__Output as _dcnsim_v1_PoolReport__Output } from '../../dcnsim/v1/PoolReport.ts';
import type { HealthCheck as _dcnsim_v1_HealthCheck, HealthCheck__Output as _dcnsim_v1_HealthCheck__Output } from '../../dcnsim/v1/HealthCheck.ts';

/**
 * A cluster at one moment.
 */
export interface ClusterReport {
  /**
   * The site's name.
   */
  'name'?: (string) | undefined;
  /**
   * The cluster's UUID.
   */
  'fsid'?: (string) | undefined;
  /**
   * The hour.
   */
  'nowMs'?: (number | string) | undefined;
  /**
   * When monitor and manager were started.
   */
  'startedMs'?: (number | string) | undefined;
  /**
   * `mon_host` of the daemons' configuration.
   */
  'monitorAddress'?: (string) | undefined;
  /**
   * The name of the host on which the osds are.
   */
  'host'?: (string) | undefined;
  /**
   * The osd map.
   */
  'osdMap'?: (_dcnsim_v1_OsdMapReport | null) | undefined;
  /**
   * By id.
   */
  'osds'?: (_dcnsim_v1_OsdUsage)[] | undefined;
  /**
   * All placement groups.
   */
  'groups'?: (_dcnsim_v1_GroupTotals | null) | undefined;
  /**
   * Of the osds that are in.
   */
  'totalBytes'?: (number) | undefined;
  /**
   * Of the osds that are in.
   */
  'usedBytes'?: (number) | undefined;
  /**
   * Of the osds that are in.
   */
  'availBytes'?: (number) | undefined;
  /**
   * By id.
   */
  'pools'?: (_dcnsim_v1_PoolReport)[] | undefined;
  /**
   * What is wrong, by code.
   */
  'health'?: (_dcnsim_v1_HealthCheck)[] | undefined;
  /**
   * What recovery would be copying now.
   */
  'recoveryBytesPerSecond'?: (number | string) | undefined;
  /**
   * What recovery would be copying now.
   */
  'recoveryObjectsPerSecond'?: (number | string) | undefined;
}

/**
 * A cluster at one moment.
 */
export interface ClusterReport__Output {
  /**
   * The site's name.
   */
  'name': (string);
  /**
   * The cluster's UUID.
   */
  'fsid': (string);
  /**
   * The hour.
   */
  'nowMs': (number);
  /**
   * When monitor and manager were started.
   */
  'startedMs': (number);
  /**
   * `mon_host` of the daemons' configuration.
   */
  'monitorAddress': (string);
  /**
   * The name of the host on which the osds are.
   */
  'host': (string);
  /**
   * The osd map.
   */
  'osdMap': (_dcnsim_v1_OsdMapReport__Output | null);
  /**
   * By id.
   */
  'osds': (_dcnsim_v1_OsdUsage__Output)[];
  /**
   * All placement groups.
   */
  'groups': (_dcnsim_v1_GroupTotals__Output | null);
  /**
   * Of the osds that are in.
   */
  'totalBytes': (number);
  /**
   * Of the osds that are in.
   */
  'usedBytes': (number);
  /**
   * Of the osds that are in.
   */
  'availBytes': (number);
  /**
   * By id.
   */
  'pools': (_dcnsim_v1_PoolReport__Output)[];
  /**
   * What is wrong, by code.
   */
  'health': (_dcnsim_v1_HealthCheck__Output)[];
  /**
   * What recovery would be copying now.
   */
  'recoveryBytesPerSecond': (number);
  /**
   * What recovery would be copying now.
   */
  'recoveryObjectsPerSecond': (number);
}
