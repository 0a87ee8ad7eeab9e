import type { PoolReport } from '#ceph-sim/port/status.ts'
import { reasonOf } from '../rbd/errno.ts'
import { type CephContext, cephError } from './ceph-context.ts'
import { invalidCommand } from './invalid-command.ts'

/** What the commands of pools share. */

export async function reportedPools(context: CephContext): Promise<readonly PoolReport[]> {
  const { pools } = await (await context.cluster()).status.report({ signal: context.io.signal })
  return pools
}

/** @throws CommandFailure (ENOENT) */
export async function reportedPool(context: CephContext, name: string): Promise<PoolReport> {
  const pool = (await reportedPools(context)).find((each) => each.name === name)
  if (!pool) throw cephError('ENOENT', `unrecognized pool '${name}'`)
  return pool
}

/** Changes a pool; the monitors' word for one that is missing is theirs. */
export async function change(
  context: CephContext,
  name: string,
  act: () => Promise<void>,
  told: string,
): Promise<void> {
  try {
    await act()
  } catch (thrown) {
    if (reasonOf(thrown) === 'pool_missing') throw cephError('ENOENT', `unrecognized pool '${name}'`)
    throw thrown
  }
  context.io.stderr(`${told}\n`)
}

export function required(parameters: readonly string[], names: readonly string[], usage: string): string[] {
  const missing = names[parameters.length]
  if (missing === undefined) return [...parameters]
  throw invalidCommand(`missing required parameter ${missing}`, usage)
}
