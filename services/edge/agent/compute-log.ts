import type { Clock } from '#kernel/time/clock.ts'
import type { DriverLogEntry } from '#openstack/drivers/driver-log.ts'
import type { ComputeLogLine } from '#openstack/site-agent.ts'

/** What the site's compute and volume services have said: the newest lines, and a sink that gets each one. */
export class ComputeLog {
  readonly #clock: Clock
  readonly #capacity: number
  readonly #sink: ((line: ComputeLogLine) => void) | undefined
  readonly #lines: ComputeLogLine[] = []
  #oldest = 0

  constructor(clock: Clock, capacity: number, sink?: (line: ComputeLogLine) => void) {
    this.#clock = clock
    this.#capacity = capacity
    this.#sink = sink
  }

  append(host: string, entry: DriverLogEntry): void {
    const line = { atMs: this.#clock.now(), host, ...entry }
    if (this.#lines.length < this.#capacity) this.#lines.push(line)
    else {
      this.#lines[this.#oldest] = line
      this.#oldest = (this.#oldest + 1) % this.#capacity
    }
    this.#sink?.(line)
  }

  /** Oldest first. */
  lines(): readonly ComputeLogLine[] {
    return [...this.#lines.slice(this.#oldest), ...this.#lines.slice(0, this.#oldest)]
  }
}
