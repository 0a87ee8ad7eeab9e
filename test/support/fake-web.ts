import type { WebSource } from '#central/images/import-service.ts'
import { UnavailableError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'

export interface Served {
  readonly bytes: Uint8Array
  /** How long the whole of it takes; default no time. */
  readonly durationMs?: number
  /** Breaks off after half of it. */
  readonly truncated?: boolean
}

/** Web servers of a world without sockets; what nobody serves answers 404. */
export class FakeWeb implements WebSource {
  readonly #clock: Clock
  readonly #files = new Map<string, Served>()
  /** How often each address was fetched. */
  readonly fetched: string[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  serve(uri: string, served: Served): void {
    this.#files.set(uri, served)
  }

  async open(uri: string): ReturnType<WebSource['open']> {
    this.fetched.push(uri)
    const served = this.#files.get(uri)
    if (!served) throw new UnavailableError(`${uri} answers 404`, { uri })
    return { sizeBytes: served.bytes.byteLength, body: this.#body(uri, served) }
  }

  async *#body(uri: string, { bytes, durationMs = 0, truncated = false }: Served): AsyncGenerator<Uint8Array> {
    const parts = 8
    const partBytes = Math.max(1, Math.ceil(bytes.byteLength / parts))
    for (let at = 0; at < bytes.byteLength; at += partBytes) {
      if (truncated && at >= bytes.byteLength / 2) {
        throw new UnavailableError(`${uri} ended after ${at} of ${bytes.byteLength} bytes`, { uri })
      }
      await this.#clock.sleep(durationMs / parts)
      yield bytes.subarray(at, at + partBytes)
    }
  }
}
