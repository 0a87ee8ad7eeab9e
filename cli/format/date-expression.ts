import type { InstantMs } from '#kernel/time/clock.ts'

const secondMs = 1000
const unitsMs: Readonly<Record<string, number>> = {
  sec: secondMs,
  second: secondMs,
  min: 60 * secondMs,
  minute: 60 * secondMs,
  hour: 3600 * secondMs,
  day: 86_400 * secondMs,
  week: 7 * 86_400 * secondMs,
  fortnight: 14 * 86_400 * secondMs,
}
const daysFromNow: Readonly<Record<string, number>> = { now: 0, today: 0, tomorrow: 1, yesterday: -1 }

/**
 * An instant as `date --date=...` reads the simpler expressions: `now`, `tomorrow`, `+1 days`, `3 hours ago`,
 * `@1700000000`, `2026-11-20 12:00`, and sums of them. UTC. Undefined for what it does not know.
 */
export function parseDateExpression(text: string, now: InstantMs): InstantMs | undefined {
  let at = now
  let rest = text.trim().toLowerCase()
  while (rest !== '') {
    const step = readAbsolute(rest) ?? readRelative(rest, at) ?? readWord(rest, at)
    if (!step) return undefined
    at = step.at
    rest = rest.slice(step.length).trim()
  }
  return at
}

interface Step {
  readonly at: InstantMs
  readonly length: number
}

function readAbsolute(text: string): Step | undefined {
  const epoch = /^@(\d+)/.exec(text)
  if (epoch) return { at: Number(epoch[1]) * secondMs, length: epoch[0].length }
  const date = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d(?::\d\d)?))?z?/.exec(text)
  const at = date ? Date.parse(`${date[1]}T${date[2] ?? '00:00'}Z`) : Number.NaN
  return date && !Number.isNaN(at) ? { at, length: date[0].length } : undefined
}

function readRelative(text: string, from: InstantMs): Step | undefined {
  const match = /^([+-]?)\s*(\d+)\s*([a-z]+?)s?(?![a-z])(\s+ago)?/.exec(text)
  const unitMs = unitsMs[match?.[3] ?? '']
  if (!match || unitMs === undefined) return undefined
  const sign = (match[1] === '-' ? -1 : 1) * (match[4] ? -1 : 1)
  return { at: from + sign * Number(match[2]) * unitMs, length: match[0].length }
}

function readWord(text: string, from: InstantMs): Step | undefined {
  const word = /^[a-z]+/.exec(text)?.[0] ?? ''
  const days = daysFromNow[word]
  return days === undefined ? undefined : { at: from + days * unitsMs.day!, length: word.length }
}
