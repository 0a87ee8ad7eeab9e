import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { asDomainError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { Logger } from '#kernel/log/logger.ts'

/** A process of the live world: what it serves, and how it ends. */
export interface RoleProcess {
  /** Facts that whoever started it needs, such as the bound address. */
  readonly ready: Readonly<Record<string, string | number | boolean>>
  readonly log: Logger
  stop(): Promise<void>
}

/** What stands in the ready line beside the role's own facts. */
export interface ReadyLine {
  readonly ready: true
  readonly role: string
  readonly site: string
  readonly pid: number
  readonly address: string
}

/**
 * Runs a role until SIGTERM or SIGINT: starts it, prints one JSON line with `ready` once it serves, stops it once, and
 * exits 0. A start that fails prints one JSON line with `error` and exits 1.
 */
export async function runRole(role: string, start: () => Promise<RoleProcess>): Promise<void> {
  let running: RoleProcess
  try {
    running = await start()
  } catch (thrown) {
    const error = asDomainError(thrown)
    process.stdout.write(`${JSON.stringify({ ready: false, role, error: error.message, code: error.code })}\n`)
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  }
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    running.log.info({ signal }, 'stopping')
    running.stop().then(
      () => {
        running.log.info({}, 'stopped')
        process.exit(0)
      },
      (error: unknown) => {
        running.log.error({ error: String(error) }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.stdout.write(`${JSON.stringify({ ready: true, role, pid: process.pid, ...running.ready })}\n`)
}

/** Reads the settings file that a role's process is started with. @throws InvalidArgumentError listing every problem */
export function readSettings<T>(schema: z.ZodType<T>, path: string | undefined): T {
  if (!path) throw new InvalidArgumentError('usage: the one argument is the path of a settings file')
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new InvalidArgumentError(`${path} cannot be read as settings: ${String(cause)}`, { path }, { cause })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`)
  throw new InvalidArgumentError(`${path}: ${problems.join('; ')}`, { path, problems })
}
