// Original file: proto/dcnsim/v1/hub.proto

import type { ImageLocation as _dcnsim_v1_ImageLocation, ImageLocation__Output as _dcnsim_v1_ImageLocation__Output } from '../../dcnsim/v1/ImageLocation.ts';
import type { ImageProperty as _dcnsim_v1_ImageProperty, ImageProperty__Output as _dcnsim_v1_ImageProperty__Output } from '../../dcnsim/v1/ImageProperty.ts';

/**
 * Glance's record of an image.
 */
export interface GlanceImage {
  /**
   * A UUID; the RBD image in each store has it as its name.
   */
  'id'?: (string) | undefined;
  /**
   * For people; need not be unique and may be empty.
   */
  'name'?: (string) | undefined;
  /**
   * queued, saving, uploading, importing, active, deactivated, ...
   */
  'status'?: (string) | undefined;
  /**
   * `raw`, `qcow2`, ...; absent when nobody has said. A converting import makes it `raw`.
   */
  'diskFormat'?: (string) | undefined;
  /**
   * `bare`, ...; absent when nobody has said.
   */
  'containerFormat'?: (string) | undefined;
  /**
   * public, community, shared, private
   */
  'visibility'?: (string) | undefined;
  /**
   * Whether DeleteImage is refused.
   */
  'protected'?: (boolean) | undefined;
  /**
   * The smallest volume that may be made of it, in GiB; 0 asks for nothing.
   */
  'minDiskGib'?: (number) | undefined;
  /**
   * The memory that a server needs to run it, in MiB; 0 asks for nothing.
   */
  'minRamMib'?: (number) | undefined;
  /**
   * The project that it belongs to.
   */
  'owner'?: (string) | undefined;
  /**
   * Of the data as stored (or staged); absent before there is any.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * Of the disk that the data describes; absent while unknown.
   */
  'virtualSizeBytes'?: (number) | undefined;
  /**
   * MD5 of the data, hex; absent when nobody has computed it.
   */
  'checksum'?: (string) | undefined;
  /**
   * `sha512`; absent together with the value.
   */
  'osHashAlgo'?: (string) | undefined;
  /**
   * SHA-512 of the data, hex; absent when nobody has computed it, as of a server's image made inside its cluster.
   */
  'osHashValue'?: (string) | undefined;
  /**
   * Whether the image's owner has marked it as outdated.
   */
  'osHidden'?: (boolean) | undefined;
  /**
   * For people, each once.
   */
  'tags'?: (string)[] | undefined;
  /**
   * One for each store that has a copy, in the order in which they got it; empty without data.
   */
  'locations'?: (_dcnsim_v1_ImageLocation)[] | undefined;
  /**
   * Other properties, the `os_glance_*` ones among them, in the order in which they were set.
   */
  'properties'?: (_dcnsim_v1_ImageProperty)[] | undefined;
  /**
   * When the record was made: simulated milliseconds since the epoch, as every instant here.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * When the record last changed.
   */
  'updatedMs'?: (number | string) | undefined;
  '_diskFormat'?: "diskFormat" | undefined;
  '_containerFormat'?: "containerFormat" | undefined;
  '_sizeBytes'?: "sizeBytes" | undefined;
  '_virtualSizeBytes'?: "virtualSizeBytes" | undefined;
  '_checksum'?: "checksum" | undefined;
  '_osHashAlgo'?: "osHashAlgo" | undefined;
  '_osHashValue'?: "osHashValue" | undefined;
}

/**
 * Glance's record of an image.
 */
export interface GlanceImage__Output {
  /**
   * A UUID; the RBD image in each store has it as its name.
   */
  'id': (string);
  /**
   * For people; need not be unique and may be empty.
   */
  'name': (string);
  /**
   * queued, saving, uploading, importing, active, deactivated, ...
   */
  'status': (string);
  /**
   * `raw`, `qcow2`, ...; absent when nobody has said. A converting import makes it `raw`.
   */
  'diskFormat'?: (string);
  /**
   * `bare`, ...; absent when nobody has said.
   */
  'containerFormat'?: (string);
  /**
   * public, community, shared, private
   */
  'visibility': (string);
  /**
   * Whether DeleteImage is refused.
   */
  'protected': (boolean);
  /**
   * The smallest volume that may be made of it, in GiB; 0 asks for nothing.
   */
  'minDiskGib': (number);
  /**
   * The memory that a server needs to run it, in MiB; 0 asks for nothing.
   */
  'minRamMib': (number);
  /**
   * The project that it belongs to.
   */
  'owner': (string);
  /**
   * Of the data as stored (or staged); absent before there is any.
   */
  'sizeBytes'?: (number);
  /**
   * Of the disk that the data describes; absent while unknown.
   */
  'virtualSizeBytes'?: (number);
  /**
   * MD5 of the data, hex; absent when nobody has computed it.
   */
  'checksum'?: (string);
  /**
   * `sha512`; absent together with the value.
   */
  'osHashAlgo'?: (string);
  /**
   * SHA-512 of the data, hex; absent when nobody has computed it, as of a server's image made inside its cluster.
   */
  'osHashValue'?: (string);
  /**
   * Whether the image's owner has marked it as outdated.
   */
  'osHidden': (boolean);
  /**
   * For people, each once.
   */
  'tags': (string)[];
  /**
   * One for each store that has a copy, in the order in which they got it; empty without data.
   */
  'locations': (_dcnsim_v1_ImageLocation__Output)[];
  /**
   * Other properties, the `os_glance_*` ones among them, in the order in which they were set.
   */
  'properties': (_dcnsim_v1_ImageProperty__Output)[];
  /**
   * When the record was made: simulated milliseconds since the epoch, as every instant here.
   */
  'createdMs': (number);
  /**
   * When the record last changed.
   */
  'updatedMs': (number);
  '_diskFormat'?: "diskFormat";
  '_containerFormat'?: "containerFormat";
  '_sizeBytes'?: "sizeBytes";
  '_virtualSizeBytes'?: "virtualSizeBytes";
  '_checksum'?: "checksum";
  '_osHashAlgo'?: "osHashAlgo";
  '_osHashValue'?: "osHashValue";
}
