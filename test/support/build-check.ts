import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#kernel/process/package-root.ts'

const programs = ['dcnsim', 'central', 'edge', 'ceph-sim', 'digest-worker', 'rbd', 'ceph', 'rados', 'virsh']

/**
 * The built command. Tests of it would say nothing about the sources if the build were an older one.
 *
 * @throws Error that says to build
 */
export function builtProgram(): string {
  const root = packageRoot()
  const bundles = programs.map((program) => join(root, 'dist', `${program}.mjs`))
  const missing = bundles.find((path) => !existsSync(path))
  if (missing) throw new Error(`${missing} is missing: run 'npm run build' first`)
  const builtMs = Math.min(...bundles.map((path) => statSync(path).mtimeMs))
  const newer = globSync('{cli,kernel,openstack,services,proto}/**/*.{ts,proto}', { cwd: root }).find(
    (path) => statSync(join(root, path)).mtimeMs > builtMs,
  )
  if (newer) throw new Error(`${newer} has changed since the build: run 'npm run build' first`)
  return join(root, 'dist', 'dcnsim.mjs')
}
