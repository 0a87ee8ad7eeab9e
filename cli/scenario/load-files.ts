import { resolve } from 'node:path'
import { describeDiskFile } from './disk-file.ts'
import type { Located } from './located.ts'
import type { FileInput } from './scenario-schema.ts'
import type { ScenarioFile } from './world.ts'

/** The disk files of a scenario: generated from a seed, or the user's own when there is a `path`. */
export function loadFiles(files: readonly FileInput[], directory: string, located: Located): readonly ScenarioFile[] {
  return files.flatMap((file, index): ScenarioFile[] => {
    const path = ['files', index]
    const { name, serveAt, format, virtualSize, allocated, contentSeed } = file
    if (files.findIndex((other) => other.name === name) < index) {
      located.complain([...path, 'name'], `there are two files "${name}"`)
    }
    const served = serveAt === undefined ? {} : { serveAt }
    if (file.path !== undefined) {
      for (const key of ['format', 'virtualSize', 'allocated', 'contentSeed'] as const) {
        if (file[key] !== undefined) located.complain([...path, key], 'comes from the file itself when there is a path')
      }
      const ownPath = resolve(directory, file.path)
      const found = describeDiskFile(ownPath)
      if (!found.ok) return located.complain([...path, 'path'], found.problem) ?? []
      return [{ kind: 'local', name, path: ownPath, ...found.disk, ...served }]
    }
    if (format === undefined || virtualSize === undefined) {
      located.complain(path, `${format === undefined ? 'format' : 'virtualSize'} is missing: a generated file needs it`)
      return []
    }
    if (virtualSize === 0 || virtualSize % 512 !== 0) {
      located.complain([...path, 'virtualSize'], 'a disk is a whole number of 512-byte sectors, at least one')
    }
    const allocatedBytes = allocated ?? virtualSize
    if (allocatedBytes > virtualSize) located.complain([...path, 'allocated'], 'is more than virtualSize')
    return [
      {
        kind: 'generated',
        name,
        format,
        virtualSizeBytes: virtualSize,
        allocatedBytes,
        contentSeed: contentSeed ?? 0,
        ...served,
      },
    ]
  })
}
