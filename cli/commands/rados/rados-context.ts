import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { ObjectSpec } from '#ceph-sim/port/rados-objects.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CommandIo } from '../../command-io.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import type { CommandArguments } from '../rbd/command-line.ts'
import { errnoOf, reasonOf } from '../rbd/errno.ts'

/** One command of `rados`. */
export interface RadosCommand {
  readonly names: readonly string[]
  /** What stands behind the name, for the usage line. */
  readonly parameters: readonly string[]
  /** How many of the parameters may be left out. */
  readonly optional?: number
  run(context: RadosContext, parameters: readonly string[]): Promise<void>
}

/** What a running command works with. */
export interface RadosContext {
  readonly io: CommandIo
  readonly args: CommandArguments
  cluster(): Promise<ClusterClient>
}

/** The pool of `-p`. @throws CommandFailure (exit 1) */
export function poolOf({ args }: RadosContext): string {
  const pool = args.get('pool')
  if (pool === undefined) throw new CommandFailure(1, 'pool name must be specified with --pool')
  return pool
}

export function objectOf(context: RadosContext, name: string): ObjectSpec {
  return { pool: poolOf(context), namespace: context.args.get('namespace') ?? '', name }
}

/**
 * Runs a call about an object of the pool. A failure ends the command with exit code 1, as every one of `rados` does.
 *
 * @param what - what to say before the errno's text, such as `error getting images/x`
 */
export async function orFail<T>(context: RadosContext, what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (thrown) {
    const code = errnoOf(thrown)
    if (reasonOf(thrown) === 'pool_missing') {
      throw new CommandFailure(1, `error opening pool ${poolOf(context)}: ${code.text}`)
    }
    if (code.name === 'EOPNOTSUPP')
      throw new CommandFailure(1, `${what}: ${code.text} ${asDomainError(thrown).message}`)
    throw new CommandFailure(1, `${what}: ${code.text}`)
  }
}
