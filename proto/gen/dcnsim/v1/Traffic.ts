// Original file: proto/dcnsim/v1/hub.proto


/**
 * One operation's traffic over one link in one direction.
 */
export interface Traffic {
  /**
   * The site at the link's far end.
   */
  'site'?: (string) | undefined;
  /**
   * down: hub to site; up: site to hub
   */
  'direction'?: (string) | undefined;
  /**
   * image, volume, backup, control
   */
  'class'?: (string) | undefined;
  /**
   * What it was for, for example `copy-image` and the image's id, or `heartbeat`.
   */
  'operation'?: (string) | undefined;
  /**
   * Bytes that have arrived, of bulk data and messages.
   */
  'bytes'?: (number) | undefined;
  /**
   * Small messages that have arrived: requests and answers.
   */
  'messages'?: (number) | undefined;
}

/**
 * One operation's traffic over one link in one direction.
 */
export interface Traffic__Output {
  /**
   * The site at the link's far end.
   */
  'site': (string);
  /**
   * down: hub to site; up: site to hub
   */
  'direction': (string);
  /**
   * image, volume, backup, control
   */
  'class': (string);
  /**
   * What it was for, for example `copy-image` and the image's id, or `heartbeat`.
   */
  'operation': (string);
  /**
   * Bytes that have arrived, of bulk data and messages.
   */
  'bytes': (number);
  /**
   * Small messages that have arrived: requests and answers.
   */
  'messages': (number);
}
