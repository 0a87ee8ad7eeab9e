import type { DomainCode, DomainError } from '#kernel/errors/domain-error.ts'

/** An error answer of the Image API: `409 Conflict` and the sentence under it. */
export interface GlanceFault {
  readonly status: number
  /** The status's name, which Glance also uses as heading. */
  readonly title: string
  readonly message: string
}

/** The Image API's status for each failure; where it differs from the other APIs, the line says so. */
const glanceStatus: Readonly<Record<DomainCode, readonly [number, string]>> = {
  invalid_argument: [400, 'Bad Request'],
  out_of_range: [416, 'Requested Range Not Satisfiable'],
  unauthenticated: [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  not_found: [404, 'Not Found'],
  already_exists: [409, 'Conflict'],
  conflict: [409, 'Conflict'],
  aborted: [409, 'Conflict'],
  no_space: [413, 'Request Entity Too Large'],
  quota_exceeded: [413, 'Request Entity Too Large'],
  unsupported: [501, 'Not Implemented'],
  unavailable: [503, 'Service Unavailable'],
  deadline: [504, 'Gateway Timeout'],
  cancelled: [499, 'Client Closed Request'],
  corrupt: [500, 'Internal Server Error'],
  internal: [500, 'Internal Server Error'],
}

export function glanceFault(error: DomainError): GlanceFault {
  const [status, title] = glanceStatus[error.code]
  return { status, title, message: error.message }
}

/** Text as Glance writes it into HTML: quotes too become entities, and clients print them as they are. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
}

/**
 * The body of an error answer. Glance looks at `Accept`: plain text when it is absent or asks for it, JSON with a `code`
 * like `404 Not Found` when it asks for that, HTML otherwise.
 * @see golden/glance/errors_by_accept.jsonl
 */
export function glanceErrorBody(
  fault: GlanceFault,
  accept: string | undefined,
): { readonly contentType: string; readonly body: string } {
  const code = `${fault.status} ${fault.title}`
  if (!accept || accept.includes('text/plain'))
    return { contentType: 'text/plain; charset=UTF-8', body: `${code}\n\n${fault.message}\n\n   ` }
  if (accept.includes('application/json')) {
    const body = { message: `${fault.message}<br /><br />\n\n\n`, code, title: fault.title }
    return { contentType: 'application/json', body: JSON.stringify(body) }
  }
  const lines = ['<html>', ' <head>', `  <title>${code}</title>`, ' </head>', ' <body>', `  <h1>${code}</h1>`]
  const body = [...lines, `  ${escapeHtml(fault.message)}<br /><br />`, '', '', '', ' </body>', '</html>'].join('\n')
  return { contentType: 'text/html; charset=UTF-8', body }
}
