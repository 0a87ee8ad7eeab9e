// Original file: proto/dcnsim/v1/hub.proto


export interface ImageTask {
  'id'?: (string) | undefined;
  /**
   * `api_image_import`
   */
  'type'?: (string) | undefined;
  /**
   * pending, processing, success, failure
   */
  'status'?: (string) | undefined;
  'message'?: (string) | undefined;
  'owner'?: (string) | undefined;
  'imageId'?: (string) | undefined;
  'requestId'?: (string) | undefined;
  'userId'?: (string) | undefined;
  /**
   * The import request as JSON.
   */
  'inputJson'?: (string) | undefined;
  /**
   * The result as JSON; empty when there is none.
   */
  'resultJson'?: (string) | undefined;
  'createdMs'?: (number | string) | undefined;
  'updatedMs'?: (number | string) | undefined;
  'expiresMs'?: (number | string) | undefined;
  '_expiresMs'?: "expiresMs" | undefined;
}

export interface ImageTask__Output {
  'id': (string);
  /**
   * `api_image_import`
   */
  'type': (string);
  /**
   * pending, processing, success, failure
   */
  'status': (string);
  'message': (string);
  'owner': (string);
  'imageId': (string);
  'requestId': (string);
  'userId': (string);
  /**
   * The import request as JSON.
   */
  'inputJson': (string);
  /**
   * The result as JSON; empty when there is none.
   */
  'resultJson': (string);
  'createdMs': (number);
  'updatedMs': (number);
  'expiresMs'?: (number);
  '_expiresMs'?: "expiresMs";
}
