// Original file: proto/dcnsim/v1/hub.proto


/**
 * Why a server is in ERROR.
 */
export interface Fault {
  /**
   * An HTTP status, as Nova has it: 404 when something was not found, else 500.
   */
  'code'?: (number) | undefined;
  /**
   * The text that Nova shows.
   */
  'message'?: (string) | undefined;
  /**
   * When it happened: simulated milliseconds since the epoch.
   */
  'createdMs'?: (number | string) | undefined;
}

/**
 * Why a server is in ERROR.
 */
export interface Fault__Output {
  /**
   * An HTTP status, as Nova has it: 404 when something was not found, else 500.
   */
  'code': (number);
  /**
   * The text that Nova shows.
   */
  'message': (string);
  /**
   * When it happened: simulated milliseconds since the epoch.
   */
  'createdMs': (number);
}
