import type { Clock } from '#kernel/time/clock.ts'

/** What a command of the tool may touch of its process, so that it also runs inside a scenario or a test. */
export interface CommandIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Relative paths start here. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  readonly signal?: AbortSignal | undefined
  /** Binary output, as `rbd export IMAGE -` writes it; resolves when there is room for more. */
  readonly stdoutBytes?: ((bytes: Uint8Array) => Promise<void>) | undefined
  /** What a command that waits for something waits on; without it such a command gives up at once. */
  readonly clock?: Clock | undefined
  /** Width of the terminal; absent when stdout is none, and then nothing is fitted to it. */
  readonly terminalColumns?: number | undefined
}
