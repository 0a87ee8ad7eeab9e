import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Answer, CephUnderTest } from './ceph-under-test.ts'
import { type Intent, type Known, type Operation, resolve } from './operations.ts'

/** What removed snapshots alone needed, the real one takes away in the background; until then its diffs tell of it. */
const trimMs = 4000

/** A sequence in which the two clusters did not agree. */
export class Disagreement extends Error {
  constructor(history: readonly string[], real: unknown, simulated: unknown) {
    const told = history.filter((line) => line.startsWith('{')).map((line) => `  ${line}`)
    super(
      `${told.join('\n')}\n  ${history.at(-1)}\nthe real one:      ${JSON.stringify(real)}\nthe simulated one: ${JSON.stringify(simulated)}`,
    )
    this.name = 'Disagreement'
  }
}

interface View {
  readonly size: number
  readonly snapshots: readonly { readonly name: string }[]
}

/**
 * Plays a sequence on both clusters and compares every answer, and after each step all that can be told of the images
 * that it named; of every image at the end.
 *
 * @throws Disagreement
 */
export async function play(
  { real, simulated }: { real: CephUnderTest; simulated: CephUnderTest },
  namespace: string,
  steps: readonly Intent[],
): Promise<{ calls: number; refusals: number }> {
  const history: string[] = []
  const views = new Map<string, View>()
  let refusals = 0
  const both = async (what: string, ask: (ceph: CephUnderTest) => Promise<unknown>, attempts = 1): Promise<Answer> => {
    history.push(what)
    const found = (await ask(simulated)) as Answer
    for (let attempt = 1; ; attempt++) {
      const expected = (await ask(real)) as Answer
      if (isDeepStrictEqual(comparable(expected), comparable(found))) return comparable(expected)
      if (attempt >= attempts) throw new Disagreement(history, expected, found)
      await setTimeout(trimMs / attempts)
    }
  }
  const look = async (image: string) => {
    const { value } = await both(`observe ${image}`, (ceph) => ceph.observe(namespace, image), 8)
    if (value) views.set(image, value as View)
    else views.delete(image)
  }
  await both('open', (ceph) => ceph.openScope(namespace))
  for (const intent of steps) {
    const operation = resolve(intent, known(views))
    const { errno } = await both(JSON.stringify(operation), (ceph) => ceph.act(namespace, operation))
    if (errno !== undefined) refusals++
    for (const image of named(operation)) await look(image)
  }
  await both('list', (ceph) => ceph.list(namespace))
  for (const image of [...views.keys()]) await look(image)
  return { calls: history.length, refusals }
}

/** Without a refusal's words, and with one name for all snapshots that were removed beneath their clones. */
function comparable({ message: _, ...answer }: Answer): Answer {
  const uuid = /"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g
  return JSON.parse(JSON.stringify(answer).replace(uuid, '"removed"')) as Answer
}

function known(views: ReadonlyMap<string, View>): Known {
  return {
    images: [...views].map(([name, { size, snapshots }]) => ({ name, size, snapshots: snapshots.map((s) => s.name) })),
  }
}

/** The images whose state an operation may change or show. */
function named(operation: Operation): Set<string> {
  const names = [operation.image]
  if ('child' in operation) names.push(operation.child)
  if (operation.op === 'rename') names.push(operation.name)
  return new Set(names)
}
