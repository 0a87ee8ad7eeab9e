import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
  /** Import specifiers, static and dynamic, of types too. */
  readonly imports: readonly string[]
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g

/** Our own TypeScript, generated code left out. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.startsWith('proto/gen/'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const imports = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
      return { path: file, text, imports }
    })
}

/** Where an import leads: a path from the root for our own files, the specifier as it is for packages. */
export function targetOf(file: SourceFile, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file.path), specifier))
  const alias = /^#([a-z-]+)\/(.*)$/.exec(specifier)
  if (!alias) return specifier
  const folders: Readonly<Record<string, string>> = {
    kernel: 'kernel',
    'ceph-sim': 'services/ceph-sim',
    edge: 'services/edge',
    central: 'services/central',
    openstack: 'openstack',
    proto: 'proto/gen',
    cli: 'cli',
  }
  return `${folders[alias[1]!] ?? specifier}/${alias[2]}`
}
