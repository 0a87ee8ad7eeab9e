import type { Topology } from '#cli/topology/topology.ts'
import type { Problem } from '#kernel/config/config-error.ts'
import { nearestHint } from '#kernel/config/nearest.ts'
import type { Path, YamlDocument } from '#kernel/config/yaml-document.ts'
import type { Arguments } from './arguments.ts'

/** What the parts of the loader share: the document, where problems go, and what may be referred to. */
export interface Located {
  readonly topology: Topology
  readonly stepIds: readonly string[]
  readonly fileNames: readonly string[]
  complain(path: Path, message: string): undefined
  /** `unknown check "x" (did you mean ...)`, or `not simulated yet: check x`. */
  complainUnknown(
    path: Path,
    name: string,
    options: { what: string; known: readonly string[]; planned: readonly string[] },
  ): undefined
  /** The arguments found at a path. */
  argumentsAt(path: Path): Arguments
}

export function locate(parts: {
  readonly document: YamlDocument
  readonly topology: Topology
  readonly problems: Problem[]
  readonly stepIds: readonly string[]
  readonly fileNames: readonly string[]
  readonly readText: (path: string) => string
}): Located {
  const { document, topology, problems, stepIds, fileNames } = parts
  const sites = topology.sites.map(({ id }) => id)
  const complain = (path: Path, message: string): undefined => {
    problems.push(document.problem(path, message))
  }
  const refer = (path: Path, name: string, known: readonly string[], what: string) => {
    if (known.includes(name)) return true
    complain(path, `there is no ${what} "${name}"${nearestHint(name, known)}`)
    return false
  }

  const argumentsAt = (path: Path): Arguments => ({
    topology,
    read: (schema) => {
      // Arguments may be left out where none is needed.
      const result = document.check(schema, path, {})
      if (result.ok) return result.value
      problems.push(...result.problems)
      return undefined
    },
    complain: (key, message) => complain([...path, key], message),
    areSites: (ids) =>
      Object.entries(ids)
        .flatMap(([key, value]) => {
          if (value === undefined) return []
          if (typeof value === 'string') return [refer([...path, key], value, sites, 'site')]
          return value.map((id, index) => refer([...path, key, index], id, sites, 'site'))
        })
        .every(Boolean),
    isStep: (key, id) => id === undefined || refer([...path, key], id, stepIds, 'step'),
    isFile: (key, name) => refer([...path, key], name, fileNames, 'file'),
    readText: (key, name) => {
      try {
        return parts.readText(name)
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error)
        return complain([...path, key], `${reason}: ${name} (looked for beside the scenario)`)
      }
    },
  })

  return {
    topology,
    stepIds,
    fileNames,
    complain,
    complainUnknown: (path, name, { what, known, planned }) =>
      complain(
        path,
        planned.includes(name)
          ? `not simulated yet: ${what} ${name}`
          : `unknown ${what} "${name}"${nearestHint(name, known)}`,
      ),
    argumentsAt,
  }
}
