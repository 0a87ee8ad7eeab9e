import type { z } from 'zod'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import { isFileAmount } from '../amounts.ts'
import type { Arguments } from '../arguments.ts'
import { expandText } from '../command-line.ts'
import type { RunContext, StepResult } from '../run-context.ts'
import type { Verdict } from '../scenario.ts'
import type { ImageRecord, ServerRecord, SnapshotRecord, VolumeRecord } from '../world.ts'

export type Evaluate = (context: RunContext) => Promise<Verdict>

/** Makes a check from its `with:`; undefined when that has problems. */
export type CheckKind = (args: Arguments) => Evaluate | undefined

/** A check whose arguments need no more looking at than their schema, and the sites, step and files they name. */
export function defineCheck<S extends z.ZodType<object>>(
  schema: S,
  evaluate: (context: RunContext, input: z.output<S>) => Promise<Verdict> | Verdict,
): CheckKind {
  return (args) => {
    const input = args.read(schema)
    if (input === undefined) return undefined
    const values = input as Readonly<Record<string, unknown>>
    const { site, stores, step } = values
    const known = [
      args.areSites({ ...(typeof site === 'string' && { site }), ...(Array.isArray(stores) && { stores }) }),
      typeof step !== 'string' || args.isStep('step', step),
      ...Object.entries(values).map(([key, value]) => !isFileAmount(value) || args.isFile(key, value.file)),
    ]
    return known.every(Boolean) ? async (context) => evaluate(context, input) : undefined
  }
}

/** The step that a check speaks of: the one it names, else the one whose end it was evaluated at. */
export function stepOf(context: RunContext, id: string | undefined): StepResult {
  const step = id === undefined ? context.lastStep : context.steps.get(id)
  if (!step) throw new NotFoundError(id === undefined ? 'no step has run' : `step ${id} has not run`)
  return step
}

export async function findImage(context: RunContext, name: string): Promise<ImageRecord> {
  return found('image', name, await context.world.image(expandText(name, context.variables)))
}
export async function findVolume(context: RunContext, name: string): Promise<VolumeRecord> {
  return found('volume', name, await context.world.volume(expandText(name, context.variables)))
}
export async function findSnapshot(context: RunContext, name: string): Promise<SnapshotRecord> {
  return found('snapshot', name, await context.world.snapshot(expandText(name, context.variables)))
}
export async function findServer(context: RunContext, name: string): Promise<ServerRecord> {
  return found('server', name, await context.world.server(expandText(name, context.variables)))
}

/** A verdict on two texts (or lists, shown joined) that must be equal. */
export function equal(measured: string | readonly string[], expected: string | readonly string[]): Verdict {
  const show = (value: string | readonly string[]) => (typeof value === 'string' ? value : value.join(','))
  return {
    passed: show(measured) === show(expected),
    measured: show(measured) || 'nothing',
    expected: show(expected) || 'nothing',
  }
}

function found<T>(kind: string, name: string, record: T | undefined): T {
  if (record === undefined) throw new NotFoundError(`there is no ${kind} "${name}"`)
  return record
}
