import { z } from 'zod'
import { apiVersionSchema, idText, nameText, topologyShape } from '#cli/topology/topology-schema.ts'
import { bytesQuantity, durationMsQuantity, notSimulated } from '#kernel/config/quantities.ts'
import { operators } from './metrics/comparison.ts'
import { reportSections } from './scenario.ts'

/** The shape of a `kind: Scenario` file; what its parts mean together is looked at in `load-scenario.ts`. */

const itemId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'an id is letters, digits and hyphens and begins with a letter')
const rowId = z.string().regex(/^[A-Z]{1,3}\d{2}$/, 'a row id is like A36')

const fileSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/, 'a file name is letters, digits, dots, hyphens and underscores'),
  format: z.enum(['qcow2', 'raw']).optional(),
  virtualSize: bytesQuantity.optional(),
  allocated: bytesQuantity.optional(),
  contentSeed: z.int().min(0).optional(),
  path: z.string().optional(),
  serveAt: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/, 'a URL folder has no slash at its ends')
    .optional(),
})

const waitForSchema = z.strictObject({
  image: z.string().optional(),
  volume: z.string().optional(),
  snapshot: z.string().optional(),
  server: z.string().optional(),
  status: z.string().optional(),
  importing: z.literal('none').optional(),
  store: idText.optional(),
  limit: durationMsQuantity.optional(),
})

const stepSchema = z.strictObject({
  id: itemId,
  heading: z.string().optional(),
  run: z.string().optional(),
  do: z.string().optional(),
  with: z.unknown().optional(),
  capture: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, 'a variable is letters, digits and underscores')
    .optional(),
  waitFor: waitForSchema.optional(),
  expect: z
    .strictObject({
      exit: z.int().min(0).max(255).or(z.literal('nonzero')).optional(),
      stdout: z.string().optional(),
      stderr: z.string().optional(),
    })
    .optional(),
  at: durationMsQuantity.optional(),
  after: itemId.optional(),
  when: notSimulated('when'),
})

const assertionSchema = z.strictObject({
  id: itemId,
  rows: z.array(rowId).optional(),
  after: itemId.optional(),
  check: z.string().optional(),
  with: z.unknown().optional(),
  metric: z.string().optional(),
  where: z.unknown().optional(),
  op: z.enum(operators).optional(),
  value: z.unknown().optional(),
  tol: z.number().min(0).max(1).optional(),
  at: notSimulated('an assertion at a time'),
  when: notSimulated('when'),
})

export const scenarioSchema = z.strictObject({
  apiVersion: apiVersionSchema,
  kind: z.literal('Scenario', 'expected kind: Scenario (a Topology is started by "dcnsim up")'),
  metadata: z.strictObject({ name: nameText, title: z.string().optional(), seed: z.int().min(0) }),
  clock: z.enum(['virtual', 'wall']).optional(),
  ...topologyShape,
  files: z.array(fileSchema).optional(),
  rows: z
    .record(rowId, z.string().or(z.strictObject({ text: z.string(), all: z.array(z.string()).min(1) })))
    .optional(),
  steps: z.array(stepSchema).min(1, 'a scenario has at least one step'),
  assert: z.array(assertionSchema).optional(),
  report: z
    .strictObject({
      title: z.string().optional(),
      sections: z.array(z.string()).optional(),
      whatIfLink: notSimulated('report.whatIfLink'),
      sensitivity: notSimulated('report.sensitivity'),
    })
    .optional(),
  images: notSimulated('images'),
  servers: notSimulated('servers'),
  matrix: notSimulated('matrix'),
  policies: notSimulated('policies'),
  strategies: notSimulated('strategies'),
})

export type ScenarioInput = z.output<typeof scenarioSchema>
export type StepInput = ScenarioInput['steps'][number]
export type AssertionInput = NonNullable<ScenarioInput['assert']>[number]
export type FileInput = NonNullable<ScenarioInput['files']>[number]
export type WaitForInput = z.output<typeof waitForSchema>

export { reportSections }

/** Sections of the report that are refused by name until they are drawn. */
export const plannedSections: readonly string[] = [
  'policyComparison',
  'bootTimeCdf',
  'linkTimeline',
  'poolGrowth',
  'lineageCounts',
  'nightsTable',
  'siteGantt',
  'hubEgressTimeline',
  'completionCurve',
  'lateSites',
  'wasteTable',
  'sensitivity',
  'outageMatrix',
  'copyTimeline',
  'lockTimeline',
  'fsckTable',
  'repairPlan',
  'wastedBytes',
  'rpoRto',
  'imageLossTable',
  'refillGantt',
  'keyMatrix',
  'whatIfLink',
]
