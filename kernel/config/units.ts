import { GiB, KiB, MiB, TiB } from '#kernel/units/bytes.ts'

/** What a quantity in a file means, or why it means nothing; the problem ends in a hint where one can be given. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

/** Sizes are binary, rates decimal and in bits: the two never share a unit, so a mix-up is always seen. */
const sizeUnits: Readonly<Record<string, number>> = { B: 1, KiB, MiB, GiB, TiB, PiB: 1024 * TiB }
const rateUnits: Readonly<Record<string, number>> = { bps: 1, kbps: 1e3, Mbps: 1e6, Gbps: 1e9, Tbps: 1e12 }
const durationUnits: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

/** `112MiB` to bytes; whole bytes only. */
export function parseBytes(input: unknown): Parsed<number> {
  const quantity = splitQuantity(input, { what: 'a size', example: 'MiB' })
  if (!quantity.ok) return quantity
  const { amount, unit, text } = quantity.value
  const factor = sizeUnits[unit]
  if (factor === undefined) return refuse(text, 'is not a size', sizeHint(amount, unit))
  const bytes = amount * factor
  if (!Number.isSafeInteger(bytes)) return refuse(text, 'is not a whole number of bytes below 8 PiB')
  return { ok: true, value: bytes }
}

/** `100Mbps` to bits per second; `unlimited` is Infinity. */
export function parseBitRate(input: unknown): Parsed<number> {
  if (input === 'unlimited') return { ok: true, value: Number.POSITIVE_INFINITY }
  const quantity = splitQuantity(input, { what: 'a rate', example: 'Mbps' })
  if (!quantity.ok) return quantity
  const { amount, unit, text } = quantity.value
  const factor = rateUnits[unit]
  if (factor === undefined) return refuse(text, 'is not a rate', rateHint(amount, unit))
  if (amount === 0) return refuse(text, 'is no rate: a link that carries nothing is down, not slow')
  return { ok: true, value: amount * factor }
}

/** `40ms`, `1.5s` or `12h10m` to milliseconds; parts go from large to small, each unit once. */
export function parseDuration(input: unknown): Parsed<number> {
  if (input === 0) return { ok: true, value: 0 }
  const bare = bareNumber(input)
  if (bare !== undefined) return refuse(bare, 'has no unit: a duration needs one', hintOf(`${bare}ms`, `${bare}s`))
  if (typeof input !== 'string') return { ok: false, problem: `expected a duration such as 40ms, not ${show(input)}` }
  const text = input.trim()
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*/gy)]
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) {
    return refuse(text, 'is not a duration', 'write it like 40ms, 1.5s, 10m or 12h10m')
  }
  let totalMs = 0
  let previousMs = Number.POSITIVE_INFINITY
  for (const [, amount = '', unit = ''] of parts) {
    const unitMs = durationUnits[unit]
    if (unitMs === undefined)
      return refuse(text, `is not a duration: "${unit}" is none of ms s m h d`, durationHint(amount, unit))
    if (unitMs >= previousMs) return refuse(text, 'is not a duration: its parts must go from large to small')
    previousMs = unitMs
    totalMs += Number(amount) * unitMs
  }
  return { ok: true, value: totalMs }
}

/** `100%` to the ratio 1; never above 100 %. */
export function parsePercent(input: unknown): Parsed<number> {
  const bare = bareNumber(input)
  if (bare !== undefined) return refuse(bare, 'has no unit: a percentage needs one', hintOf(`${bare}%`))
  const match = typeof input === 'string' ? /^(\d+(?:\.\d+)?)\s*%$/.exec(input.trim()) : null
  if (!match) return { ok: false, problem: `expected a percentage such as 80%, not ${show(input)}` }
  const ratio = Number(match[1]) / 100
  return ratio <= 1 ? { ok: true, value: ratio } : refuse(String(input), 'is more than 100%')
}

interface Quantity {
  readonly amount: number
  readonly unit: string
  readonly text: string
}

function splitQuantity(input: unknown, { what, example }: { what: string; example: string }): Parsed<Quantity> {
  const bare = bareNumber(input)
  if (bare !== undefined) return refuse(bare, `has no unit: ${what} needs one`, hintOf(`${bare}${example}`))
  if (typeof input !== 'string')
    return { ok: false, problem: `expected ${what} such as 100${example}, not ${show(input)}` }
  const text = input.trim()
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z/]+)$/.exec(text)
  if (!match) return refuse(text, `is not ${what}`, `write it like 100${example}`)
  return { ok: true, value: { amount: Number(match[1]), unit: match[2] ?? '', text } }
}

function bareNumber(input: unknown): string | undefined {
  if (typeof input === 'number') return String(input)
  return typeof input === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(input) ? input.trim() : undefined
}

function sizeHint(amount: number, unit: string): string | undefined {
  if (unit.toLowerCase().endsWith('bps') || unit.includes('/')) return 'that is a rate'
  const prefix = /^([kmgtp])(i?b)?$/i.exec(unit)?.[1]?.toUpperCase()
  if (prefix === undefined) return `units are ${Object.keys(sizeUnits).join(' ')}`
  return `sizes are powers of 1024: ${hintOf(`${amount}${prefix}iB`)}`
}

function rateHint(amount: number, unit: string): string | undefined {
  const bits = /^([kmgt]?)(?:bit\/?s|bps|b\/s)$/i.exec(unit)
  const bytes = /^([KMGTkmgt]?)(i?)B(?:ps|\/s)$/.exec(unit)
  if (bytes) {
    const factor = (bytes[2] ? 1024 : 1000) ** ['', 'k', 'm', 'g', 't'].indexOf((bytes[1] ?? '').toLowerCase())
    return `rates are bits per second: ${hintOf(spellRate(amount * 8 * factor))}`
  }
  if (bits) {
    const prefix = (bits[1] ?? '').toUpperCase().replace('K', 'k')
    return hintOf(`${amount}${prefix}bps`)
  }
  return `units are ${Object.keys(rateUnits).join(' ')}`
}

function spellRate(bitsPerSecond: number): string {
  const [unit = 'bps', factor = 1] = Object.entries(rateUnits).findLast(([, size]) => bitsPerSecond >= size) ?? []
  return `${bitsPerSecond / factor}${unit}`
}

function durationHint(amount: string, unit: string): string | undefined {
  const meant = /^min(ute)?s?$/i.test(unit)
    ? 'm'
    : /^sec(ond)?s?$|^S$/i.test(unit)
      ? 's'
      : /^h(ou)?rs?$|^H$/i.test(unit)
        ? 'h'
        : /^days?$|^D$/i.test(unit)
          ? 'd'
          : undefined
  return meant && hintOf(`${amount}${meant}`)
}

function hintOf(...spellings: string[]): string {
  return `did you mean ${spellings.join(' or ')}?`
}

function refuse(text: string, why: string, hint?: string): { ok: false; problem: string } {
  return { ok: false, problem: `"${text}" ${why}${hint ? ` (${hint})` : ''}` }
}

function show(input: unknown): string {
  return input === null
    ? 'nothing'
    : Array.isArray(input)
      ? 'a list'
      : typeof input === 'object'
        ? 'a map'
        : JSON.stringify(input)
}
