import type { Readable, Writable } from 'node:stream'

/** The largest message either end accepts, in bytes; bulk data goes in pieces of about 1 MiB. */
export const maxMessageBytes = 8 * 1024 * 1024

/**
 * Sends messages one after the other: the next is asked for while one is on its way, and handed over when that one has
 * left. So at most two are held, whatever their number, and a source may reuse the memory of a message once it is asked
 * for the next. Stops asking when the signal aborts, and then throws its reason.
 */
export async function sendAll<T>(
  stream: Writable,
  messages: AsyncIterable<T> | Iterable<T>,
  signal: AbortSignal,
): Promise<void> {
  let left: Promise<void> = Promise.resolve()
  for await (const message of messages) {
    await left
    signal.throwIfAborted()
    left = send(stream, message, signal)
    left.catch(() => {})
  }
  await left
}

function send(stream: Writable, message: unknown, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    stream.write(message, (error) => {
      signal.removeEventListener('abort', onAbort)
      if (error) reject(error)
      else resolve()
    })
  })
}

/**
 * Reads messages as they are asked for, one ahead. Throws the signal's reason when it aborts: a stream that was cut off
 * must never look like one that came to its end.
 */
export async function* receiveAll<T>(stream: Readable, signal: AbortSignal | undefined): AsyncGenerator<T> {
  limitReadAhead(stream)
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<T>
  } catch (thrown) {
    signal?.throwIfAborted()
    throw thrown
  }
  // To a server, a reset stream ends and then closes, both before the event loop's next turn; only closing aborts.
  await new Promise((resolve) => setImmediate(resolve))
  signal?.throwIfAborted()
}

/**
 * Object streams read 16 ahead by default, which for messages of 1 MiB is 16 MiB for each stream. Node has no public
 * way to change that of a stream made by others.
 */
function limitReadAhead(stream: Readable): void {
  const { _readableState: state } = stream as Readable & { _readableState?: { highWaterMark: number } }
  if (state) state.highWaterMark = 1
}
