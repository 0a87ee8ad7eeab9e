import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { ErrorDetail as _dcnsim_v1_ErrorDetail, ErrorDetail__Output as _dcnsim_v1_ErrorDetail__Output } from './dcnsim/v1/ErrorDetail.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  dcnsim: {
    v1: {
      ErrorDetail: MessageTypeDefinition<_dcnsim_v1_ErrorDetail, _dcnsim_v1_ErrorDetail__Output>
    }
  }
}

