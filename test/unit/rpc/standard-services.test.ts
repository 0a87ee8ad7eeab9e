import { Client, credentials } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { protoPath } from 'grpc-health-check'
import { expect, onTestFinished, test } from 'vitest'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { fakeBlockStore } from '../../support/block-store-fake.ts'

async function serve() {
  const server = createRpcServer({ address: '127.0.0.1:0', services: [fakeBlockStore({})] })
  const address = await server.start()
  onTestFinished(() => server.stop({ drainMs: 0 }))
  return address
}

test('the standard health service says that the server and each service serve', async () => {
  const client = new Client(await serve(), credentials.createInsecure())
  onTestFinished(() => client.close())
  const { Check } = loadSync(protoPath, { enums: String })['grpc.health.v1.Health'] as unknown as {
    Check: { path: string; requestSerialize: (value: object) => Buffer; responseDeserialize: (bytes: Buffer) => object }
  }
  const check = (service: string) =>
    new Promise((resolve, reject) =>
      client.makeUnaryRequest(
        Check.path,
        Check.requestSerialize,
        Check.responseDeserialize,
        { service },
        (error, answer) => (error ? reject(error) : resolve(answer)),
      ),
    )
  expect(await check('')).toEqual({ status: 'SERVING' })
  expect(await check('dcnsim.v1.BlockStore')).toEqual({ status: 'SERVING' })
  await expect(check('dcnsim.v1.Nothing')).rejects.toMatchObject({ code: 5 })
})

test('server reflection lists the services', async () => {
  const client = new Client(await serve(), credentials.createInsecure())
  onTestFinished(() => client.close())
  const file = new URL('../proto/grpc/reflection/v1/reflection.proto', import.meta.resolve('@grpc/reflection')).pathname
  const definition = loadSync(file, { oneofs: true })
  const { ServerReflectionInfo: method } = definition['grpc.reflection.v1.ServerReflection'] as unknown as {
    ServerReflectionInfo: {
      path: string
      requestSerialize: (value: object) => Buffer
      responseDeserialize: (bytes: Buffer) => object
    }
  }
  const call = client.makeBidiStreamRequest(method.path, method.requestSerialize, method.responseDeserialize)
  call.write({ listServices: '' })
  const answer = await new Promise<{ listServicesResponse: { service: { name: string }[] } }>((resolve, reject) =>
    call.once('data', resolve).once('error', reject),
  )
  call.end()
  expect(answer.listServicesResponse.service.map(({ name }) => name)).toContain('dcnsim.v1.BlockStore')
})
