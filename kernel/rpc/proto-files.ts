import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import protobuf from 'protobufjs'
import { InternalError } from '#kernel/errors/domain-error.ts'

const contractFolder = 'dcnsim/v1'

/**
 * The contracts as plain data, from `proto/dcnsim/v1` beside the sources. The build puts the data itself in this module's
 * place (`scripts/build.ts`): reading the files takes several times as long as all else that a short command does.
 *
 * @param skip - files that are not wanted, without their ending
 */
export function readProtoFiles(skip: readonly string[] = []): protobuf.INamespace {
  const folder = protoFolder()
  const root = new protobuf.Root()
  root.resolvePath = (_, target) => path.join(folder, target)
  const files = readdirSync(path.join(folder, contractFolder)).filter((name) => name.endsWith('.proto'))
  const wanted = files.filter((name) => !skip.includes(name.slice(0, -'.proto'.length))).sort()
  return root.loadSync(wanted.map((name) => `${contractFolder}/${name}`)).toJSON()
}

function protoFolder(): string {
  for (let dir = import.meta.dirname; ; dir = path.dirname(dir)) {
    const candidate = path.join(dir, 'proto')
    if (existsSync(path.join(candidate, contractFolder))) return candidate
    if (dir === path.dirname(dir)) throw new InternalError('the proto folder is not beside the program')
  }
}
