// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * The osd map as a whole.
 */
export interface OsdMapReport {
  /**
   * Rises with every change.
   */
  'epoch'?: (number) | undefined;
  /**
   * When the cluster was made.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * When the map was last changed.
   */
  'modifiedMs'?: (number | string) | undefined;
  /**
   * Set by the administrator, for example `noout`.
   */
  'flags'?: (string)[] | undefined;
  /**
   * From which share on an osd is full.
   */
  'fullRatio'?: (number | string) | undefined;
  /**
   * From which share on nothing is copied to an osd.
   */
  'backfillFullRatio'?: (number | string) | undefined;
  /**
   * From which share on an osd is nearly full.
   */
  'nearFullRatio'?: (number | string) | undefined;
  /**
   * The oldest release whose clients may connect.
   */
  'minCompatClient'?: (string) | undefined;
}

/**
 * The osd map as a whole.
 */
export interface OsdMapReport__Output {
  /**
   * Rises with every change.
   */
  'epoch': (number);
  /**
   * When the cluster was made.
   */
  'createdMs': (number);
  /**
   * When the map was last changed.
   */
  'modifiedMs': (number);
  /**
   * Set by the administrator, for example `noout`.
   */
  'flags': (string)[];
  /**
   * From which share on an osd is full.
   */
  'fullRatio': (number);
  /**
   * From which share on nothing is copied to an osd.
   */
  'backfillFullRatio': (number);
  /**
   * From which share on an osd is nearly full.
   */
  'nearFullRatio': (number);
  /**
   * The oldest release whose clients may connect.
   */
  'minCompatClient': (string);
}
