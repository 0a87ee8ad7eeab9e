/**
 * Generates `proto/gen` from every `proto/dcnsim/v1/*.proto`: message types by proto-loader-gen-types, and
 * `services.ts`, the map from a service's name to its types that kernel/rpc is generic over.
 *
 *     node scripts/generate-proto.ts            writes proto/gen
 *     node scripts/generate-proto.ts --check    writes nothing; exits 1 and names the files that differ
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadSync } from '@grpc/proto-loader'

const root = path.resolve(import.meta.dirname, '..')
const protoDir = path.join(root, 'proto')
const genDir = path.join(protoDir, 'gen')

/** A file's path below its root, and its text. */
type Tree = ReadonlyMap<string, string>

function generate(): Tree {
  const protoFiles = readdirSync(path.join(protoDir, 'dcnsim/v1'))
    .filter((name) => name.endsWith('.proto'))
    .sort()
    .map((name) => `dcnsim/v1/${name}`)
  const files = new Map<string, string>()
  for (const [name, text] of messageTypes(protoFiles)) files.set(name, tighten(text))
  files.set('services.ts', serviceMap(protoFiles))
  return files
}

function messageTypes(protoFiles: readonly string[]): Tree {
  const outDir = mkdtempSync(path.join(tmpdir(), 'dcnsim-proto-'))
  try {
    const packageFile = createRequire(import.meta.url).resolve('@grpc/proto-loader/package.json')
    const tool = path.join(path.dirname(packageFile), 'build/bin/proto-loader-gen-types.js')
    const options = ['--longs=Number', '--enums=String', '--defaults', '--oneofs', '--includeComments']
    const imports = [
      '--grpcLib=@grpc/grpc-js',
      '--importFileExtension=.ts',
      '--includeDirs=proto',
      `--outDir=${outDir}`,
    ]
    const run = spawnSync(process.execPath, [tool, ...options, ...imports, ...protoFiles], {
      cwd: root,
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(`proto-loader-gen-types failed:\n${run.stdout}${run.stderr}`)
    return readTree(outDir)
  } finally {
    rmSync(outDir, { recursive: true })
  }
}

/**
 * The tool's request types accept all that protobufjs would convert. Ours are narrower (64-bit values are numbers, bytes
 * are bytes) in all but one point: an optional field may be given as `undefined`, which is left out on the wire.
 */
function tighten(text: string): string {
  return text
    .replaceAll('(number | string | Long)', '(number)')
    .replaceAll('(Buffer | Uint8Array | string)', '(Uint8Array)')
    .replace(/^import type \{ Long \} from '@grpc\/proto-loader';\n/m, '')
    .replace(/^export interface \w+ \{\n[\s\S]*?^\}/gm, (declaration) =>
      /^export interface \w+__Output /.test(declaration)
        ? declaration
        : declaration.replace(/^( {2}'\w+'\?: .*);$/gm, '$1 | undefined;'),
    )
}

function serviceMap(protoFiles: readonly string[]): string {
  const definitions = loadSync([...protoFiles], { includeDirs: [protoDir] })
  const services = Object.keys(definitions)
    .filter((name) => !('format' in definitions[name]!))
    .sort()
  const imports = services.map((full) => {
    const name = full.split('.').at(-1)!
    return `import type { ${name}Definition, ${name}Handlers } from './${full.replaceAll('.', '/')}.ts'`
  })
  const entries = services.map((full) => {
    const name = full.split('.').at(-1)!
    return `  '${full}': { definition: ${name}Definition; handlers: ${name}Handlers }`
  })
  const note = '/** Every service by its full name: what kernel/rpc derives the types of calls and handlers from. */'
  return `${imports.join('\n')}\n\n${note}\nexport interface Services {\n${entries.join('\n')}\n}\n`
}

function readTree(dir: string): Map<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(dir, name), 'utf8')]))
}

function writeTree(dir: string, files: Tree): void {
  rmSync(dir, { recursive: true, force: true })
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
}

function differences(wanted: Tree, present: Tree): string[] {
  const names = new Set([...wanted.keys(), ...present.keys()])
  return [...names].filter((name) => wanted.get(name) !== present.get(name)).sort()
}

const wanted = generate()
if (process.argv.includes('--check')) {
  const stale = differences(wanted, readTree(genDir))
  if (stale.length > 0) {
    console.error(
      `proto/gen is not what the .proto files give; run node scripts/generate-proto.ts\n  ${stale.join('\n  ')}`,
    )
    process.exitCode = 1
  }
} else {
  writeTree(genDir, wanted)
}
