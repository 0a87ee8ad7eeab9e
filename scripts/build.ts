/**
 * Bundles the command and one program per role into dist/, so that a process starts in a tenth of a second: see
 * docs/architecture.md.
 *
 *     node scripts/build.ts
 */
import { chmodSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const at = (file: string) => path.join(root, file)

rmSync(dist, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: {
    dcnsim: at('cli/main.ts'),
    central: at('services/central/main.ts'),
    edge: at('services/edge/main.ts'),
    'ceph-sim': at('services/ceph-sim/main.ts'),
    'digest-worker': at('services/central/images/digest-worker.ts'),
  },
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
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
})
chmodSync(path.join(dist, 'dcnsim.mjs'), 0o755)
