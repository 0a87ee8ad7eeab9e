import { Client, credentials } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { protoPath } from 'grpc-health-check'

interface Method {
  readonly path: string
  requestSerialize(value: object): Buffer
  responseDeserialize(bytes: Buffer): object
}

/** `grpc.health.v1.Health/Check` as grpcurl or a compose file asks it. @returns `SERVING`, ... */
export async function healthOf(address: string, service = ''): Promise<string> {
  const { Check } = loadSync(protoPath, { enums: String })['grpc.health.v1.Health'] as unknown as { Check: Method }
  const client = new Client(address, credentials.createInsecure())
  try {
    const answer = await new Promise((resolve, reject) =>
      client.makeUnaryRequest(
        Check.path,
        Check.requestSerialize,
        Check.responseDeserialize,
        { service },
        (error, value) => (error ? reject(error) : resolve(value)),
      ),
    )
    return (answer as { status: string }).status
  } finally {
    client.close()
  }
}

/** The services that a server names by reflection. */
export async function reflectedServices(address: string): Promise<readonly string[]> {
  const file = new URL('../proto/grpc/reflection/v1/reflection.proto', import.meta.resolve('@grpc/reflection')).pathname
  const definition = loadSync(file, { oneofs: true })
  const { ServerReflectionInfo } = definition['grpc.reflection.v1.ServerReflection'] as unknown as {
    ServerReflectionInfo: Method
  }
  const client = new Client(address, credentials.createInsecure())
  const { path, requestSerialize, responseDeserialize } = ServerReflectionInfo
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize)
  try {
    call.write({ listServices: '' })
    const answer = await new Promise<{ listServicesResponse: { service: { name: string }[] } }>((resolve, reject) =>
      call.once('data', resolve).once('error', reject),
    )
    return answer.listServicesResponse.service.map(({ name }) => name)
  } finally {
    call.end()
    client.close()
  }
}
