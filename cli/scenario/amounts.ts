import { z } from 'zod'
import { parseBytes } from '#kernel/config/units.ts'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { RunContext } from './run-context.ts'

/** An expected number of bytes: given outright, or as `2 x FILE`, so many times the virtual size of a scenario's file. */
export type ByteAmount =
  | { readonly kind: 'bytes'; readonly bytes: number }
  | { readonly kind: 'file'; readonly times: number; readonly file: string }

export const byteAmount = z.unknown().transform((input, context): ByteAmount => {
  const relative = typeof input === 'string' ? /^(\d+(?:\.\d+)?) x (\S+)$/.exec(input.trim()) : null
  if (relative) return { kind: 'file', times: Number(relative[1]), file: relative[2] ?? '' }
  const parsed = parseBytes(input)
  if (parsed.ok) return { kind: 'bytes', bytes: parsed.value }
  context.addIssue({ code: 'custom', message: input === undefined ? 'is missing' : parsed.problem })
  return z.NEVER
})

/** @throws NotFoundError for a file the scenario does not have */
export function byteAmountOf(amount: ByteAmount, { scenario }: RunContext): number {
  if (amount.kind === 'bytes') return amount.bytes
  const file = scenario.files.find(({ name }) => name === amount.file)
  if (!file) throw new NotFoundError(`the scenario has no file "${amount.file}"`)
  return Math.round(amount.times * file.virtualSizeBytes)
}

export function isFileAmount(value: unknown): value is ByteAmount & { readonly kind: 'file' } {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'file'
}
