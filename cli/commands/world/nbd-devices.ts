import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { formatSpec } from '#ceph-sim/rbd.ts'
import type { ClusterUser } from '#cli/commands/rbd/cluster-directory.ts'
import type { DeviceDirectory, MappedDevice } from '#cli/commands/rbd/device-directory.ts'
import { isRunning, startMark, stopProcess } from '#cli/live/processes.ts'
import type { StateDirectory } from '#cli/live/state-directory.ts'
import { DeadlineError, type DomainCode, domainError, InternalError } from '#kernel/errors/domain-error.ts'
import { packageRoot } from '#kernel/process/package-root.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'

/** A mapped image and its process, as it is written down. */
interface DeviceRecord extends MappedDevice {
  readonly startMark: string
}

/** The first line of `nbd serve --json`. */
type Answer =
  | { readonly ready: true; readonly uris: readonly string[] }
  | { readonly ready: false; readonly code: DomainCode; readonly error: string; readonly errno?: string }

const startLimitMs = 30_000
const pollMs = 15
const real = new SystemClock()

/** Mapped images of a live world: each is a `dcnsim nbd serve` in the background, with a record in the state directory. */
export function nbdDevices(
  state: StateDirectory,
  { cluster, user }: { cluster: string; user: ClusterUser },
): DeviceDirectory {
  return {
    map: async (spec, { isReadOnly }) => {
      mkdirSync(state.devices, { recursive: true })
      const words = ['--cluster', cluster, ...userWords(user), ...(isReadOnly ? ['--read-only'] : [])]
      const { pid, device } = await startServing(state, [...words, formatSpec(spec)])
      const record: DeviceRecord = { id: pid, cluster, spec, device, startMark: startMark(pid) }
      const path = recordPath(state, pid)
      writeFileSync(`${path}.new`, `${JSON.stringify(record, undefined, 2)}\n`)
      renameSync(`${path}.new`, path)
      return record
    },
    list: () => records(state),
    unmap: async ({ id }) => {
      const record = records(state).find((candidate) => candidate.id === id)
      if (record) await unmap(state, record)
    },
  }
}

/** Ends what is mapped, of whatever cluster: nothing is left to serve once the world is down. */
export async function unmapAll(state: StateDirectory): Promise<void> {
  await Promise.all(records(state).map((record) => unmap(state, record)))
}

async function unmap(state: StateDirectory, { id, startMark: mark }: DeviceRecord): Promise<void> {
  await stopProcess({ pid: id, startMark: mark })
  forget(state, id)
}

/** Those whose process runs; what is left of others is cleared away. */
function records(state: StateDirectory): readonly DeviceRecord[] {
  if (!existsSync(state.devices)) return []
  const names = readdirSync(state.devices).filter((name) => name.endsWith('.json'))
  const found = names.map((name) => JSON.parse(readFileSync(join(state.devices, name), 'utf8')) as DeviceRecord)
  const alive = found.filter(({ id, startMark: mark }) => isRunning({ pid: id, startMark: mark }))
  for (const { id } of found.filter((record) => !alive.includes(record))) forget(state, id)
  return alive.sort((a, b) => a.id - b.id)
}

function forget(state: StateDirectory, id: number): void {
  rmSync(recordPath(state, id), { force: true })
}

function recordPath(state: StateDirectory, id: number): string {
  return join(state.devices, `${id}.json`)
}

function userWords({ user, keyring, conf }: ClusterUser): string[] {
  const given = { '--name': user, '--keyring': keyring, '--conf': conf }
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
}

/** Starts a server that outlives this process. @throws what it says; DeadlineError when it says nothing in time */
async function startServing(state: StateDirectory, words: readonly string[]): Promise<{ pid: number; device: string }> {
  const program = join(packageRoot(), 'dist', 'dcnsim.mjs')
  if (!existsSync(program)) throw new InternalError(`${program} is not built: run 'npm run build'`)
  const output = join(state.devices, `starting-${process.pid}-${real.now()}`)
  const out = openSync(output, 'w')
  const log = openSync(state.log('nbd'), 'a')
  try {
    const command = [program, '--state', state.path, 'nbd', 'serve', '--json', '--address', '127.0.0.1:0', ...words]
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
      detached: true,
      stdio: ['ignore', out, log],
    })
    child.unref()
    let hasEnded = false
    child.once('exit', () => {
      hasEnded = true
    })
    const answer = await answerIn(output, () => hasEnded)
    if (!answer.ready) {
      throw domainError(answer.code, answer.error, answer.errno === undefined ? {} : { errno: answer.errno })
    }
    return { pid: child.pid!, device: answer.uris[0]! }
  } finally {
    closeSync(out)
    closeSync(log)
    rmSync(output, { force: true })
  }
}

async function answerIn(path: string, hasEnded: () => boolean): Promise<Answer> {
  const limit = real.now() + startLimitMs
  for (;;) {
    const isLast = hasEnded()
    const [line, rest] = readFileSync(path, 'utf8').split('\n', 2)
    if (line && rest !== undefined) return JSON.parse(line) as Answer
    if (isLast) throw new InternalError('the NBD server ended before it was ready')
    if (real.now() > limit) throw new DeadlineError(`the NBD server did not start in ${startLimitMs / 1000} s`)
    await real.sleep(pollMs)
  }
}
