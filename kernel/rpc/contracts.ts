import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js'
import protobuf from 'protobufjs/light.js'
import { readProtoFiles } from './proto-files.ts'
import type { ServiceName } from './service-types.ts'

/** The conversions that `proto/gen` was generated for. */
export const conversions = { longs: Number, enums: String, defaults: true, oneofs: true } as const

/** A message's two directions. */
export interface MessageCodec<In, Out> {
  serialize(value: In): Buffer
  deserialize(bytes: Buffer): Out
}

let root: protobuf.Root | undefined

/** Read once per process; what a message is made of is worked out when it is first used. */
function contracts(): protobuf.Root {
  root ??= protobuf.Root.fromJSON(readProtoFiles())
  return root
}

/** How the calls of a service go over the wire, for grpc-js. */
export function loadService(name: ServiceName): ServiceDefinition {
  const methods = contracts().lookupService(name).methodsArray
  return Object.fromEntries(methods.map((method) => [method.name, definitionOf(name, method.resolve())]))
}

export function messageCodec<In, Out>(name: string): MessageCodec<In, Out> {
  return codecOf(contracts().lookupType(name)) as MessageCodec<In, Out>
}

function definitionOf(service: ServiceName, method: protobuf.Method): MethodDefinition<unknown, unknown> {
  const request = codecOf(method.resolvedRequestType!)
  const response = codecOf(method.resolvedResponseType!)
  return {
    path: `/${service}/${method.name}`,
    requestStream: method.requestStream ?? false,
    responseStream: method.responseStream ?? false,
    requestSerialize: request.serialize,
    requestDeserialize: request.deserialize,
    responseSerialize: response.serialize,
    responseDeserialize: response.deserialize,
  }
}

function codecOf(type: protobuf.Type): MessageCodec<unknown, unknown> {
  return {
    serialize: (value) => type.encode(type.fromObject(value as object)).finish() as Buffer,
    deserialize: (bytes) => type.toObject(type.decode(bytes), conversions),
  }
}
