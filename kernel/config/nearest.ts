import { closest, distance } from 'fastest-levenshtein'

/** The known word that was probably meant, if any is near enough: two slips, or a third of its letters. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const candidate = closest(word.toLowerCase(), [...known])
  const limit = Math.max(2, Math.floor(candidate.length / 3))
  return distance(word.toLowerCase(), candidate.toLowerCase()) <= limit ? candidate : undefined
}

/** ` (did you mean "bandwidth"?)`, or the known words when few, or nothing. */
export function nearestHint(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known)
  if (near !== undefined) return ` (did you mean "${near}"?)`
  return known.length > 0 && known.length <= 12 ? ` (known: ${known.join(', ')})` : ''
}
