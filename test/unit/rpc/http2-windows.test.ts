import http2 from 'node:http2'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { receiveWindowBytes } from '#kernel/rpc/http2-windows.ts'
import { createRpcClient } from '#kernel/rpc/rpc-client.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { fakeBlockStore } from '../../support/block-store-fake.ts'

test('a server lets any client send a whole window on a stream and on the connection', async () => {
  const server = createRpcServer({ address: '127.0.0.1:0', services: [fakeBlockStore({})] })
  const session = http2.connect(`http://${await server.start()}`)
  onTestFinished(async () => {
    session.destroy()
    await server.stop({ drainMs: 0 })
  })
  await expect.poll(() => session.state.remoteWindowSize).toBeGreaterThanOrEqual(receiveWindowBytes)
  expect(session.remoteSettings?.initialWindowSize).toBe(receiveWindowBytes)
})

test('a client lets any server send a whole window on a stream and on the connection', async () => {
  const sessions: http2.ServerHttp2Session[] = []
  const server = http2.createServer().on('session', (session) => sessions.push(session))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = createRpcClient('dcnsim.v1.BlockStore', `127.0.0.1:${(server.address() as AddressInfo).port}`)
  const caller = new AbortController()
  const call = client.unary('GetCluster', {}, { signal: caller.signal })
  call.catch(() => {})
  onTestFinished(() => {
    caller.abort()
    client.close()
    for (const session of sessions) session.destroy()
    server.close()
  })
  await expect.poll(() => sessions[0]?.state.remoteWindowSize ?? 0).toBeGreaterThanOrEqual(receiveWindowBytes)
  expect(sessions[0]?.remoteSettings?.initialWindowSize).toBe(receiveWindowBytes)
})
