// Original file: proto/dcnsim/v1/hub.proto


/**
 * Glance's record of an import. `success` does not mean that every store has a copy: the image's locations tell.
 */
export interface ImageTask {
  /**
   * A UUID.
   */
  'id'?: (string) | undefined;
  /**
   * `api_image_import`
   */
  'type'?: (string) | undefined;
  /**
   * pending, processing, success, failure
   */
  'status'?: (string) | undefined;
  /**
   * How far it is (`Copied 8 MiB`) or why it failed, as Glance words it; may be empty.
   */
  'message'?: (string) | undefined;
  /**
   * The project of whoever asked.
   */
  'owner'?: (string) | undefined;
  /**
   * The image's id, a UUID.
   */
  'imageId'?: (string) | undefined;
  /**
   * The id of the API request that started it: `req-` and a UUID.
   */
  'requestId'?: (string) | undefined;
  /**
   * Who asked.
   */
  'userId'?: (string) | undefined;
  /**
   * The import request as JSON.
   */
  'inputJson'?: (string) | undefined;
  /**
   * The result as JSON; empty when there is none.
   */
  'resultJson'?: (string) | undefined;
  /**
   * When the import was accepted.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * Its last sign of life. Another import may take over from one that has shown none for an hour (two while pending).
   */
  'updatedMs'?: (number | string) | undefined;
  /**
   * When the record may go, two days after the task has ended; absent before.
   */
  'expiresMs'?: (number | string) | undefined;
  '_expiresMs'?: "expiresMs" | undefined;
}

/**
 * Glance's record of an import. `success` does not mean that every store has a copy: the image's locations tell.
 */
export interface ImageTask__Output {
  /**
   * A UUID.
   */
  'id': (string);
  /**
   * `api_image_import`
   */
  'type': (string);
  /**
   * pending, processing, success, failure
   */
  'status': (string);
  /**
   * How far it is (`Copied 8 MiB`) or why it failed, as Glance words it; may be empty.
   */
  'message': (string);
  /**
   * The project of whoever asked.
   */
  'owner': (string);
  /**
   * The image's id, a UUID.
   */
  'imageId': (string);
  /**
   * The id of the API request that started it: `req-` and a UUID.
   */
  'requestId': (string);
  /**
   * Who asked.
   */
  'userId': (string);
  /**
   * The import request as JSON.
   */
  'inputJson': (string);
  /**
   * The result as JSON; empty when there is none.
   */
  'resultJson': (string);
  /**
   * When the import was accepted.
   */
  'createdMs': (number);
  /**
   * Its last sign of life. Another import may take over from one that has shown none for an hour (two while pending).
   */
  'updatedMs': (number);
  /**
   * When the record may go, two days after the task has ended; absent before.
   */
  'expiresMs'?: (number);
  '_expiresMs'?: "expiresMs";
}
