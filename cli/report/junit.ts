import junit, { type Builder, type TestSuite } from 'junit-report-builder'
import type { Report } from './report.ts'

/** The package declares its types for an ES default export; what Node loads is CommonJS, whose export is the builder. */
const rootBuilder = junit as unknown as Builder

/**
 * The report as JUnit XML, as CI servers read it: a suite each for rows, assertions, steps and invariants. Times are
 * simulated seconds.
 */
export function renderJunit(report: Report): string {
  const root = rootBuilder.newBuilder()
  const suite = (name: string) => root.testSuite().name(`${report.scenario}.${name}`)

  const rows = suite('rows')
  for (const { id, text, passed, measured } of report.rows) {
    addCase(rows, { className: 'row', name: `${id} ${text}`, ...(!passed && { failure: measured }) })
  }
  const assertions = suite('assertions')
  for (const { id, test, passed, measured, expected } of report.assertions) {
    addCase(assertions, {
      className: test,
      name: id,
      ...(!passed && { failure: `measured ${measured}, expected ${expected}` }),
    })
  }
  const steps = suite('steps')
  for (const { id, command, status, problem, durationMs } of report.steps) {
    const what = { className: 'step', name: `${id}: ${command}`, seconds: durationMs / 1000 }
    addCase(
      steps,
      status === 'passed' ? what : { ...what, [status === 'skipped' ? 'skipped' : 'failure']: problem ?? status },
    )
  }
  const invariants = suite('invariants')
  for (const { id, text, passed, measured } of report.invariants) {
    addCase(invariants, { className: 'invariant', name: `${id} ${text}`, ...(!passed && { failure: measured }) })
  }
  return withoutWallClock(root.build())
}

interface Case {
  readonly className: string
  readonly name: string
  readonly seconds?: number
  readonly failure?: string
  readonly skipped?: string
}

function addCase(suite: TestSuite, { className, name, seconds = 0, failure, skipped }: Case): void {
  const testCase = suite.testCase().className(xmlText(className)).name(xmlText(name)).time(seconds)
  if (failure !== undefined) testCase.failure(xmlText(failure))
  if (skipped !== undefined) testCase.skipped()
}

/** XML 1.0 has no control characters, not even escaped ones. */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '?')
}

function withoutWallClock(xml: string): string {
  return xml.replace(/ timestamp="[^"]*"/g, '')
}
