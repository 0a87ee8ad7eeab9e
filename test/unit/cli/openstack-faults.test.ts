import { describe, expect, test } from 'vitest'
import { describeGlanceError } from '#cli/commands/glance/errors.ts'
import { ConflictError, domainCodes, domainError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { cinderFault, computeFaultBody } from '#openstack/faults/cinder.ts'
import { glanceErrorBody, glanceFault } from '#openstack/faults/glance.ts'
import { novaFault } from '#openstack/faults/nova.ts'

describe('faults of the three API dialects', () => {
  test.each(domainCodes)('%s has a status in each', (code) => {
    const error = domainError(code, 'why')
    for (const { status, message } of [glanceFault(error), cinderFault(error), novaFault(error)]) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(message).toBe('why')
    }
  })

  test('a wrong status is a bad request to Cinder and a conflict to Nova and Glance', () => {
    const error = new ConflictError('busy')
    expect(cinderFault(error)).toMatchObject({ status: 400, name: 'badRequest' })
    expect(novaFault(error)).toMatchObject({ status: 409, name: 'conflictingRequest' })
    expect(glanceFault(error)).toMatchObject({ status: 409, title: 'Conflict' })
  })

  test('quotas are 413 to Cinder and Glance, 403 to Nova', () => {
    const error = domainError('quota_exceeded', 'full')
    expect([cinderFault(error).status, glanceFault(error).status, novaFault(error).status]).toEqual([413, 413, 403])
  })

  test('the body of Cinder and Nova has the fault as its only key', () => {
    expect(computeFaultBody(cinderFault(new InvalidArgumentError('no')))).toBe(
      '{"badRequest":{"code":400,"message":"no"}}',
    )
  })

  test('the body of Glance follows Accept', () => {
    const fault = glanceFault(new InvalidArgumentError("store 'x'"))
    expect(glanceErrorBody(fault, undefined)).toEqual({
      contentType: 'text/plain; charset=UTF-8',
      body: "400 Bad Request\n\nstore 'x'\n\n   ",
    })
    expect(JSON.parse(glanceErrorBody(fault, 'application/json').body)).toEqual({
      message: "store 'x'<br /><br />\n\n\n",
      code: '400 Bad Request',
      title: 'Bad Request',
    })
    expect(glanceErrorBody(fault, '*/*').body).toBe(
      '<html>\n <head>\n  <title>400 Bad Request</title>\n </head>\n <body>\n  <h1>400 Bad Request</h1>\n  store &#x27;x&#x27;<br /><br />\n\n\n\n </body>\n</html>',
    )
  })

  test('the glance client joins the lines of a message and drops repeated ones', () => {
    expect(describeGlanceError(new InvalidArgumentError('first\n\n  second\nfirst'))).toBe(
      'HTTP 400 Bad Request: first: second',
    )
  })
})
