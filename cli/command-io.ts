/** What a command of the tool may touch of its process, so that it also runs inside a scenario or a test. */
export interface CommandIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Relative paths start here. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  readonly signal?: AbortSignal | undefined
}
