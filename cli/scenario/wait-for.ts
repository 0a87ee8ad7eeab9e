import type { WaitOptions } from '#kernel/time/clock.ts'
import { expandText } from './command-line.ts'
import type { Observation } from './run-context.ts'
import type { WaitFor } from './scenario.ts'
import type { World } from './world.ts'

export interface WaitOutcome {
  /** Absent when what was waited for came. */
  readonly problem?: string
  readonly observed: readonly Observation[]
}

/** Simulated time between looks: often at first, since most states pass quickly. */
const firstPollMs = 50
const longestPollMs = 1000
const pollGrowth = 1.5

/** States that nothing leaves by itself: waiting on for another is hopeless. */
const finalStates: ReadonlySet<string> = new Set([
  'ERROR',
  'error',
  'error_deleting',
  'error_extending',
  'killed',
  'deleted',
  'gone',
])

/**
 * Looks at the world until the state is there, its limit is over, or it cannot come any more.
 *
 * @param onLook - hears what each look saw
 */
export async function waitFor(
  wait: WaitFor,
  world: World,
  variables: ReadonlyMap<string, string>,
  { onLook, signal }: WaitOptions & { onLook?: (seen: string, sinceMs: number) => void } = {},
): Promise<WaitOutcome> {
  const name = expandText(wait.name, variables)
  const startedMs = world.clock.now()
  const observed: Observation[] = []
  let pollMs = firstPollMs
  for (;;) {
    const look = await lookAt(wait, name, world)
    note(observed, { atMs: world.clock.now(), status: look.status, importingTo: look.importingTo })
    const sinceMs = world.clock.now() - startedMs
    onLook?.(look.seen, sinceMs)
    if (look.reached) return { observed }
    if (look.hopeless) return { observed, problem: `waited for ${describeWait(wait)}, but it is ${look.seen}` }
    if (sinceMs >= wait.limitMs) {
      return { observed, problem: `waited ${wait.limitMs / 1000} s for ${describeWait(wait)}; last seen: ${look.seen}` }
    }
    await world.clock.sleep(Math.min(pollMs, wait.limitMs - sinceMs), { signal })
    pollMs = Math.min(pollMs * pollGrowth, longestPollMs)
  }
}

/** `image cirros to be active` */
export function describeWait({ subject, name, until }: WaitFor): string {
  const state = { status: 'to be', imported: 'to be imported', stored: 'to be stored at' }[until.kind]
  const detail = until.kind === 'status' ? ` ${until.status}` : until.kind === 'stored' ? ` ${until.store}` : ''
  return `${subject} ${name} ${state}${detail}`
}

interface Look {
  readonly status: string
  readonly importingTo: readonly string[]
  /** For people. */
  readonly seen: string
  readonly reached: boolean
  readonly hopeless: boolean
}

async function lookAt(wait: WaitFor, name: string, world: World): Promise<Look> {
  if (wait.subject === 'image') return lookAtImage(wait, name, world)
  const record =
    wait.subject === 'volume'
      ? await world.volume(name)
      : wait.subject === 'snapshot'
        ? await world.snapshot(name)
        : await world.server(name)
  const status = record?.status ?? 'gone'
  const fault = record && 'fault' in record && record.fault !== undefined ? `: ${record.fault}` : ''
  return { ...judge(status, wait), importingTo: [], seen: `${status}${fault}` }
}

async function lookAtImage(wait: WaitFor, name: string, world: World): Promise<Look> {
  const image = await world.image(name)
  const status = image?.status ?? 'gone'
  const importingTo = image?.importingTo ?? []
  const seen = importingTo.length > 0 ? `${status}, importing to ${importingTo.join(',')}` : status
  if (wait.until.kind === 'status') return { ...judge(status, wait), importingTo, seen }
  const gone = image === undefined || finalStates.has(status)
  if (wait.until.kind === 'imported') {
    const busy = image === undefined || image.locked || importingTo.length > 0
    return { status, importingTo, seen, reached: !busy, hopeless: gone }
  }
  const { store } = wait.until
  const reached = image?.locations.some((location) => location.store === store) ?? false
  return { status, importingTo, seen, reached, hopeless: gone && !reached }
}

function judge(
  status: string,
  { until }: WaitFor,
): { readonly status: string; readonly reached: boolean; readonly hopeless: boolean } {
  const reached = until.kind === 'status' && until.status === status
  return { status, reached, hopeless: !reached && finalStates.has(status) }
}

function note(observed: Observation[], seen: Observation): void {
  const last = observed.at(-1)
  if (last?.status === seen.status && last.importingTo.join() === seen.importingTo.join()) return
  observed.push(seen)
}
