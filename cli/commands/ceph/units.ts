/** `28`, `1.23k`: counts in thousands. */
export function countText(count: number): string {
  const steps = ['', 'k', 'M', 'G']
  let step = 0
  let value = count
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000
    step++
  }
  if (step === 0) return String(count)
  return `${value.toPrecision(3)}${steps[step]}`
}

/** `115s`, `14m`: how long something has lasted, in the unit of which there are enough. */
export function ageText(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const units = [
    ['s', 1, 120],
    ['m', 60, 120],
    ['h', 3600, 48],
    ['d', 86_400, 14],
    ['w', 604_800, 12],
    ['M', 2_629_746, 24],
  ] as const
  for (const [unit, length, most] of units) {
    if (seconds < length * most) return `${Math.floor(seconds / length)}${unit}`
  }
  return `${Math.floor(seconds / 31_556_952)}y`
}

export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

/** `0`, or two decimals. */
export function percent(part: number, whole: number): string {
  const hundredths = Math.round(share(part, whole) * 10_000)
  return hundredths === 0 ? '0' : (hundredths / 100).toFixed(2)
}
