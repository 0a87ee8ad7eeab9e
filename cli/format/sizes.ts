import { MiB } from '#kernel/units/bytes.ts'

const suffixes = ['B', 'K', 'M', 'G', 'T', 'P', 'E'] as const

/** `rbd --size`: a bare number is MiB; suffixes B K M G T P E, each with an optional B. Undefined when it is not one. */
export function parseImageSize(text: string): number | undefined {
  return parseSize(text, MiB)
}

/** `rbd --object-size`, `--sparse-size`: a bare number is bytes. */
export function parseByteSize(text: string): number | undefined {
  return parseSize(text, 1)
}

function parseSize(text: string, bareUnit: number): number | undefined {
  const match = /^(\d+)([BKMGTPE])?B?$/.exec(text)
  if (!match) return undefined
  const unit = match[2] === undefined ? bareUnit : 1024 ** suffixes.indexOf(match[2] as (typeof suffixes)[number])
  const bytes = Number(match[1]) * unit
  return bytes <= 2 ** 63 ? bytes : undefined
}

/** log2 of an object size, rounded up: 3 MiB gives 22. */
export function orderOfObjectSize(bytes: number): number {
  return Math.ceil(Math.log2(bytes))
}
