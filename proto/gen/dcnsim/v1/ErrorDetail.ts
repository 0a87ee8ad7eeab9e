// Original file: proto/dcnsim/v1/common.proto


/**
 * What a failed call carries in its trailers (`dcnsim-error-bin`), so that the caller can rebuild the same domain error.
 */
export interface ErrorDetail {
  /**
   * A DomainCode, for example `not_found`.
   */
  'code'?: (string) | undefined;
  /**
   * The class of the error on the side that threw it.
   */
  'name'?: (string) | undefined;
  'message'?: (string) | undefined;
  /**
   * Facts about the failure, as a JSON object.
   */
  'detailsJson'?: (string) | undefined;
}

/**
 * What a failed call carries in its trailers (`dcnsim-error-bin`), so that the caller can rebuild the same domain error.
 */
export interface ErrorDetail__Output {
  /**
   * A DomainCode, for example `not_found`.
   */
  'code': (string);
  /**
   * The class of the error on the side that threw it.
   */
  'name': (string);
  'message': (string);
  /**
   * Facts about the failure, as a JSON object.
   */
  'detailsJson': (string);
}
