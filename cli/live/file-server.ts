import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import type { FetchRecord } from '#cli/scenario/world.ts'
import { UnavailableError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'

/** The web server from which a scenario's images are imported: just the files that were put on it. */
export class FileServer {
  readonly #clock: Clock
  readonly #files = new Map<string, string>()
  readonly #fetches: { path: string; startedMs: number; endedMs?: number; bytes: number }[] = []
  readonly #server: Server

  constructor(clock: Clock) {
    this.#clock = clock
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
      const file = this.#files.get(path)
      if (!file) {
        response.writeHead(404, { 'content-type': 'text/plain' }).end(`there is no ${path}\n`)
        return
      }
      const fetched = { path, startedMs: this.#clock.now(), bytes: 0 }
      this.#fetches.push(fetched)
      this.#send(file, fetched, request.method === 'HEAD', response).catch((error: unknown) =>
        response.destroy(error as Error),
      )
    })
  }

  /** @param path - URL path, e.g. `/0.4.0/cirros.img` */
  serve(path: string, file: string): void {
    this.#files.set(path, file)
  }

  get fetches(): readonly FetchRecord[] {
    return this.#fetches
  }

  /** @returns `host:port` on loopback */
  start(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (error) =>
        reject(new UnavailableError(`the web server cannot start: ${error.message}`)),
      )
      this.#server.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(this.#server.address() as AddressInfo).port}`))
    })
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  async #send(
    file: string,
    fetched: { endedMs?: number; bytes: number },
    headOnly: boolean,
    response: import('node:http').ServerResponse,
  ): Promise<void> {
    const { size } = await stat(file)
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size })
    if (!headOnly) {
      const stream = createReadStream(file, { highWaterMark: 1024 * 1024 })
      stream.on('data', (bytes) => {
        fetched.bytes += bytes.length
      })
      await pipeline(stream, response)
    } else {
      response.end()
    }
    fetched.endedMs = this.#clock.now()
  }
}
