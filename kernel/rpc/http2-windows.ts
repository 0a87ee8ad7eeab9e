import type { Http2Server, ServerHttp2Session, ServerOptions } from 'node:http2'
import { createRequire } from 'node:module'

/**
 * How far a sender may run ahead of its reader, in bytes. One stream carries at most window / RTT, so this must be well
 * above twice the bandwidth-delay product of any link that the WAN model paces (10 Gbit/s at 5 ms, 1 Gbit/s at 50 ms and
 * 100 Mbit/s at 500 ms are 6.25 MB each); else HTTP/2's 64 KiB default is the model.
 */
export const receiveWindowBytes = 16 * 1024 * 1024

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
