// Original file: proto/dcnsim/v1/nbd.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { NbdTls as _dcnsim_v1_NbdTls, NbdTls__Output as _dcnsim_v1_NbdTls__Output } from '../../dcnsim/v1/NbdTls.ts';

/**
 * What to serve, and where.
 */
export interface OpenNbdRequest {
  /**
   * Images and snapshots; the name of an export is its spec. At least one.
   */
  'exports'?: (_dcnsim_v1_RbdSpec)[] | undefined;
  /**
   * `host:port` (port 0: any free one) or `unix:/path`.
   */
  'address'?: (string) | undefined;
  /**
   * Refuse writing, and take no lock.
   */
  'readOnly'?: (boolean) | undefined;
  /**
   * Clients must use TLS and show a certificate; plain text when absent.
   */
  'tls'?: (_dcnsim_v1_NbdTls | null) | undefined;
}

/**
 * What to serve, and where.
 */
export interface OpenNbdRequest__Output {
  /**
   * Images and snapshots; the name of an export is its spec. At least one.
   */
  'exports': (_dcnsim_v1_RbdSpec__Output)[];
  /**
   * `host:port` (port 0: any free one) or `unix:/path`.
   */
  'address': (string);
  /**
   * Refuse writing, and take no lock.
   */
  'readOnly': (boolean);
  /**
   * Clients must use TLS and show a certificate; plain text when absent.
   */
  'tls': (_dcnsim_v1_NbdTls__Output | null);
}
