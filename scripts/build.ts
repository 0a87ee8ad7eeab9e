/**
 * Bundles the command and one program per role into dist/, so that a process starts in a tenth of a second: see
 * docs/architecture.md. Ceph's own programs are bundles apart, of what they need alone, because people and scripts start
 * them by the hundred.
 *
 *     node scripts/build.ts
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { readProtoFiles } from '#kernel/rpc/proto-files.ts'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const at = (file: string) => path.join(root, file)

/** Puts the contracts themselves in the place of the module that reads them. */
function contracts(skip: readonly string[]): Plugin {
  const text = JSON.stringify(JSON.stringify(readProtoFiles(skip)))
  return {
    name: 'contracts',
    setup: (bundler) =>
      bundler.onLoad({ filter: /[/\\]kernel[/\\]rpc[/\\]proto-files\.ts$/ }, () => ({
        contents: `export function readProtoFiles() { return JSON.parse(${text}) }`,
        loader: 'js',
      })),
  }
}

/** Shared by all bundles; chunks of one build never meet those of the other. */
const options = {
  absWorkingDir: root,
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: 'linked',
  // CommonJS packages inside an ES bundle still ask for these.
  banner: {
    js: [
      "import { createRequire as __createRequire } from 'node:module'",
      'const require = __createRequire(import.meta.url)',
      'const __filename = import.meta.filename',
      'const __dirname = import.meta.dirname',
    ].join('\n'),
  },
  // Loads its own .proto files from beside its code.
  external: ['@grpc/reflection', 'grpc-health-check'],
  logLevel: 'warning',
  write: false,
} satisfies BuildOptions

const builds = await Promise.all([
  build({
    ...options,
    entryPoints: {
      dcnsim: at('cli/main.ts'),
      central: at('services/central/main.ts'),
      edge: at('services/edge/main.ts'),
      'ceph-sim': at('services/ceph-sim/main.ts'),
      'digest-worker': at('services/central/images/digest-worker.ts'),
    },
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [contracts([])],
  }),
  build({
    ...options,
    entryPoints: Object.fromEntries(
      ['rbd', 'ceph', 'rados', 'virsh'].map((name) => [name, at(`cli/programs/${name}.ts`)]),
    ),
    chunkNames: 'programs/[name]-[hash]',
    plugins: [contracts(['hub', 'site_agent'])],
  }),
])
// All is written at once, when all has gone well: programs that start meanwhile find the old build or the new one.
rmSync(dist, { recursive: true, force: true })
for (const { path: file, contents } of builds.flatMap(({ outputFiles }) => outputFiles)) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, contents)
}
chmodSync(path.join(dist, 'dcnsim.mjs'), 0o755)
