import { status } from '@grpc/grpc-js'
import { describe, expect, test } from 'vitest'
import { domainCodes, domainError } from '#kernel/errors/domain-error.ts'
import { domainCodeOf, grpcStatusOf } from '#kernel/errors/grpc-status.ts'
import { fromStatus, toStatus } from '#kernel/rpc/error-trailer.ts'

/** The table of the style guide, written out a second time on purpose. */
const table = {
  invalid_argument: 'INVALID_ARGUMENT',
  out_of_range: 'OUT_OF_RANGE',
  unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'PERMISSION_DENIED',
  not_found: 'NOT_FOUND',
  already_exists: 'ALREADY_EXISTS',
  conflict: 'FAILED_PRECONDITION',
  aborted: 'ABORTED',
  no_space: 'RESOURCE_EXHAUSTED',
  quota_exceeded: 'RESOURCE_EXHAUSTED',
  unsupported: 'UNIMPLEMENTED',
  unavailable: 'UNAVAILABLE',
  deadline: 'DEADLINE_EXCEEDED',
  cancelled: 'CANCELLED',
  corrupt: 'DATA_LOSS',
  internal: 'INTERNAL',
} as const

describe('domain codes and gRPC status', () => {
  test.each(domainCodes)('%s crosses and comes back as the same class, name and facts', (code) => {
    expect(status[grpcStatusOf(code)]).toBe(table[code])
    const thrown = domainError(code, 'what happened', { errno: 'EBUSY', snapshots: ['a', 'b'], n: 1 }, 'RbdError')
    const rebuilt = fromStatus(toStatus(thrown))
    expect(rebuilt.constructor).toBe(thrown.constructor)
    expect(rebuilt).toMatchObject({ code, message: 'what happened', name: 'RbdError', details: thrown.details })
  })

  test('every gRPC failure without our trailer has a domain code', () => {
    for (const name of Object.keys(status).filter((key) => Number.isNaN(Number(key)) && key !== 'OK')) {
      const code = domainCodeOf(status[name as keyof typeof status])
      if (name === 'UNKNOWN') expect(code).toBe('internal')
      else expect(table[code === 'quota_exceeded' ? 'no_space' : code]).toBe(name)
    }
    expect(domainCodeOf(99)).toBe('internal')
  })

  test('a long message and long facts are cut, so that the trailer stays within a header block', () => {
    const error = domainError('conflict', 'x'.repeat(100_000), { errno: 'EBUSY', many: Array(5000).fill('volume') })
    const sent = toStatus(error)
    expect(JSON.stringify(sent.metadata.toJSON()).length).toBeLessThan(8192)
    expect(fromStatus(sent).details).toEqual({ errno: 'EBUSY' })
  })

  test('what is not a domain error is internal', () => {
    expect(fromStatus(toStatus(new TypeError('x is not a function')))).toMatchObject({ code: 'internal' })
  })
})
