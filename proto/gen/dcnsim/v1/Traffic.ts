// Original file: proto/dcnsim/v1/hub.proto


export interface Traffic {
  'site'?: (string) | undefined;
  /**
   * down: hub to site; up: site to hub
   */
  'direction'?: (string) | undefined;
  /**
   * image, volume, backup, control
   */
  'class'?: (string) | undefined;
  'operation'?: (string) | undefined;
  'bytes'?: (number) | undefined;
  'messages'?: (number) | undefined;
}

export interface Traffic__Output {
  'site': (string);
  /**
   * down: hub to site; up: site to hub
   */
  'direction': (string);
  /**
   * image, volume, backup, control
   */
  'class': (string);
  'operation': (string);
  'bytes': (number);
  'messages': (number);
}
