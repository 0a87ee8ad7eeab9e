// Original file: proto/dcnsim/v1/hub.proto


export interface Keypair {
  'name'?: (string) | undefined;
  'fingerprint'?: (string) | undefined;
}

export interface Keypair__Output {
  'name': (string);
  'fingerprint': (string);
}
