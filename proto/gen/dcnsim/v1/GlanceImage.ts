// Original file: proto/dcnsim/v1/hub.proto

import type { ImageLocation as _dcnsim_v1_ImageLocation, ImageLocation__Output as _dcnsim_v1_ImageLocation__Output } from '../../dcnsim/v1/ImageLocation.ts';
import type { ImageProperty as _dcnsim_v1_ImageProperty, ImageProperty__Output as _dcnsim_v1_ImageProperty__Output } from '../../dcnsim/v1/ImageProperty.ts';

export interface GlanceImage {
  'id'?: (string) | undefined;
  'name'?: (string) | undefined;
  /**
   * queued, saving, uploading, importing, active, ...
   */
  'status'?: (string) | undefined;
  'diskFormat'?: (string) | undefined;
  'containerFormat'?: (string) | undefined;
  'visibility'?: (string) | undefined;
  'protected'?: (boolean) | undefined;
  'minDiskGib'?: (number) | undefined;
  'minRamMib'?: (number) | undefined;
  'owner'?: (string) | undefined;
  'sizeBytes'?: (number) | undefined;
  'virtualSizeBytes'?: (number) | undefined;
  /**
   * MD5, hex.
   */
  'checksum'?: (string) | undefined;
  'osHashAlgo'?: (string) | undefined;
  'osHashValue'?: (string) | undefined;
  'osHidden'?: (boolean) | undefined;
  'tags'?: (string)[] | undefined;
  'locations'?: (_dcnsim_v1_ImageLocation)[] | undefined;
  /**
   * Other properties, the `os_glance_*` ones among them, in the order in which they were set.
   */
  'properties'?: (_dcnsim_v1_ImageProperty)[] | undefined;
  'createdMs'?: (number | string) | undefined;
  'updatedMs'?: (number | string) | undefined;
  '_diskFormat'?: "diskFormat" | undefined;
  '_containerFormat'?: "containerFormat" | undefined;
  '_sizeBytes'?: "sizeBytes" | undefined;
  '_virtualSizeBytes'?: "virtualSizeBytes" | undefined;
  '_checksum'?: "checksum" | undefined;
  '_osHashAlgo'?: "osHashAlgo" | undefined;
  '_osHashValue'?: "osHashValue" | undefined;
}

export interface GlanceImage__Output {
  'id': (string);
  'name': (string);
  /**
   * queued, saving, uploading, importing, active, ...
   */
  'status': (string);
  'diskFormat'?: (string);
  'containerFormat'?: (string);
  'visibility': (string);
  'protected': (boolean);
  'minDiskGib': (number);
  'minRamMib': (number);
  'owner': (string);
  'sizeBytes'?: (number);
  'virtualSizeBytes'?: (number);
  /**
   * MD5, hex.
   */
  'checksum'?: (string);
  'osHashAlgo'?: (string);
  'osHashValue'?: (string);
  'osHidden': (boolean);
  'tags': (string)[];
  'locations': (_dcnsim_v1_ImageLocation__Output)[];
  /**
   * Other properties, the `os_glance_*` ones among them, in the order in which they were set.
   */
  'properties': (_dcnsim_v1_ImageProperty__Output)[];
  'createdMs': (number);
  'updatedMs': (number);
  '_diskFormat'?: "diskFormat";
  '_containerFormat'?: "containerFormat";
  '_sizeBytes'?: "sizeBytes";
  '_virtualSizeBytes'?: "virtualSizeBytes";
  '_checksum'?: "checksum";
  '_osHashAlgo'?: "osHashAlgo";
  '_osHashValue'?: "osHashValue";
}
