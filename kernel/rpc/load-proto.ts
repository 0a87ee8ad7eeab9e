import { fromJSON, type PackageDefinition } from '@grpc/proto-loader'
import { conversions } from './contracts.ts'
import { readProtoFiles } from './proto-files.ts'

/** Every contract with its description, as server reflection tells it. */
export function loadProto(): PackageDefinition {
  return fromJSON(readProtoFiles(), { keepCase: false, ...conversions })
}
