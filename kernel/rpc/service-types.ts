import type { Metadata } from '@grpc/grpc-js'
import type { Services } from '#proto/services.ts'

/** `dcnsim.v1.BlockStore`, ... */
export type ServiceName = keyof Services

type Handlers<S extends ServiceName> = Services[S]['handlers']
type Definitions<S extends ServiceName> = Services[S]['definition']

/** The methods of a service by their proto names, without the index signatures of the generated types. */
export type MethodName<S extends ServiceName> = Extract<
  keyof { [M in keyof Handlers<S> as string extends M ? never : number extends M ? never : M]: true },
  string
>

/** What is put into a request: every field optional. */
export type RequestOf<S extends ServiceName, M extends MethodName<S>> = Input<Definitions<S>[M], 'requestSerialize'>
/** What a handler sees: defaults filled in. */
export type ReceivedRequestOf<S extends ServiceName, M extends MethodName<S>> = Output<
  Definitions<S>[M],
  'requestDeserialize'
>
/** What a handler answers. */
export type ResponseOf<S extends ServiceName, M extends MethodName<S>> = Input<Definitions<S>[M], 'responseSerialize'>
/** What a caller sees. */
export type ReceivedResponseOf<S extends ServiceName, M extends MethodName<S>> = Output<
  Definitions<S>[M],
  'responseDeserialize'
>

type Input<D, K extends string> = D extends Record<K, (value: infer T) => unknown> ? T : never
type Output<D, K extends string> = D extends Record<K, (bytes: never) => infer T> ? T : never

/** Generated handlers tell the four kinds of call apart by what the call object can do. */
type KindOf<H> = H extends (call: infer C, ...rest: never[]) => void
  ? 'read' extends keyof C
    ? 'write' extends keyof C
      ? 'bidi'
      : 'client-stream'
    : 'write' extends keyof C
      ? 'server-stream'
      : 'unary'
  : never

export type UnaryMethod<S extends ServiceName> = MethodOfKind<S, 'unary'>
export type ServerStreamMethod<S extends ServiceName> = MethodOfKind<S, 'server-stream'>
export type ClientStreamMethod<S extends ServiceName> = MethodOfKind<S, 'client-stream'>
type MethodOfKind<S extends ServiceName, K> = string &
  { [M in MethodName<S>]: KindOf<Handlers<S>[M]> extends K ? M : never }[MethodName<S>]

/** What a handler knows of its call beside the request. */
export interface RpcCallContext {
  /** Aborts, with a DomainError as its reason, when the caller cancels, goes away, or its deadline passes. */
  readonly signal: AbortSignal
  readonly metadata: Metadata
  /** A text header by its lower-case name. */
  header(name: string): string | undefined
  /** When the caller stops waiting, in real milliseconds since the epoch; infinite without a deadline. */
  readonly deadline: number
  /** Full method path, `/dcnsim.v1.BlockStore/Read`. */
  readonly path: string
  /** The far address as gRPC writes it, `127.0.0.1:51234`. */
  readonly peer: string
}

/** One async function for every method of a service; streams are async iterables, paced by whoever reads. */
export type RpcHandlers<S extends ServiceName> = {
  [M in MethodName<S>]: RpcHandler<
    KindOf<Handlers<S>[M]>,
    Output<Definitions<S>[M], 'requestDeserialize'>,
    Input<Definitions<S>[M], 'responseSerialize'>
  >
}

type RpcHandler<Kind, Request, Response> = Kind extends 'unary'
  ? (request: Request, context: RpcCallContext) => Response | Promise<Response>
  : Kind extends 'server-stream'
    ? (request: Request, context: RpcCallContext) => AsyncIterable<Response>
    : Kind extends 'client-stream'
      ? (requests: AsyncIterable<Request>, context: RpcCallContext) => Promise<Response>
      : never
