// Original file: proto/dcnsim/v1/hub.proto


export interface SetLinkRequest {
  'site'?: (string) | undefined;
  'downBitsPerSecond'?: (number | string) | undefined;
  'upBitsPerSecond'?: (number | string) | undefined;
  'rttMs'?: (number | string) | undefined;
  'state'?: (string) | undefined;
  '_downBitsPerSecond'?: "downBitsPerSecond" | undefined;
  '_upBitsPerSecond'?: "upBitsPerSecond" | undefined;
  '_rttMs'?: "rttMs" | undefined;
  '_state'?: "state" | undefined;
}

export interface SetLinkRequest__Output {
  'site': (string);
  'downBitsPerSecond'?: (number);
  'upBitsPerSecond'?: (number);
  'rttMs'?: (number);
  'state'?: (string);
  '_downBitsPerSecond'?: "downBitsPerSecond";
  '_upBitsPerSecond'?: "upBitsPerSecond";
  '_rttMs'?: "rttMs";
  '_state'?: "state";
}
