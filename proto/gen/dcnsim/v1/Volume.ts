// Original file: proto/dcnsim/v1/hub.proto

import type { Attachment as _dcnsim_v1_Attachment, Attachment__Output as _dcnsim_v1_Attachment__Output } from '../../dcnsim/v1/Attachment.ts';
import type { ImageProperty as _dcnsim_v1_ImageProperty, ImageProperty__Output as _dcnsim_v1_ImageProperty__Output } from '../../dcnsim/v1/ImageProperty.ts';

/**
 * Cinder's record of a volume.
 */
export interface Volume {
  /**
   * A UUID; the RBD image is `volume-<id>` in the pool `volumes` of its site.
   */
  'id'?: (string) | undefined;
  /**
   * For people; need not be unique and may be empty.
   */
  'name'?: (string) | undefined;
  /**
   * For people; may be empty.
   */
  'description'?: (string) | undefined;
  /**
   * creating, available, reserved, in-use, deleting, error, error_deleting
   */
  'status'?: (string) | undefined;
  /**
   * The size that its users see.
   */
  'sizeGib'?: (number) | undefined;
  /**
   * The name of the site whose cluster has it.
   */
  'availabilityZone'?: (string) | undefined;
  /**
   * Whether a server may boot from it: made from an image, or from a volume or snapshot that was.
   */
  'bootable'?: (boolean) | undefined;
  /**
   * `__DEFAULT__`
   */
  'volumeType'?: (string) | undefined;
  /**
   * The snapshot (UUID) that it was made from; empty when there was none.
   */
  'snapshotId'?: (string) | undefined;
  /**
   * The volume (UUID) that it was cloned from; empty when there was none.
   */
  'sourceVolumeId'?: (string) | undefined;
  /**
   * Who uses it: at most one server; empty when none does.
   */
  'attachments'?: (_dcnsim_v1_Attachment)[] | undefined;
  /**
   * What the volume keeps of the image that it was made from; empty without one.
   */
  'imageMetadata'?: (_dcnsim_v1_ImageProperty)[] | undefined;
  /**
   * The Cinder back end, host@backend#pool: `dcn0@dcn0#dcn0`
   */
  'host'?: (string) | undefined;
  /**
   * Who made it.
   */
  'userId'?: (string) | undefined;
  /**
   * The project that it belongs to.
   */
  'projectId'?: (string) | undefined;
  /**
   * When it was asked for: simulated milliseconds since the epoch.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * When the record last changed; absent while it never has.
   */
  'updatedMs'?: (number | string) | undefined;
  '_updatedMs'?: "updatedMs" | undefined;
}

/**
 * Cinder's record of a volume.
 */
export interface Volume__Output {
  /**
   * A UUID; the RBD image is `volume-<id>` in the pool `volumes` of its site.
   */
  'id': (string);
  /**
   * For people; need not be unique and may be empty.
   */
  'name': (string);
  /**
   * For people; may be empty.
   */
  'description': (string);
  /**
   * creating, available, reserved, in-use, deleting, error, error_deleting
   */
  'status': (string);
  /**
   * The size that its users see.
   */
  'sizeGib': (number);
  /**
   * The name of the site whose cluster has it.
   */
  'availabilityZone': (string);
  /**
   * Whether a server may boot from it: made from an image, or from a volume or snapshot that was.
   */
  'bootable': (boolean);
  /**
   * `__DEFAULT__`
   */
  'volumeType': (string);
  /**
   * The snapshot (UUID) that it was made from; empty when there was none.
   */
  'snapshotId': (string);
  /**
   * The volume (UUID) that it was cloned from; empty when there was none.
   */
  'sourceVolumeId': (string);
  /**
   * Who uses it: at most one server; empty when none does.
   */
  'attachments': (_dcnsim_v1_Attachment__Output)[];
  /**
   * What the volume keeps of the image that it was made from; empty without one.
   */
  'imageMetadata': (_dcnsim_v1_ImageProperty__Output)[];
  /**
   * The Cinder back end, host@backend#pool: `dcn0@dcn0#dcn0`
   */
  'host': (string);
  /**
   * Who made it.
   */
  'userId': (string);
  /**
   * The project that it belongs to.
   */
  'projectId': (string);
  /**
   * When it was asked for: simulated milliseconds since the epoch.
   */
  'createdMs': (number);
  /**
   * When the record last changed; absent while it never has.
   */
  'updatedMs'?: (number);
  '_updatedMs'?: "updatedMs";
}
