import {
  type CallOptions,
  Client,
  type ClientOptions,
  credentials,
  Metadata,
  type MethodDefinition,
  type ServiceError,
} from '@grpc/grpc-js'
import { asDomainError, type DomainError } from '#kernel/errors/domain-error.ts'
import { realNow } from '#kernel/time/system-clock.ts'
import { loadMethod } from './contracts.ts'
import { abortError, fromStatus } from './error-trailer.ts'
import { clientWindowOptions } from './http2-windows.ts'
import { maxMessageBytes, receiveAll, sendAll } from './message-flow.ts'
import type {
  ClientStreamMethod,
  ReceivedResponseOf,
  RequestOf,
  ServerStreamMethod,
  ServiceName,
  UnaryMethod,
} from './service-types.ts'
import type { RpcTls } from './tls.ts'

export type RpcHeaders = Readonly<Record<string, string>>

export interface RpcClientOptions {
  /** Sent with every call; a function is asked before each. */
  readonly metadata?: RpcHeaders | (() => RpcHeaders)
  /** Plain text when absent, which is for loopback only. */
  readonly tls?: RpcTls
}

export interface RpcCallOptions {
  /** Cancels the call, here and at the far side; the call then throws the signal's reason as a DomainError. */
  readonly signal?: AbortSignal | undefined
  /** Real milliseconds from now until the call fails with DeadlineError; for ever when absent. */
  readonly deadlineMs?: number | undefined
  /** Beside those of the client. */
  readonly metadata?: RpcHeaders | undefined
}

/** One service over a connection. Every failure is the DomainError that the far side threw. */
export interface RpcClient<S extends ServiceName> {
  readonly address: string
  unary<M extends UnaryMethod<S>>(
    method: M,
    request: RequestOf<S, M>,
    options?: RpcCallOptions,
  ): Promise<ReceivedResponseOf<S, M>>
  /** Starts when it is first read; leaving the loop early cancels the call. */
  serverStream<M extends ServerStreamMethod<S>>(
    method: M,
    request: RequestOf<S, M>,
    options?: RpcCallOptions,
  ): AsyncIterable<ReceivedResponseOf<S, M>>
  /** Pulls requests as fast as the far side takes them; an error of theirs cancels the call and is thrown. */
  clientStream<M extends ClientStreamMethod<S>>(
    method: M,
    requests: AsyncIterable<RequestOf<S, M>> | Iterable<RequestOf<S, M>>,
    options?: RpcCallOptions,
  ): Promise<ReceivedResponseOf<S, M>>
  close(): void
}

/** A connection that several services can share. Opened at the first call, and again when the far side comes back. */
export class RpcChannel {
  readonly address: string
  readonly options: RpcClientOptions
  #client: Client | undefined

  constructor(address: string, options: RpcClientOptions = {}) {
    this.address = address
    this.options = options
  }

  get client(): Client {
    const { tls } = this.options
    this.#client ??= new Client(this.address, channelCredentials(tls), channelOptions(tls))
    return this.#client
  }

  close(): void {
    this.#client?.close()
  }
}

/** One service on a connection of its own. See `createRpcServer` for an example. */
export function createRpcClient<S extends ServiceName>(
  service: S,
  address: string,
  options: RpcClientOptions = {},
): RpcClient<S> {
  return clientOver(new RpcChannel(address, options), service)
}

/** One of the services at the other end of a connection. */
export function clientOver<S extends ServiceName>(channel: RpcChannel, service: S): RpcClient<S> {
  const invoke = new Invoker(channel, service)
  // The three casts are where the contract's types, checked above, meet the untyped calls below.
  return {
    address: channel.address,
    unary: (method, request, call) => invoke.unary(method, request, call) as Promise<never>,
    serverStream: (method, request, call) => invoke.serverStream(method, request, call) as AsyncIterable<never>,
    clientStream: (method, requests, call) => invoke.clientStream(method, requests, call) as Promise<never>,
    close: () => channel.close(),
  }
}

function channelCredentials(tls: RpcTls | undefined) {
  return tls ? credentials.createSsl(tls.ca, tls.key, tls.cert) : credentials.createInsecure()
}

function channelOptions(tls: RpcTls | undefined): ClientOptions {
  return {
    ...clientWindowOptions,
    'grpc.max_receive_message_length': maxMessageBytes,
    'grpc.max_send_message_length': maxMessageBytes,
    // A process that was restarted is found at once: until then calls to it fail, though it may have said that it is back.
    'grpc.initial_reconnect_backoff_ms': 50,
    'grpc.max_reconnect_backoff_ms': 200,
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 20_000,
    // Bulk data of one client never waits behind that of another.
    'grpc.use_local_subchannel_pool': 1,
    ...(tls?.serverName === undefined ? {} : { 'grpc.ssl_target_name_override': tls.serverName }),
  }
}

interface Call {
  cancel(): void
}

class Invoker {
  readonly #channel: RpcChannel
  readonly #service: ServiceName
  readonly #methods = new Map<string, MethodDefinition<unknown, unknown>>()

  constructor(channel: RpcChannel, service: ServiceName) {
    this.#channel = channel
    this.#service = service
  }

  unary(name: string, request: unknown, options: RpcCallOptions = {}): Promise<unknown> {
    const { path, requestSerialize, responseDeserialize } = this.#method(name)
    return this.#answer(options, (metadata, callOptions, callback) =>
      this.#channel.client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        callOptions,
        callback,
      ),
    )
  }

  async *serverStream(name: string, request: unknown, options: RpcCallOptions = {}): AsyncGenerator<unknown> {
    const { path, requestSerialize, responseDeserialize } = this.#method(name)
    const { signal } = options
    if (signal?.aborted) throw abortError(signal)
    const call = this.#channel.client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      this.#metadata(options),
      callOptionsOf(options),
    )
    // A call that was left early still reports that it was cancelled.
    call.on('error', () => {})
    const onAbort = () => call.cancel()
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      yield* receiveAll<unknown>(call, signal)
    } catch (thrown) {
      throw failureOf(thrown, signal)
    } finally {
      signal?.removeEventListener('abort', onAbort)
      call.cancel()
    }
  }

  async clientStream(
    name: string,
    requests: AsyncIterable<unknown> | Iterable<unknown>,
    options: RpcCallOptions = {},
  ): Promise<unknown> {
    const { path, requestSerialize, responseDeserialize } = this.#method(name)
    const ended = new AbortController()
    let sourceFailure: DomainError | undefined
    try {
      return await this.#answer(options, (metadata, callOptions, callback) => {
        const call = this.#channel.client.makeClientStreamRequest(
          path,
          requestSerialize,
          responseDeserialize,
          metadata,
          callOptions,
          callback,
        )
        call.on('error', () => {})
        sendAll(call, requests, ended.signal).then(
          () => call.end(),
          (thrown: unknown) => {
            // Failing to send after the call has ended says no more than the call's own end.
            if (ended.signal.aborted || call.destroyed) return
            sourceFailure = asDomainError(thrown)
            call.cancel()
          },
        )
        return call
      })
    } catch (thrown) {
      throw sourceFailure ?? thrown
    } finally {
      ended.abort()
    }
  }

  #answer(
    options: RpcCallOptions,
    start: (
      metadata: Metadata,
      callOptions: CallOptions,
      callback: (error: ServiceError | null, value?: unknown) => void,
    ) => Call,
  ): Promise<unknown> {
    const { signal } = options
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError(signal))
      const call = start(this.#metadata(options), callOptionsOf(options), (error, value) => {
        signal?.removeEventListener('abort', onAbort)
        if (error) reject(failureOf(error, signal))
        else resolve(value)
      })
      const onAbort = () => call.cancel()
      signal?.addEventListener('abort', onAbort, { once: true })
    })
  }

  #method(name: string) {
    let method = this.#methods.get(name)
    if (!method) {
      method = loadMethod(this.#service, name)
      this.#methods.set(name, method)
    }
    return method
  }

  #metadata(options: RpcCallOptions): Metadata {
    const given = this.#channel.options.metadata
    const common = typeof given === 'function' ? given() : given
    const metadata = new Metadata()
    for (const [name, value] of Object.entries({ ...common, ...options.metadata })) metadata.set(name, value)
    return metadata
  }
}

function callOptionsOf({ deadlineMs }: RpcCallOptions): CallOptions {
  return deadlineMs === undefined ? {} : { deadline: realNow() + deadlineMs }
}

function failureOf(thrown: unknown, signal: AbortSignal | undefined): DomainError {
  if (signal?.aborted) return abortError(signal)
  return isServiceError(thrown) ? fromStatus(thrown) : asDomainError(thrown)
}

function isServiceError(thrown: unknown): thrown is ServiceError {
  return thrown instanceof Error && 'metadata' in thrown && 'code' in thrown && typeof thrown.code === 'number'
}
