import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { RbdImageSpec } from '#ceph-sim/rbd.ts'
import { SeededRandom, systemRandom } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { formatBytes, GiB, KiB } from '#kernel/units/bytes.ts'
import { parseByteSize } from '../../format/sizes.ts'
import { CommandFailure, misused } from './command-failure.ts'
import { errno, errnoOf } from './errno.ts'
import { headOf, imageTarget } from './image-target.ts'
import { imageOptions, type RbdCommand, type RbdContext } from './rbd-context.ts'

const patterns = { seq: 'sequential', rand: 'random', 'full-seq': 'full sequential' } as const
type Pattern = keyof typeof patterns
type IoType = 'read' | 'write' | 'rw'

/** What one run does. Sizes in bytes. */
interface Workload {
  readonly type: IoType
  readonly ioBytes: number
  readonly threads: number
  readonly totalBytes: number
  readonly pattern: Pattern
  /** Of a hundred operations of `rw`. */
  readonly readPercent: number
}

const benchOptions = ['io-size', 'io-threads', 'io-total', 'io-pattern'] as const

/**
 * `bench`: real reads and writes through the port, so many at a time, with a line for each second that it takes.
 * @see golden/rbd 12; ceph/ceph src/tools/rbd/action/Bench.cc
 */
export const bench: RbdCommand = {
  names: ['bench'],
  options: [...imageOptions, ...benchOptions, 'rw-mix-read', 'io-type'],
  maxPositionals: 1,
  run: async (context) => {
    const type = context.args.get('io-type')
    imageTarget(context.args)
    if (type === undefined) throw misused('--io-type must be specified.')
    await run(context, workloadOf(context, type === 'readwrite' ? 'rw' : (type as IoType)))
  },
}

export const benchWrite: RbdCommand = {
  names: ['bench-write'],
  options: [...imageOptions, ...benchOptions],
  maxPositionals: 1,
  run: async (context) => {
    imageTarget(context.args)
    context.io.stderr('rbd: bench-write is deprecated, use rbd bench --io-type write ...\n')
    await run(context, workloadOf(context, 'write'))
  },
}

function workloadOf({ args }: RbdContext, type: IoType): Workload {
  const bytes = (name: string, otherwise: number) => parseByteSize(args.get(name) ?? '') ?? otherwise
  return {
    type,
    ioBytes: bytes('io-size', 4 * KiB),
    threads: Number(args.get('io-threads') ?? 16),
    totalBytes: bytes('io-total', GiB),
    pattern: (args.get('io-pattern') ?? 'seq') as Pattern,
    readPercent: Number(args.get('rw-mix-read') ?? 50),
  }
}

async function run(context: RbdContext, load: Workload): Promise<void> {
  const target = imageTarget(context.args)
  const { rbd, info } = await context.open(target)
  if (load.ioBytes > info.sizeBytes) {
    const sizes = `io-size ${formatBytes(load.ioBytes)} larger than image size ${formatBytes(info.sizeBytes)}`
    throw new CommandFailure(22, `rbd: ${sizes}\nbench failed: ${errno('EINVAL').text}`)
  }
  if (load.ioBytes === 0 || load.threads === 0) {
    throw new CommandFailure(22, `bench failed: ${errno('EINVAL').text}`)
  }
  const { stdout, clock = new SystemClock() } = context.io
  const mix = load.type === 'rw' ? ` read:write=${load.readPercent}:${100 - load.readPercent}` : ''
  const name = load.type === 'rw' ? 'readwrite' : load.type
  stdout(
    `bench  type ${name}${mix} io_size ${load.ioBytes} io_threads ${load.threads} bytes ${load.totalBytes} ` +
      `pattern ${patterns[load.pattern]}\n  SEC       OPS   OPS/SEC   BYTES/SEC\n`,
  )
  try {
    const done = await new Bench({ rbd, image: headOf(target), sizeBytes: info.sizeBytes, load, clock, context }).run()
    stdout(summary(load, done))
  } catch (thrown) {
    const code = errnoOf(thrown)
    throw new CommandFailure(code.number, `bench failed: ${code.text}`)
  }
}

interface Counts {
  readonly elapsedMs: number
  readonly reads: number
  readonly writes: number
}

class Bench {
  readonly #rbd: ClusterClient
  readonly #image: RbdImageSpec
  readonly #load: Workload
  readonly #clock: Clock
  readonly #context: RbdContext
  readonly #offsets: Iterator<number>
  readonly #random = systemRandom()
  readonly #bytes: Uint8Array
  readonly #startMs: number
  #shownSeconds = 0
  #reads = 0
  #writes = 0

  constructor(deps: {
    rbd: ClusterClient
    image: RbdImageSpec
    sizeBytes: number
    load: Workload
    clock: Clock
    context: RbdContext
  }) {
    this.#rbd = deps.rbd
    this.#image = deps.image
    this.#load = deps.load
    this.#clock = deps.clock
    this.#context = deps.context
    this.#offsets = offsetsOf(deps.load, deps.sizeBytes)
    // Not zeros, which would cost less than data.
    this.#bytes = new SeededRandom('bench').bytes(deps.load.ioBytes)
    this.#startMs = deps.clock.now()
  }

  async run(): Promise<Counts> {
    const { load } = { load: this.#load }
    if (load.type === 'read') await this.#threads(undefined)
    else {
      const held = await this.#rbd.clients.hold(this.#image, this.#context.call)
      try {
        await this.#threads(held.watcher.address)
        await this.#rbd.flush(this.#image, this.#context.call)
      } finally {
        await held.release()
      }
    }
    return { elapsedMs: this.#clock.now() - this.#startMs, reads: this.#reads, writes: this.#writes }
  }

  async #threads(client: string | undefined): Promise<void> {
    await Promise.all(Array.from({ length: this.#load.threads }, () => this.#thread(client)))
  }

  async #thread(client: string | undefined): Promise<void> {
    for (let next = this.#offsets.next(); !next.done; next = this.#offsets.next()) {
      if (this.#isRead()) {
        await this.#read(next.value)
        this.#reads++
      } else {
        const pieces = [{ kind: 'data', offset: next.value, bytes: this.#bytes }] as const
        await this.#rbd.write(this.#image, pieces, { client, ...this.#context.call })
        this.#writes++
      }
      this.#showSecond()
    }
  }

  #isRead(): boolean {
    const { type, readPercent } = this.#load
    return type === 'read' || (type === 'rw' && this.#random.integer(100) < readPercent)
  }

  async #read(offset: number): Promise<void> {
    const pieces = this.#rbd.read(this.#image, { offset, lengthBytes: this.#load.ioBytes, ...this.#context.call })
    for await (const _ of pieces);
  }

  #showSecond(): void {
    const elapsedMs = this.#clock.now() - this.#startMs
    const seconds = Math.floor(elapsedMs / 1000)
    if (seconds <= this.#shownSeconds) return
    this.#shownSeconds = seconds
    const ops = this.#reads + this.#writes
    const perSecond = (ops * 1000) / elapsedMs
    const cells = [String(seconds).padStart(5), String(ops).padStart(10), sixDigits(perSecond).padStart(10)]
    this.#context.io.stdout(`${cells.join('')}   ${formatBytes(Math.floor(perSecond * this.#load.ioBytes))}/s\n`)
  }
}

/** Where each operation goes, until all bytes are done. Threads take turns; each goes on where it left off. */
function* offsetsOf({ pattern, ioBytes, totalBytes, threads }: Workload, sizeBytes: number): Generator<number> {
  const units = Math.floor(sizeBytes / ioBytes)
  const random = new SeededRandom('bench')
  const positions = Array.from({ length: threads }, (_, thread) => Math.floor((units / threads) * thread))
  for (let done = 0, op = 0; done < totalBytes; done += ioBytes, op++) {
    const thread = op % threads
    if (pattern === 'rand') yield random.integer(units) * ioBytes
    else if (pattern === 'full-seq') yield (op % units) * ioBytes
    else {
      const unit = positions[thread]! % units
      positions[thread] = unit + 1
      yield unit * ioBytes
    }
  }
}

function summary({ type, ioBytes }: Workload, { elapsedMs, reads, writes }: Counts): string {
  const seconds = Math.max(elapsedMs, 1) / 1000
  const rates = (ops: number, prefix = '') => {
    const bytes = formatBytes(Math.floor((ops * ioBytes) / seconds))
    return `   ${prefix}ops/sec: ${sixDigits(ops / seconds)}   ${prefix}bytes/sec: ${bytes}/s\n`
  }
  const all = `elapsed: ${Math.floor(elapsedMs / 1000)}   ops: ${reads + writes}${rates(reads + writes)}`
  if (type !== 'rw') return all
  return `${all}read_ops: ${reads}${rates(reads, 'read_')}write_ops: ${writes}${rates(writes, 'write_')}`
}

/** C++'s default for a floating point number: six significant digits. */
function sixDigits(value: number): string {
  const text = value.toPrecision(6)
  if (text.includes('e')) return text.replace(/\.?0*e/, 'e').replace(/e\+(\d)$/, 'e+0$1')
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
