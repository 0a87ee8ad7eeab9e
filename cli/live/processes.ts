import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { ConflictError, DeadlineError, InternalError, UnavailableError } from '#kernel/errors/domain-error.ts'
import type { ReadyLine } from '#kernel/process/role-process.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import type { ProcessRecord, StateDirectory } from './state-directory.ts'

export type Role = ProcessRecord['role']

/** What tells a process from every other one. */
export type ProcessMark = Pick<ProcessRecord, 'pid' | 'startMark'>

/** What to start: a role with its settings file. */
export interface ProcessPlan {
  readonly name: string
  readonly role: Role
  readonly site: string
}

/**
 * Bytes that pass through gRPC live outside the heap; without the first flag each few of them cost a full collection,
 * and the others keep what is kept small.
 */
const nodeFlags = [
  '--disable-warning=ExperimentalWarning',
  '--external-memory-accounted-in-global-limit',
  '--initial-heap-size=32',
  '--max-semi-space-size=2',
]
const startLimitMs = 30_000
const stopLimitMs = 15_000
const pollMs = 15
const real = new SystemClock({ realMs: 0, simMs: 0, speed: 1 })

/**
 * Starts a process in the background and waits until it serves.
 *
 * @param entryOf - the program of a role
 * @throws the failure that the process reports, or DeadlineError when it says nothing in time
 */
export async function startProcess(
  state: StateDirectory,
  plan: ProcessPlan,
  entryOf: (role: Role) => string,
): Promise<ProcessRecord> {
  const out = openSync(state.output(plan.name), 'w')
  const log = openSync(state.log(plan.name), 'a')
  const child = spawn(process.execPath, [...nodeFlags, entryOf(plan.role), state.settings(plan.name)], {
    detached: true,
    stdio: ['ignore', out, log],
    // Buffers come and go on several threads; with one heap each, freed memory would not be used again.
    env: { MALLOC_ARENA_MAX: '1', ...process.env },
  })
  closeSync(out)
  closeSync(log)
  child.unref()
  let exited = false
  child.once('exit', () => {
    exited = true
  })
  // Written down before it serves: whoever comes after an interrupted command must know of it.
  const pid = await pidOf(child, plan)
  const starting = {
    ...plan,
    pid,
    startMark: startMark(pid),
    address: state.process(plan.name)?.address ?? '',
    starting: true as const,
  }
  state.saveProcess(starting)
  return started(state, starting, () => exited)
}

/** The process that an interrupted command has started, once it serves. @throws as `startProcess` */
export function awaitProcess(state: StateDirectory, record: ProcessRecord): Promise<ProcessRecord> {
  return started(state, record, () => !isRunning(record))
}

async function started(
  state: StateDirectory,
  { starting: _, ...record }: ProcessRecord,
  exited: () => boolean,
): Promise<ProcessRecord> {
  const { address } = await readyLine(state, record, exited)
  const serving = { ...record, address }
  state.saveProcess(serving)
  return serving
}

function pidOf(child: ChildProcess, { name }: ProcessPlan): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new InternalError(`${name} cannot be started: ${cause.message}`, { process: name }, { cause })),
    )
    child.once('spawn', () => resolve(child.pid!))
  })
}

/** Whether the process of this record still runs. */
export function isRunning({ pid, startMark: mark }: ProcessMark): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return startMark(pid) === mark && !isZombie(pid)
}

/** SIGTERM, patience, SIGKILL. @returns whether it ended by itself */
export async function stopProcess(record: ProcessMark): Promise<boolean> {
  if (!isRunning(record)) return true
  process.kill(record.pid, 'SIGTERM')
  const limit = real.now() + stopLimitMs
  while (isRunning(record)) {
    if (real.now() > limit) {
      process.kill(record.pid, 'SIGKILL')
      await real.sleep(100)
      return false
    }
    await real.sleep(pollMs)
  }
  return true
}

async function readyLine(state: StateDirectory, { name }: ProcessPlan, exited: () => boolean): Promise<ReadyLine> {
  const limit = real.now() + startLimitMs
  for (;;) {
    const gone = exited()
    const lines = readFileSync(state.output(name), 'utf8').split('\n', 2)
    const line = lines.length === 2 ? (JSON.parse(lines[0]!) as ReadyLine | Refusal) : undefined
    // One that refuses still holds its directory until it has ended.
    if (line && (line.ready || gone)) return accepted(line, name, state)
    if (gone)
      throw new InternalError(`${name} ended before it was ready; its log is ${state.log(name)}`, { process: name })
    if (real.now() > limit) {
      throw new DeadlineError(`${name} did not start in ${startLimitMs / 1000} s; its log is ${state.log(name)}`, {
        process: name,
      })
    }
    await real.sleep(pollMs)
  }
}

interface Refusal {
  readonly ready: false
  readonly error: string
  readonly code: string
}

function accepted(line: ReadyLine | Refusal, name: string, state: StateDirectory): ReadyLine {
  if (line.ready) return line
  const message = `${name} could not start: ${line.error} (log: ${state.log(name)})`
  throw line.code === 'conflict'
    ? new ConflictError(message, { process: name })
    : new UnavailableError(message, { process: name })
}

/** The time at which a process started, as the kernel counts it: with the pid it names one process for good. */
export function startMark(pid: number): string {
  return statOf(pid)?.[19] ?? ''
}

function isZombie(pid: number): boolean {
  return statOf(pid)?.[0] === 'Z'
}

/** The fields of /proc/PID/stat after the command's name; undefined where there is no /proc. */
function statOf(pid: number): string[] | undefined {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return undefined
  try {
    const text = readFileSync(path, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
