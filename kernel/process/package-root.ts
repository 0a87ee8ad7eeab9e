import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { InternalError } from '#kernel/errors/domain-error.ts'

/** The folder of this package, whether the program runs from its sources or from a bundle in dist/. */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new InternalError('the program is not inside its package')
  }
}
