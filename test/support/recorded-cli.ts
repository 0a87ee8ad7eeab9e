import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An answer as it went over HTTP. */
export interface Exchange {
  readonly service: string
  readonly method: string
  readonly path: string
  // biome-ignore lint/suspicious/noExplicitAny: recorded JSON of many services, read field by field
  readonly request: any
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: recorded JSON of many services, read field by field
  readonly answer: any
  readonly requestId?: string
}

/** One run of a real client. */
export interface RecordedCommand {
  readonly name: string
  readonly command: string
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
  readonly exchanges: readonly Exchange[]
}

const folder = join(import.meta.dirname, '../golden/openstack-cli')

/** Every recorded run, in file order. */
export function recordedCommands(): readonly RecordedCommand[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as RecordedCommand)
}
