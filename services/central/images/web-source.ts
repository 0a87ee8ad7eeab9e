import { UnavailableError } from '#kernel/errors/domain-error.ts'
import type { WebSource } from './import-service.ts'

/**
 * web-download over HTTP. Redirects are followed; a source without a length, or one that ends before it, is a failure
 * (O25).
 */
export const httpSource: WebSource = {
  async open(uri, { signal }) {
    const response = await fetch(uri, { signal: signal ?? null }).catch((cause: unknown) => {
      throw new UnavailableError(`${uri} cannot be fetched: ${reason(cause)}`, { uri }, { cause })
    })
    const length = response.headers.get('content-length')
    if (!response.ok || !response.body) throw new UnavailableError(`${uri} answers ${response.status}`, { uri })
    if (length === null || response.headers.has('content-encoding')) {
      await response.body.cancel()
      throw new UnavailableError(`${uri} does not say how long it is`, { uri })
    }
    return { sizeBytes: Number(length), body: complete(uri, response.body, Number(length)) }
  },
}

async function* complete(uri: string, body: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncIterable<Uint8Array> {
  let got = 0
  try {
    for await (const bytes of body) {
      got += bytes.byteLength
      yield bytes
    }
  } catch (cause) {
    throw new UnavailableError(
      `${uri} broke off after ${got} of ${sizeBytes} bytes: ${reason(cause)}`,
      { uri },
      { cause },
    )
  }
  if (got !== sizeBytes) throw new UnavailableError(`${uri} ended after ${got} of ${sizeBytes} bytes`, { uri })
}

function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? inner.message : String(inner)
}
