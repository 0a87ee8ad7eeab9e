// Original file: proto/dcnsim/v1/hub.proto

import type { Attachment as _dcnsim_v1_Attachment, Attachment__Output as _dcnsim_v1_Attachment__Output } from '../../dcnsim/v1/Attachment.ts';
import type { ImageProperty as _dcnsim_v1_ImageProperty, ImageProperty__Output as _dcnsim_v1_ImageProperty__Output } from '../../dcnsim/v1/ImageProperty.ts';

export interface Volume {
  'id'?: (string) | undefined;
  'name'?: (string) | undefined;
  'description'?: (string) | undefined;
  /**
   * creating, available, in-use, error, ...
   */
  'status'?: (string) | undefined;
  'sizeGib'?: (number) | undefined;
  'availabilityZone'?: (string) | undefined;
  'bootable'?: (boolean) | undefined;
  'volumeType'?: (string) | undefined;
  'snapshotId'?: (string) | undefined;
  'sourceVolumeId'?: (string) | undefined;
  'attachments'?: (_dcnsim_v1_Attachment)[] | undefined;
  /**
   * What the volume keeps of the image that it was made from.
   */
  'imageMetadata'?: (_dcnsim_v1_ImageProperty)[] | undefined;
  /**
   * `dcn0@dcn0#dcn0`
   */
  'host'?: (string) | undefined;
  'userId'?: (string) | undefined;
  'projectId'?: (string) | undefined;
  'createdMs'?: (number | string) | undefined;
  'updatedMs'?: (number | string) | undefined;
  '_updatedMs'?: "updatedMs" | undefined;
}

export interface Volume__Output {
  'id': (string);
  'name': (string);
  'description': (string);
  /**
   * creating, available, in-use, error, ...
   */
  'status': (string);
  'sizeGib': (number);
  'availabilityZone': (string);
  'bootable': (boolean);
  'volumeType': (string);
  'snapshotId': (string);
  'sourceVolumeId': (string);
  'attachments': (_dcnsim_v1_Attachment__Output)[];
  /**
   * What the volume keeps of the image that it was made from.
   */
  'imageMetadata': (_dcnsim_v1_ImageProperty__Output)[];
  /**
   * `dcn0@dcn0#dcn0`
   */
  'host': (string);
  'userId': (string);
  'projectId': (string);
  'createdMs': (number);
  'updatedMs'?: (number);
  '_updatedMs'?: "updatedMs";
}
