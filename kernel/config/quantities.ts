import { z } from 'zod'
import { type Parsed, parseBitRate, parseBytes, parseDuration, parsePercent } from './units.ts'

/** Schemas for quantities in files: a string with its unit in, a plain number out (unit in the name). */
export const bytesQuantity = quantity(parseBytes)
export const bitsPerSecondQuantity = quantity(parseBitRate)
export const durationMsQuantity = quantity(parseDuration)
export const ratioQuantity = quantity(parsePercent)

function quantity(parse: (input: unknown) => Parsed<number>) {
  return z.unknown().transform((input, context): number => {
    const parsed = parse(input)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: input === undefined ? 'is missing' : parsed.problem })
    return z.NEVER
  })
}

/** A field that the format knows and the simulator does not play yet: refused by name, never silently ignored. */
export function notSimulated(what: string) {
  return z.undefined({ error: `not simulated yet: ${what}` }).optional()
}
