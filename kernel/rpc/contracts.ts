import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js'
import protobuf from 'protobufjs/light.js'
import { InternalError } from '#kernel/errors/domain-error.ts'
import { readProtoFiles } from './proto-files.ts'
import type { ServiceName } from './service-types.ts'

/** The conversions that `proto/gen` was generated for. */
export const conversions = { longs: Number, enums: String, defaults: true, oneofs: true } as const

/** A message's two directions. */
export interface MessageCodec<In, Out> {
  serialize(value: In): Buffer
  deserialize(bytes: Buffer): Out
}

const packageName = 'dcnsim.v1'

/**
 * The contracts, read once per process. Messages are built when a call needs them: a short command makes one or two calls
 * of the hundreds that there are.
 */
class Contracts {
  readonly #declared: Readonly<Record<string, protobuf.AnyNestedObject>>
  readonly #built = new protobuf.Root().define(packageName)
  readonly #names = new Set<string>()

  constructor() {
    const packages = packageName.split('.')
    const found = packages.reduce<protobuf.INamespace | undefined>(
      (outer, name) => outer?.nested?.[name] as protobuf.INamespace | undefined,
      readProtoFiles(),
    )
    this.#declared = found?.nested ?? {}
  }

  methodsOf(service: ServiceName): Readonly<Record<string, protobuf.IMethod>> {
    const declared = this.#declared[service.slice(packageName.length + 1)]
    if (!declared || !('methods' in declared)) throw new InternalError(`no service ${service} in proto/`)
    return declared.methods
  }

  message(name: string): protobuf.Type {
    const plain = plainName(name)
    this.#build(plain)
    return this.#built.lookupType(plain)
  }

  /** With every message that it holds. */
  #build(name: string): void {
    const declared = this.#declared[name]
    if (!declared || this.#names.has(name)) return
    this.#names.add(name)
    this.#built.addJSON({ [name]: declared })
    for (const inner of typesIn(declared)) this.#build(inner)
  }
}

function typesIn(declared: protobuf.AnyNestedObject): readonly string[] {
  const fields = 'fields' in declared ? Object.values(declared.fields).map(({ type }) => plainName(type)) : []
  const nested = 'nested' in declared ? Object.values(declared.nested ?? {}).flatMap(typesIn) : []
  return [...fields, ...nested]
}

function plainName(name: string): string {
  return name.replace(/^\./, '').startsWith(`${packageName}.`)
    ? name.slice(name.indexOf(packageName) + packageName.length + 1)
    : name
}

let loaded: Contracts | undefined
const contracts = () => (loaded ??= new Contracts())

/** How the calls of a service go over the wire, for grpc-js. */
export function loadService(name: ServiceName): ServiceDefinition {
  const methods = Object.keys(contracts().methodsOf(name))
  return Object.fromEntries(methods.map((method) => [method, loadMethod(name, method)]))
}

/** How one call goes over the wire. */
export function loadMethod(service: ServiceName, name: string): MethodDefinition<unknown, unknown> {
  const method = contracts().methodsOf(service)[name]
  if (!method) throw new InternalError(`no method ${name} in the contract of ${service}`)
  const request = messageCodec<unknown, unknown>(method.requestType)
  const response = messageCodec<unknown, unknown>(method.responseType)
  return {
    path: `/${service}/${name}`,
    requestStream: method.requestStream ?? false,
    responseStream: method.responseStream ?? false,
    requestSerialize: request.serialize,
    requestDeserialize: request.deserialize,
    responseSerialize: response.serialize,
    responseDeserialize: response.deserialize,
  }
}

/** @param name - with or without its package */
export function messageCodec<In, Out>(name: string): MessageCodec<In, Out> {
  const type = contracts().message(name)
  return {
    serialize: (value) => type.encode(type.fromObject(value as object)).finish() as Buffer,
    deserialize: (bytes) => type.toObject(type.decode(bytes), conversions) as Out,
  }
}
