import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { buildTopology } from '#cli/topology/load-topology.ts'
import { ConfigError, type Problem } from '#kernel/config/config-error.ts'
import { nearestHint } from '#kernel/config/nearest.ts'
import { type Path, YamlDocument } from '#kernel/config/yaml-document.ts'
import { expandRowRanges, loadAssertions } from './load-assertions.ts'
import { loadFiles } from './load-files.ts'
import { loadSteps } from './load-steps.ts'
import { type Located, locate } from './located.ts'
import { type ReportSection, type RequirementRow, reportSections, type Scenario } from './scenario.ts'
import { plannedSections, type ScenarioInput, scenarioSchema } from './scenario-schema.ts'

/**
 * Reads a `kind: Scenario` file. Files it names (expected outputs, the user's own images) are looked for beside it.
 *
 * @param file - path of the file, relative to the working directory or absolute
 * @throws ConfigError with every problem of the first kind that has any: syntax, then shape, then meaning
 */
export function loadScenario(text: string, file: string): Scenario {
  const document = new YamlDocument(text, file)
  const input = document.parse(scenarioSchema)
  const { topology, problems: found } = buildTopology(document, input, input.metadata.name)
  const problems: Problem[] = [...found]
  const directory = dirname(resolve(file))
  const located = locate({
    document,
    topology,
    problems,
    stepIds: input.steps.map(({ id }) => id),
    fileNames: (input.files ?? []).map(({ name }) => name),
    readText: (path) => readFileSync(resolve(directory, path), 'utf8'),
  })

  const rows = loadRows(input, located)
  const title = input.metadata.title ?? input.metadata.name
  const scenario: Scenario = {
    name: input.metadata.name,
    title,
    seed: input.metadata.seed,
    clock: input.clock ?? 'wall',
    topology,
    files: loadFiles(input.files ?? [], directory, located),
    steps: loadSteps(input.steps, located),
    assertions: loadAssertions(input.assert ?? [], rows, located),
    rows,
    report: { title: input.report?.title ?? title, sections: loadSections(input, located) },
  }
  checkRowsProven(scenario, located)
  if (problems.length > 0) throw new ConfigError(problems)
  return scenario
}

function loadRows(input: ScenarioInput, located: Located): readonly RequirementRow[] {
  const rows = Object.entries(input.rows ?? {})
  const ids = rows.map(([id]) => id)
  return rows.map(([id, row]) => {
    if (typeof row === 'string') return { id, text: row }
    const all = row.all.flatMap((range, index) => {
      const members = expandRowRanges(range)
      for (const member of members ?? [range]) {
        if (!ids.includes(member)) located.complain(['rows', id, 'all', index], `there is no row "${member}"`)
      }
      return members ?? []
    })
    return { id, text: row.text, all }
  })
}

/** Every row in the table must be proven by something, or the table would show what nobody looked at. */
function checkRowsProven({ rows, assertions }: Scenario, located: Located): void {
  const proven = new Set(assertions.flatMap((assertion) => assertion.rows))
  for (const { id, all } of rows) {
    if (all === undefined && !proven.has(id)) located.complain(['rows', id], `no assertion proves row ${id}`)
  }
}

const defaultSections: readonly ReportSection[] = [
  'verdict',
  'rowCoverage',
  'wanBytesPerStep',
  'copyGantt',
  'storeMatrix',
]

function loadSections(input: ScenarioInput, located: Located): readonly ReportSection[] {
  const known: readonly string[] = reportSections
  return (
    input.report?.sections?.flatMap((name, index) => {
      const section = reportSections.find((candidate) => candidate === name)
      if (section) return [section]
      const path: Path = ['report', 'sections', index]
      located.complain(
        path,
        plannedSections.includes(name)
          ? `not simulated yet: section ${name}`
          : `unknown section "${name}"${nearestHint(name, known)}`,
      )
      return []
    }) ?? defaultSections
  )
}
