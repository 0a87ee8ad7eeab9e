import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Where a program of Ceph's finds `NAME.conf`: in the live world that `DCNSIM_STATE` names or that is below the working
 * directory, and in the working directory itself. The machine's own /etc/ceph is left alone.
 */
export function etcDirectories(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): { readonly directories: readonly string[]; readonly first: string | undefined } {
  const world = path.resolve(cwd, env.DCNSIM_STATE || '.dcnsim', 'etc', 'ceph')
  const directories = [world, cwd]
  const hub = directories.some((directory) => existsSync(path.join(directory, 'central.conf')))
  return { directories, first: hub ? 'central' : undefined }
}
