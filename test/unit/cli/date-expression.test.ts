import { expect, test } from 'vitest'
import { parseDateExpression } from '#cli/format/date-expression.ts'

const now = Date.UTC(2026, 10, 20, 12, 0, 0)
const hourMs = 3_600_000

test.each([
  ['now', 0],
  ['+1 days', 24 * hourMs],
  ['2 hours', 2 * hourMs],
  ['90 minutes ago', -1.5 * hourMs],
  ['-1 week', -7 * 24 * hourMs],
  ['tomorrow', 24 * hourMs],
  ['yesterday +1 hour', -23 * hourMs],
  ['2026-11-21', 12 * hourMs],
  ['2026-11-20 13:30', 1.5 * hourMs],
  ['2026-11-20T12:00:30Z', 30_000],
  ['@1795176000', 0],
])('%s is %d ms from now', (text, fromNowMs) => {
  expect(parseDateExpression(text, now)! - now).toBe(fromNowMs)
})

test.each(['soon', '1 parsec', '2026-13-01', '+ days'])('%s is no date', (text) => {
  expect(parseDateExpression(text, now)).toBeUndefined()
})
