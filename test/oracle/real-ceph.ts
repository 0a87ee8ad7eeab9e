import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { execa } from 'execa'
import type { Answer, CephUnderTest } from './ceph-under-test.ts'
import type { Operation } from './operations.ts'

const oracle = path.resolve(import.meta.dirname, '../../../shared/oracle')
const pool = 'oracle'

/** The real Ceph of Debian's packages: one monitor, one memstore osd, and librbd behind a pipe. */
export class RealCeph implements CephUnderTest {
  readonly #directory: string
  readonly #env: Readonly<Record<string, string>>
  #librbd: Librbd | undefined

  private constructor(directory: string, env: Readonly<Record<string, string>>) {
    this.#directory = directory
    this.#env = env
  }

  /** @param directory - where its daemons live; short, because socket paths are */
  static async start(directory: string): Promise<RealCeph> {
    const up = await execa(path.join(oracle, 'ceph-up'), [
      directory,
      '--store',
      'memstore',
      '--port',
      String(firstPort()),
    ])
    const env = exported(up.stdout)
    const ceph = (...argv: string[]) => execa('ceph', argv, { env })
    // A snapshot takes a round of the monitors, by default one second of waiting for more to do.
    await ceph('config', 'set', 'mon', 'paxos_propose_interval', '0.01')
    await ceph('config', 'set', 'mon', 'paxos_min_wait', '0.001')
    // Data of removed snapshots goes in the background, by default with long pauses on slow disks.
    await ceph('config', 'set', 'osd', 'osd_snap_trim_sleep_hdd', '0')
    await ceph('osd', 'pool', 'create', pool, '8')
    await execa('rbd', ['pool', 'init', pool], { env })
    return new RealCeph(directory, env)
  }

  openScope(namespace: string): Promise<Answer> {
    return this.#call({ op: 'open-scope', namespace })
  }

  act(namespace: string, operation: Operation): Promise<Answer> {
    return this.#call({ ...operation, namespace })
  }

  async list(namespace: string): Promise<{ images: unknown; trash: unknown }> {
    const images = await this.#call({ op: 'list', namespace })
    const trash = await this.#call({ op: 'list-trash', namespace })
    return { images: images.value, trash: trash.value }
  }

  observe(namespace: string, image: string): Promise<Answer> {
    return this.#call({ op: 'observe', namespace, image })
  }

  /** Removes all that a sequence left behind. */
  async closeScope(namespace: string): Promise<void> {
    await this.#call({ op: 'close-scope', namespace })
  }

  async stop(): Promise<void> {
    await this.#librbd?.stop()
    await execa(path.join(oracle, 'ceph-down'), [this.#directory, '--wipe'])
  }

  /** librbd ends its process where an assertion of its own fails; the next call gets another one. */
  async #call(request: object): Promise<Answer> {
    this.#librbd ??= new Librbd(this.#env)
    const answer = await this.#librbd.call(request)
    if (answer && 'mistake' in answer) throw new Error(`${JSON.stringify(request)}: ${answer.mistake}`)
    if (answer !== undefined) return answer
    await this.#librbd.stop()
    this.#librbd = undefined
    throw new RealCrash(`the real librbd crashed on ${JSON.stringify(request)}`)
  }
}

/** An assertion of librbd's own failed: there is no answer to compare with. */
export class RealCrash extends Error {}

/** A process that answers one call a line. */
class Librbd {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>
  readonly #answers: AsyncIterator<string>

  constructor(env: Readonly<Record<string, string>>) {
    this.#process = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'librbd-server.py'), pool], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    this.#process.stdin.on('error', () => {})
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]()
  }

  async call(request: object): Promise<Answer | { mistake: string } | undefined> {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await this.#answers.next()
    return done ? undefined : (JSON.parse(value) as Answer | { mistake: string })
  }

  async stop(): Promise<void> {
    this.#process.stdin.end()
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, 'exit')
  }
}

/** Of a block of 100 that a run beside this one does not use. */
function firstPort(): number {
  return 10_000 + (process.pid % 200) * 100
}

/** The variables of `export NAME=VALUE` lines. */
function exported(script: string): Record<string, string> {
  const lines = [...script.matchAll(/^export (\w+)=(.*)$/gm)]
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value.replace(/^'(.*)'$/, '$1')]))
}
