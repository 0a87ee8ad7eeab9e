// Original file: proto/dcnsim/v1/common.proto


/**
 * What a failed call carries in its trailers (`dcnsim-error-bin`), so that the caller can rebuild the same domain
 * error.
 */
export interface ErrorDetail {
  /**
   * A DomainCode of kernel/errors, for example `not_found`; one that the reader does not know counts for nothing, and
   * the call's gRPC status decides.
   */
  'code'?: (string) | undefined;
  /**
   * The class of the error on the side that threw it, for example `NotFoundError`.
   */
  'name'?: (string) | undefined;
  /**
   * For people: the text that the imitated service shows. Cut after 1000 characters.
   */
  'message'?: (string) | undefined;
  /**
   * Facts about the failure for programs, as a JSON object (`errno` and `reason` for RBD); a fact of more than 500
   * characters is left out. Empty means no facts.
   */
  'detailsJson'?: (string) | undefined;
}

/**
 * What a failed call carries in its trailers (`dcnsim-error-bin`), so that the caller can rebuild the same domain
 * error.
 */
export interface ErrorDetail__Output {
  /**
   * A DomainCode of kernel/errors, for example `not_found`; one that the reader does not know counts for nothing, and
   * the call's gRPC status decides.
   */
  'code': (string);
  /**
   * The class of the error on the side that threw it, for example `NotFoundError`.
   */
  'name': (string);
  /**
   * For people: the text that the imitated service shows. Cut after 1000 characters.
   */
  'message': (string);
  /**
   * Facts about the failure for programs, as a JSON object (`errno` and `reason` for RBD); a fact of more than 500
   * characters is left out. Empty means no facts.
   */
  'detailsJson': (string);
}
