import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { CommandIo } from '../../command-io.ts'
import { type DocumentValue, formatJson } from '../../format/document.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import { type ErrnoName, errno, errnoOf, reasonOf } from '../rbd/errno.ts'

/** One command of `ceph`. */
export interface CephCommand {
  readonly names: readonly string[]
  /** @param parameters - the words behind the command's name */
  run(context: CephContext, parameters: readonly string[]): Promise<void>
}

/** What a running command works with. */
export interface CephContext {
  readonly io: CommandIo
  readonly format: 'plain' | 'json' | 'json-pretty'
  /** `-i FILE`, as it was typed. */
  readonly inputFile?: string | undefined
  /** `--yes-i-really-mean-it`; `really` for the longer one, which only some commands ask for. */
  readonly sure: 'no' | 'yes' | 'really'
  cluster(): Promise<ClusterClient>
}

/** Ceph starts JSON on a line of its own. */
export function printJson({ io, format }: CephContext, value: DocumentValue): void {
  io.stdout(`\n${formatJson(value, format === 'json-pretty')}\n`)
}

/** For commands whose JSON does not end its line. */
export function printJsonUnended({ io, format }: CephContext, value: DocumentValue): void {
  io.stdout(`\n${formatJson(value, format === 'json-pretty')}`)
}

/** For commands whose plain answer is JSON too, pretty. */
export function printJsonAlways(context: CephContext, value: DocumentValue): void {
  if (context.format === 'plain') context.io.stdout(`${formatJson(value, true)}\n`)
  else printJson(context, value)
}

/** `Error ENOENT: don't have client.nope`, with the errno as exit code. */
export function cephError(name: ErrnoName, message: string): CommandFailure {
  return new CommandFailure(errno(name).number, `Error ${name}: ${message}`)
}

/** A refusal of the cluster in the words of its monitors. */
export function monitorError(thrown: unknown): CommandFailure {
  if (thrown instanceof CommandFailure) return thrown
  const { name } = errnoOf(thrown)
  const isGuard = reasonOf(thrown) === 'needs_confirmation'
  if (!isGuard && (name === 'EACCES' || name === 'EPERM')) return cephError('EACCES', 'access denied')
  return cephError(name, thrown instanceof Error ? thrown.message : String(thrown))
}
