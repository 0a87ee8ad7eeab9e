import type { Server, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { loadProto } from './load-proto.ts'

interface Registration {
  readonly definition: ServiceDefinition
  readonly implementation: UntypedServiceImplementation
}

/**
 * The standard reflection services. Describing every contract takes tens of megabytes, so it waits until somebody asks.
 */
export function addReflection(server: Server, services: readonly string[]): void {
  let described: readonly Registration[] | undefined
  for (const [at, { definition, implementation }] of registrations(new ReflectionService({})).entries()) {
    const lazily = Object.keys(implementation).map((name) => [
      name,
      (...call: unknown[]) => {
        described ??= registrations(new ReflectionService(loadProto(), { services: [...services] }))
        return (described[at]!.implementation[name] as (...call: unknown[]) => unknown)(...call)
      },
    ])
    server.addService(definition, Object.fromEntries(lazily))
  }
}

/** What a reflection service would add to a server: one entry for each version of the protocol. */
function registrations(service: ReflectionService): readonly Registration[] {
  const found: Registration[] = []
  service.addToServer({
    addService: (definition: ServiceDefinition, implementation: UntypedServiceImplementation) =>
      found.push({ definition, implementation }),
  })
  return found
}
