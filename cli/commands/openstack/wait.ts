import type { CommandIo } from '#cli/command-io.ts'
import type { Cloud } from '../cloud.ts'

/** How long the client sleeps between two looks. */
const pollMs = 5000

/**
 * Looks at a resource until its status is one of those.
 * @returns whether it came to `wanted`, or else to `failed`
 */
export async function waitForStatus(
  cloud: Cloud,
  io: CommandIo,
  status: () => Promise<string>,
  wanted: string,
  failed = 'error',
): Promise<boolean> {
  for (;;) {
    const now = (await status()).toLowerCase()
    if (now === wanted) return true
    if (now === failed) return false
    await cloud.clock.sleep(pollMs, { signal: io.signal })
  }
}

/** Looks at a resource until it is gone. @returns false when its status becomes `error` */
export async function waitForDelete(
  cloud: Cloud,
  io: CommandIo,
  status: () => Promise<string | undefined>,
): Promise<boolean> {
  for (;;) {
    const now = await status()
    if (now === undefined) return true
    if (now.toLowerCase() === 'error') return false
    await cloud.clock.sleep(pollMs, { signal: io.signal })
  }
}
