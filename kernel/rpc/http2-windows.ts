import type { Http2Server, ServerHttp2Session, ServerOptions } from 'node:http2'
import { createRequire } from 'node:module'

/**
 * How much may be on its way to a receiver ahead of its reader, in bytes; also memory that a receiver may need. One
 * stream carries at most window / RTT of the real network: 80 MB/s at 50 ms. The modelled WAN does not come into it,
 * because its waits happen above gRPC. HTTP/2's own default of 64 KiB would be the hidden model.
 */
export const receiveWindowBytes = 4 * 1024 * 1024

/** The client end of the same: what a channel is opened with. */
export const clientWindowOptions = { 'grpc-node.flow_control_window': receiveWindowBytes } as const

let raised = false

/**
 * Raises the receive window of every HTTP/2 server that this process starts from now on. grpc-js obeys
 * `grpc-node.flow_control_window` in clients only, so the server's two constructors in the CommonJS `node:http2` object,
 * which it looks up at each call, are wrapped. Remove once grpc-js obeys the option in servers (grpc/grpc-node#3058).
 */
export function raiseServerWindows(): void {
  if (raised) return
  raised = true
  const http2 = createRequire(import.meta.url)('node:http2') as {
    createServer: (options?: ServerOptions) => Http2Server
    createSecureServer: (options?: ServerOptions) => Http2Server
  }
  for (const name of ['createServer', 'createSecureServer'] as const) {
    const create = http2[name]
    http2[name] = (options = {}) => {
      const settings = { ...options.settings, initialWindowSize: receiveWindowBytes }
      const server = create({ ...options, settings })
      // The setting is for streams; the connection has a window of its own.
      server.on('session', (session: ServerHttp2Session) => session.setLocalWindowSize(receiveWindowBytes))
      return server
    }
  }
}
