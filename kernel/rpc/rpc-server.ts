import { Server, ServerCredentials } from '@grpc/grpc-js'
import type { HealthImplementation } from 'grpc-health-check'
import { UnavailableError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { adaptHandlers } from './adapt-handlers.ts'
import { loadService } from './contracts.ts'
import { raiseServerWindows } from './http2-windows.ts'
import { maxMessageBytes } from './message-flow.ts'
import type { RpcHandlers, ServiceName } from './service-types.ts'
import type { RpcTls } from './tls.ts'

/** A service and its handlers, ready to be served: made by `implement`. */
export interface RpcServiceImplementation {
  readonly name: ServiceName
  addTo(server: Server): void
}

/** Ties handlers to a contract; a missing method or a wrong field is a type error. */
export function implement<S extends ServiceName>(name: S, handlers: RpcHandlers<S>): RpcServiceImplementation {
  return {
    name,
    addTo: (server) => {
      const definition = loadService(name)
      server.addService(definition, adaptHandlers(definition, handlers))
    },
  }
}

export interface RpcServerOptions {
  /** `host:port` (port 0: any free one) or `unix:/path`. */
  readonly address: string
  readonly services: readonly RpcServiceImplementation[]
  /** Plain text when absent, which is for loopback only. */
  readonly tls?: RpcTls
  /** What `stop` measures its patience with: real time unless given. */
  readonly clock?: Clock
}

export interface RpcServer {
  /** Resolves to the bound address, with the real port. @throws UnavailableError if the address cannot be bound */
  start(): Promise<string>
  /** Refuses new calls, lets running ones end for `drainMs` (default 5 s), then cuts them off. Idempotent. */
  stop(options?: { drainMs?: number }): Promise<void>
}

/**
 * A gRPC server with the standard health and reflection services beside its own.
 *
 * ```ts
 * const server = createRpcServer({
 *   address: '127.0.0.1:0',
 *   services: [
 *     implement('dcnsim.v1.BlockStore', {
 *       GetCluster: async () => ({ name: 'dcn0', fsid }),                    // unary: answer or throw a DomainError
 *       Read: async function* (request, { signal }) { yield { offset: 0, data } },   // a stream: yield, paced by the reader
 *       Write: async (requests, context) => {                                // a stream in: pull, which paces the writer
 *         for await (const request of requests) { ... }
 *         return { writtenBytes }
 *       },
 *       ...
 *     }),
 *   ],
 * })
 * const address = await server.start()
 * const client = createRpcClient('dcnsim.v1.BlockStore', address, { metadata: { 'x-cephx-user': 'client.admin' } })
 * const { fsid } = await client.unary('GetCluster', {}, { deadlineMs: 5000, signal })
 * for await (const piece of client.serverStream('Read', { image, offset: 0 })) { ... }
 * const { writtenBytes } = await client.clientStream('Write', pieces())
 * client.close()
 * await server.stop()
 * ```
 */
export function createRpcServer(options: RpcServerOptions): RpcServer {
  raiseServerWindows()
  const server = new Server({
    'grpc.max_receive_message_length': maxMessageBytes,
    'grpc.max_send_message_length': maxMessageBytes,
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 20_000,
  })
  for (const service of options.services) service.addTo(server)
  let health: HealthImplementation | undefined
  let stopping: Promise<void> | undefined
  return {
    start: async () => {
      // Clients import this module for their other end, and must not wait for what only a server needs.
      const [{ HealthImplementation }, { addReflection }] = await Promise.all([
        import('grpc-health-check'),
        import('./reflection.ts'),
      ])
      health = new HealthImplementation({ '': 'SERVING' })
      health.addToServer(server)
      for (const { name } of options.services) health.setStatus(name, 'SERVING')
      addReflection(
        server,
        options.services.map(({ name }) => name),
      )
      return bind(server, options)
    },
    stop: ({ drainMs = 5_000 } = {}) => {
      for (const name of ['', ...options.services.map((service) => service.name)])
        health?.setStatus(name, 'NOT_SERVING')
      stopping ??= drain(server, drainMs, options.clock ?? new SystemClock())
      return stopping
    },
  }
}

function bind(server: Server, { address, tls }: RpcServerOptions): Promise<string> {
  const credentials = tls
    ? ServerCredentials.createSsl(tls.ca, [{ private_key: tls.key, cert_chain: tls.cert }], true)
    : ServerCredentials.createInsecure()
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => {
      if (error) reject(new UnavailableError(`cannot listen on ${address}: ${error.message}`, { address }))
      else resolve(address.startsWith('unix:') ? address : address.replace(/:\d+$/, `:${port}`))
    })
  })
}

async function drain(server: Server, drainMs: number, clock: Clock): Promise<void> {
  const patience = new AbortController()
  const drained = new Promise<void>((resolve) => server.tryShutdown(() => resolve()))
  const outOfPatience = clock.sleep(drainMs, { signal: patience.signal }).then(
    () => server.forceShutdown(),
    () => {},
  )
  await Promise.race([drained, outOfPatience])
  patience.abort()
  await outOfPatience
}
