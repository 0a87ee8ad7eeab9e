import { InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { CapStep, FlowCap, FlowId, FlowSpec } from './flow-solver.ts'

/** What both solvers keep of a flow: how far it is, and where it must be looked at next. */
export class FlowState {
  readonly id: FlowId
  readonly bytes: number
  readonly weight: number
  /** Bytes sent when the flow was last touched. */
  sentBytes = 0
  markBytes = Number.POSITIVE_INFINITY
  cap: readonly CapStep[]

  constructor(id: FlowId, spec: FlowSpec) {
    const { bytes, weight = 1, cap = Number.POSITIVE_INFINITY } = spec
    if (!(bytes >= 0)) throw new InvalidArgumentError(`a flow cannot have ${bytes} bytes`)
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new InvalidArgumentError(`a flow cannot have weight ${weight}`)
    }
    this.id = id
    this.bytes = bytes
    this.weight = weight
    this.cap = capSteps(cap)
  }

  /** The cap that holds at `sentBytes`. */
  get capBytesPerMs(): number {
    return this.cap[this.#step()]!.bytesPerMs
  }

  get isFinished(): boolean {
    return this.sentBytes >= this.bytes
  }

  /** Bytes sent at which the end, the mark or a change of cap comes first. */
  nextStopBytes(): number {
    const next = this.cap[this.#step() + 1]?.fromBytes ?? Number.POSITIVE_INFINITY
    return Math.min(this.bytes, this.markBytes, next)
  }

  /** The same for a flow that a resource holds below its cap: higher caps ahead do not concern it, lower ones do. */
  nextStopBytesBelowCap(): number {
    const step = this.#step()
    const own = this.cap[step]!.bytesPerMs
    let next = step + 1
    while (next < this.cap.length && this.cap[next]!.bytesPerMs >= own) next++
    return Math.min(this.bytes, this.markBytes, this.cap[next]?.fromBytes ?? Number.POSITIVE_INFINITY)
  }

  /** Whether the mark has been reached; it then is spent. */
  takeMark(): boolean {
    if (this.sentBytes < this.markBytes) return false
    this.markBytes = Number.POSITIVE_INFINITY
    return true
  }

  #step(): number {
    let low = 0
    let high = this.cap.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.cap[middle]!.fromBytes <= this.sentBytes) low = middle
      else high = middle - 1
    }
    return low
  }
}

export function capSteps(cap: FlowCap): readonly CapStep[] {
  const steps = typeof cap === 'number' ? [{ fromBytes: 0, bytesPerMs: cap }] : cap
  if (steps[0]?.fromBytes !== 0) throw new InvalidArgumentError('the steps of a cap start at 0 bytes')
  for (const [index, step] of steps.entries()) {
    if (!(step.bytesPerMs >= 0)) throw new InvalidArgumentError(`a cap cannot be ${step.bytesPerMs}`)
    if (index > 0 && !(step.fromBytes > steps[index - 1]!.fromBytes)) {
      throw new InvalidArgumentError('the steps of a cap ascend')
    }
  }
  return steps
}

export function checkCapacity(id: string, capacityBytesPerMs: number): void {
  if (!(capacityBytesPerMs >= 0)) throw new InvalidArgumentError(`${id} cannot have capacity ${capacityBytesPerMs}`)
}

export function known<K, V>(table: ReadonlyMap<K, V>, key: K, what: string): V {
  const value = table.get(key)
  if (value === undefined) throw new NotFoundError(`no ${what} ${String(key)}`)
  return value
}
