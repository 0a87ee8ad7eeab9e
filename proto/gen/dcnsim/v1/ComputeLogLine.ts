// Original file: proto/dcnsim/v1/site_agent.proto


/**
 * One line of nova-compute's or cinder-volume's log.
 */
export interface ComputeLogLine {
  /**
   * When it was said: simulated milliseconds since the epoch.
   */
  'atMs'?: (number | string) | undefined;
  /**
   * The compute host that said it; the site's first host for what its storage drivers say, which serve all of them.
   */
  'host'?: (string) | undefined;
  /**
   * DEBUG, INFO, WARNING, ERROR
   */
  'level'?: (string) | undefined;
  /**
   * The Python module that the real service logs this from, for example `nova.storage.rbd_utils`.
   */
  'logger'?: (string) | undefined;
  /**
   * The text, worded as the real service does.
   */
  'message'?: (string) | undefined;
}

/**
 * One line of nova-compute's or cinder-volume's log.
 */
export interface ComputeLogLine__Output {
  /**
   * When it was said: simulated milliseconds since the epoch.
   */
  'atMs': (number);
  /**
   * The compute host that said it; the site's first host for what its storage drivers say, which serve all of them.
   */
  'host': (string);
  /**
   * DEBUG, INFO, WARNING, ERROR
   */
  'level': (string);
  /**
   * The Python module that the real service logs this from, for example `nova.storage.rbd_utils`.
   */
  'logger': (string);
  /**
   * The text, worded as the real service does.
   */
  'message': (string);
}
