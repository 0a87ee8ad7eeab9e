import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { ServiceDefinition } from '@grpc/grpc-js'
import { loadSync, type PackageDefinition } from '@grpc/proto-loader'
import { InternalError } from '#kernel/errors/domain-error.ts'
import type { ServiceName } from './service-types.ts'

const contractFolder = 'dcnsim/v1'
let loaded: PackageDefinition | undefined

/** Every contract in `proto/dcnsim/v1`, with the conversions that `proto/gen` was generated for. Read once per process. */
export function loadProto(): PackageDefinition {
  if (loaded) return loaded
  const protoDir = findProtoDir()
  const files = readdirSync(path.join(protoDir, contractFolder)).filter((name) => name.endsWith('.proto'))
  loaded = loadSync(
    files.sort().map((name) => `${contractFolder}/${name}`),
    { includeDirs: [protoDir], keepCase: false, longs: Number, enums: String, defaults: true, oneofs: true },
  )
  return loaded
}

export function loadService(name: ServiceName): ServiceDefinition {
  const definition = loadProto()[name]
  if (!definition || 'format' in definition) throw new InternalError(`no service ${name} in proto/`)
  return definition as ServiceDefinition
}

/** The `proto` folder beside the sources, or beside `dist` when this runs from a bundle. */
function findProtoDir(): string {
  for (let dir = import.meta.dirname; ; dir = path.dirname(dir)) {
    const candidate = path.join(dir, 'proto')
    if (existsSync(path.join(candidate, contractFolder))) return candidate
    if (dir === path.dirname(dir)) throw new InternalError('the proto folder is not beside the program')
  }
}
