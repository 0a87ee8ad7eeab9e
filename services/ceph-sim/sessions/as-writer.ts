import type { ClusterRuntime } from '../cluster-runtime.ts'
import type { ImageState } from '../engine/state.ts'

/**
 * Lets `work` change an image as a client of its own that has it open, with the exclusive lock where the image has one:
 * `lock` is awaited before each change, because another client may have asked for it in between.
 */
export async function* asWriter<T>(
  runtime: ClusterRuntime,
  image: ImageState,
  signal: AbortSignal | undefined,
  work: (lock: () => Promise<void>) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const client = runtime.clients.open(image)
  try {
    yield* work(async () => {
      runtime.assertRunning(signal)
      await runtime.clients.acquire(image, client, signal)
    })
  } finally {
    runtime.clients.close(image, client)
    if (runtime.isRunning) runtime.store.commit()
  }
}
