import { once } from 'node:events'
import { lstatSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { ConflictError, InvalidArgumentError, UnavailableError } from '#kernel/errors/domain-error.ts'
import type { RpcTls } from '#kernel/rpc/tls.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { Rbd, RbdSpec } from '../rbd.ts'
import { isUsualEnd, serveConnection } from './connection.ts'
import { formatNbdAddress, type NbdAddress, nbdUri } from './nbd-address.ts'
import type { Exports } from './negotiation.ts'
import { ServedImage } from './served-image.ts'
import { ConnectionEnded, Wire } from './wire.ts'

const handshakeLimitMs = 30_000
const defaultMaxConnections = 64

export interface NbdServerOptions {
  /** Port 0: any free one. */
  readonly address: NbdAddress
  readonly exports: readonly RbdSpec[]
  /** Refuse writing, and hold no lock. */
  readonly isReadOnly?: boolean | undefined
  /** Clients must begin with STARTTLS and show a certificate of the same authority; plain text when absent. */
  readonly tls?: RpcTls | undefined
  /** Further ones are turned away. Default 64. */
  readonly maxConnections?: number | undefined
  /** What no client caused: a bug. */
  readonly onError?: (error: unknown) => void
}

/**
 * Images of one cluster over NBD, by any adapter of the port; in the cluster's own process without a detour. Whatever a
 * client sends, it costs the server no more than one window of memory, and the images nothing but what was asked for.
 */
export class NbdServer {
  readonly #rbd: Rbd
  readonly #clock: Clock
  readonly #options: NbdServerOptions
  readonly #server: Server
  readonly #connections = new Map<Wire, Promise<void>>()
  #images: readonly ServedImage[] = []
  #bound: NbdAddress | undefined
  #stopping: Promise<void> | undefined

  /** @param clock - what handshakes are timed with: real time */
  constructor(rbd: Rbd, clock: Clock, options: NbdServerOptions) {
    this.#rbd = rbd
    this.#clock = clock
    this.#options = options
    // A client that has sent its last request may still be owed answers.
    this.#server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (socket) =>
      this.#accept(socket),
    )
  }

  /** Opens every image, then listens. @throws the port's errors; UnavailableError, ConflictError for the address */
  async start(): Promise<NbdAddress> {
    const { exports, isReadOnly = false, address } = this.#options
    if (exports.length === 0) throw new InvalidArgumentError('there is nothing to serve')
    const bound = await this.#listen(address)
    this.#bound = bound
    const owner = `nbd:${formatNbdAddress(bound)}`
    const opened: ServedImage[] = []
    try {
      for (const spec of exports) {
        const image = new ServedImage(this.#rbd, spec, { isReadOnly, owner })
        await image.open()
        opened.push(image)
      }
    } catch (error) {
      await closeAll(opened)
      this.#server.close()
      throw error
    }
    this.#images = opened
    return bound
  }

  /** One for each export, in order. */
  get uris(): readonly string[] {
    const tls = this.#options.tls !== undefined
    return this.#bound ? this.#images.map(({ name }) => nbdUri(this.#bound!, name, { tls })) : []
  }

  get connectionCount(): number {
    return this.#connections.size
  }

  /** Ends every connection after what it has under way, and closes the images. Idempotent. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async #stop(): Promise<void> {
    this.#server.close()
    for (const wire of this.#connections.keys()) wire.destroy()
    await Promise.all(this.#connections.values())
    await closeAll(this.#images)
  }

  #accept(socket: Socket): void {
    const { maxConnections = defaultMaxConnections, onError } = this.#options
    socket.on('error', () => {})
    if (this.#images.length === 0 || this.#connections.size >= maxConnections) {
      socket.destroy()
      return
    }
    const wire = new Wire(socket)
    const served = this.#serve(wire)
      .catch((thrown) => {
        if (!isUsualEnd(thrown)) onError?.(thrown)
      })
      .finally(() => {
        wire.destroy()
        this.#connections.delete(wire)
      })
    this.#connections.set(wire, served)
  }

  async #serve(wire: Wire): Promise<void> {
    const patience = new AbortController()
    this.#clock.sleep(handshakeLimitMs, { signal: patience.signal }).then(
      () => wire.destroy(),
      () => {},
    )
    await serveConnection(wire, this.#exports(), () => patience.abort()).finally(() => patience.abort())
  }

  #exports(): Exports {
    const { tls } = this.#options
    return { images: this.#images, startTls: tls && ((wire) => wire.replace((stream) => secured(stream, tls))) }
  }

  async #listen(address: NbdAddress): Promise<NbdAddress> {
    if (address.kind === 'unix') await removeStaleSocket(address.path)
    const listening = once(this.#server, 'listening')
    this.#server.listen(address.kind === 'unix' ? { path: address.path } : { host: address.host, port: address.port })
    try {
      await listening
    } catch (cause) {
      const where = formatNbdAddress(address)
      const { code, message } = cause as NodeJS.ErrnoException
      if (code === 'EADDRINUSE') throw new ConflictError(`${where} is in use`, { address: where }, { cause })
      throw new UnavailableError(`cannot listen on ${where}: ${message}`, { address: where }, { cause })
    }
    const bound = this.#server.address()
    if (address.kind === 'unix' || bound === null || typeof bound === 'string') return address
    return { ...address, port: bound.port }
  }
}

async function closeAll(images: readonly ServedImage[]): Promise<void> {
  // A cluster that is away has forgotten its watchers.
  for (const image of images) await image.close().catch(() => {})
}

/** Both ends show a certificate signed by the authority. @throws ConnectionEnded when the client does not */
async function secured(stream: Duplex, { ca, cert, key }: RpcTls): Promise<Duplex> {
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>()
  // Only a server checks certificates; this one is handed its single connection.
  const settings = { ca, cert, key, minVersion: 'TLSv1.2', requestCert: true, rejectUnauthorized: true } as const
  const server = createTlsServer(settings, resolve)
  server.on('tlsClientError', () => reject(new ConnectionEnded()))
  stream.once('close', () => reject(new ConnectionEnded()))
  server.emit('connection', stream)
  return promise
}

/** What a server that was killed has left behind. */
async function removeStaleSocket(path: string): Promise<void> {
  const probe = connect({ path })
  try {
    await once(probe, 'connect')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ECONNREFUSED' && lstatSync(path).isSocket()) rmSync(path)
  } finally {
    probe.destroy()
  }
}
