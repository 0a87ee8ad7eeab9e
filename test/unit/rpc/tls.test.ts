import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createRpcClient } from '#kernel/rpc/rpc-client.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { loadTls } from '#kernel/rpc/tls.ts'
import { fakeBlockStore } from '../../support/block-store-fake.ts'

/** Certificates for this test alone; their authority's key was thrown away. */
const tls = await loadTls(path.join(import.meta.dirname, '../../support/tls'))

async function secureServer() {
  const services = [fakeBlockStore({ GetCluster: async () => ({ name: 'dcn0' }) })]
  const server = createRpcServer({ address: '127.0.0.1:0', services, tls })
  onTestFinished(() => server.stop({ drainMs: 0 }))
  return server.start()
}

test('both ends show their certificates', async () => {
  const client = createRpcClient('dcnsim.v1.BlockStore', await secureServer(), { tls })
  onTestFinished(() => client.close())
  expect(await client.unary('GetCluster', {})).toMatchObject({ name: 'dcn0' })
})

test('a client without a certificate is not served', async () => {
  const client = createRpcClient('dcnsim.v1.BlockStore', await secureServer())
  onTestFinished(() => client.close())
  await expect(client.unary('GetCluster', {}, { deadlineMs: 3000 })).rejects.toMatchObject({ code: 'unavailable' })
})

test('a server of another name is not trusted', async () => {
  const client = createRpcClient('dcnsim.v1.BlockStore', await secureServer(), {
    tls: { ...tls, serverName: 'central.example.org' },
  })
  onTestFinished(() => client.close())
  await expect(client.unary('GetCluster', {}, { deadlineMs: 3000 })).rejects.toMatchObject({ code: 'unavailable' })
})
