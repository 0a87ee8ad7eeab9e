import { hubOf, storeSites, type Topology } from '#cli/topology/topology.ts'
import type { WaitOptions } from '#kernel/time/clock.ts'
import { hostVariable, variablesOf } from './command-line.ts'
import { checkInvariants, ImageHistory } from './invariants.ts'
import type { RunObserver } from './observer.ts'
import { lintWorld } from './placement-lint.ts'
import type { RunContext, StepResult } from './run-context.ts'
import type { AssertionResult, DiskState, FinalState, PoolState, RunResult } from './run-result.ts'
import { runStep, skippedStep } from './run-step.ts'
import type { Assertion, Scenario, Step } from './scenario.ts'
import { trafficBetween } from './traffic.ts'
import type { World } from './world.ts'

/**
 * Plays a scenario in a world that already runs its topology: prepares its files, runs every step in order, evaluates
 * each assertion at its time, and checks the invariants at the end. A step that fails does not end the run: what does
 * not depend on it is still worth knowing.
 *
 * @throws CancelledError when the signal aborts; failures of the scenario are in the result
 */
export async function runScenario(
  scenario: Scenario,
  world: World,
  observer: RunObserver = {},
  { signal }: WaitOptions = {},
): Promise<RunResult> {
  const variables = new Map([['HOSTNAME', `${hubOf(scenario.topology).id}-controller-0`]])
  if (scenario.files.some(({ serveAt }) => serveAt !== undefined)) variables.set(hostVariable, await world.serveFiles())
  for (const file of scenario.files) await world.prepareFile(file)

  const startedMs = world.clock.now()
  const startTraffic = await world.traffic()
  const history = new ImageHistory()
  const results = new Map<string, StepResult>()
  const evaluated = new Map<string, AssertionResult>()
  const evaluate = async (due: readonly Assertion[], lastStep: StepResult | undefined) => {
    const context: RunContext = { world, scenario, variables, steps: results, startedMs, startTraffic, lastStep }
    for (const assertion of due) {
      signal?.throwIfAborted()
      const outcome = await evaluateAssertion(assertion, context)
      evaluated.set(assertion.id, outcome)
      observer.asserted?.(outcome)
    }
  }

  for (const [index, step] of scenario.steps.entries()) {
    signal?.throwIfAborted()
    observer.stepStarted?.(step, { index, count: scenario.steps.length })
    const obstacle = obstacleTo(step, results, variables)
    const result =
      obstacle === undefined
        ? await runStep(step, { world, observer, variables, scenarioStartedMs: startedMs, signal })
        : skippedStep(step, obstacle, world.clock.now())
    results.set(step.id, result)
    observer.stepFinished?.(step, result)
    history.note(await world.images(), step.id)
    await evaluate(
      scenario.assertions.filter(({ after }) => after === step.id),
      result,
    )
  }
  await evaluate(
    scenario.assertions.filter(({ after }) => after === undefined),
    [...results.values()].at(-1),
  )

  const invariants = await checkInvariants(scenario, world, history)
  for (const invariant of invariants) observer.invariantChecked?.(invariant)
  const steps = [...results.values()]
  const assertions = scenario.assertions.flatMap(({ id }) => evaluated.get(id) ?? [])
  return {
    startedMs,
    endedMs: world.clock.now(),
    steps,
    assertions,
    invariants,
    passed:
      steps.every(({ status }) => status === 'passed') &&
      assertions.every(({ passed }) => passed) &&
      invariants.every(({ passed }) => passed),
    final: await finalState(scenario.topology, world, startTraffic),
  }
}

/** Why a step cannot run: the step it comes after failed, or a value that it needs was never captured. */
function obstacleTo(
  step: Step,
  results: ReadonlyMap<string, StepResult>,
  variables: ReadonlyMap<string, string>,
): string | undefined {
  const awaited = step.after === undefined ? undefined : results.get(step.after)
  if (awaited && awaited.status !== 'passed') return `step ${awaited.id} ${awaited.status}`
  const missing = step.kind === 'run' ? variablesOf(step.line).find((name) => !variables.has(name)) : undefined
  return missing === undefined ? undefined : `$${missing} was never captured`
}

async function evaluateAssertion({ id, rows, after, test }: Assertion, context: RunContext): Promise<AssertionResult> {
  const base = { id, rows, test: test.name, ...(after !== undefined && { after }) }
  if (context.lastStep?.status === 'skipped') {
    return { ...base, passed: false, measured: `not run: ${context.lastStep.problem ?? ''}`, expected: 'step runs' }
  }
  try {
    return { ...base, ...(await test.evaluate(context)) }
  } catch (error) {
    return { ...base, passed: false, measured: (error as Error).message, expected: 'something to look at' }
  }
}

async function finalState(
  topology: Topology,
  world: World,
  startTraffic: RunContext['startTraffic'],
): Promise<FinalState> {
  const images = await world.images()
  const disks: DiskState[] = []
  const pools: PoolState[] = []
  for (const { id: site, ceph } of storeSites(topology)) {
    for (const { name, storedBytes, usedBytes } of (await world.clusterUsage(site)).pools) {
      pools.push({ site, pool: name, storedBytes, rawBytes: usedBytes })
    }
    for (const pool of ceph?.pools ?? []) {
      for (const { image, snapshot, sizeBytes, parent } of await world.listRbd(site, pool)) {
        disks.push({
          site,
          pool,
          image,
          ...(snapshot !== undefined && { snapshot }),
          sizeBytes,
          ...(parent && { parent: `${parent.pool}/${parent.image}@${parent.snapshot}` }),
        })
      }
    }
  }
  return {
    images,
    copies: await world.copies(),
    traffic: trafficBetween(startTraffic, await world.traffic()),
    links: await world.links(),
    warnings: await lintWorld(world, hubOf(topology).id),
    disks,
    pools,
  }
}
