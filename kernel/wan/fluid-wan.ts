import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock, InstantMs, WaitOptions } from '#kernel/time/clock.ts'
import { Alarm } from './alarm.ts'
import { abortedError, type Carrier, FluidTransfer } from './fluid-transfer.ts'
import type { WanConfig } from './link.ts'
import { type Leg, type Passage, transferLeg } from './passage.ts'
import { TrafficLedger } from './traffic-ledger.ts'
import type {
  LinkChange,
  LinkState,
  MessageRequest,
  TrafficCount,
  TrafficLabel,
  Transfer,
  TransferRequest,
  Wan,
} from './wan.ts'
import { WanModel } from './wan-model.ts'

/**
 * The WAN of one cloud on a clock: `WanModel` decides when, this lets callers wait for it. It behaves alike on a real, a
 * scaled and a virtual clock: instants come from the model, never from when a timer happened to fire, so lateness does
 * not add up.
 *
 *     transfer alone   sum over chunks of ( wait + chunk / B ), wait = [round trip] + chunkLatency   (see WanModel)
 *     message          bytes / rate + rtt / 2 + jitter;  jitter uniform in [-j, +j], the sum of the last two never below 0
 *
 * Known to be wrong, beside what WanModel says: a message pays no connection set-up; jitter may let a later message
 * overtake an earlier one, which one connection would not.
 */
export class FluidWan implements Wan {
  readonly #clock: Clock
  readonly #random: Random
  readonly #model: WanModel
  readonly #jitter: ReadonlyMap<string, { readonly ms: number; readonly random: Random }>
  readonly #ledger = new TrafficLedger()
  readonly #running = new Map<Passage, FluidTransfer>()
  readonly #alarm: Alarm
  readonly #carrier: Carrier = {
    catchUp: () => this.#catchUp(),
    setMark: (transfer, bytes) => {
      this.#model.setMark(transfer.passage, bytes, this.#now())
      this.#catchUp()
    },
    progressBytes: (transfer) => this.#model.progressBytes(transfer.passage),
    cancel: (transfer) => {
      this.#model.cancel(transfer.passage, this.#now())
      this.#catchUp()
    },
  }

  constructor(clock: Clock, random: Random, config: WanConfig) {
    this.#clock = clock
    this.#random = random
    this.#model = new WanModel(config, clock.now())
    this.#jitter = new Map(
      config.links
        .filter(({ jitterMs = 0 }) => jitterMs > 0)
        .map(({ site, jitterMs = 0 }) => [site, { ms: jitterMs, random: this.#random.stream(`wan/${site}/jitter`) }]),
    )
    this.#alarm = new Alarm(clock, () => this.#catchUp())
  }

  startTransfer(request: TransferRequest): Transfer {
    return this.#start(request, request.phases.map(transferLeg), 0)
  }

  async message(request: MessageRequest, { signal }: WaitOptions = {}): Promise<void> {
    if (!(request.bytes >= 0)) throw new InvalidArgumentError(`a message cannot have ${request.bytes} bytes`)
    if (signal?.aborted) throw abortedError(signal)
    const transfer = this.#start(request, this.#messageLegs(request), 1)
    if (transfer.hasEnded) return
    try {
      await transfer.finished({ signal })
    } finally {
      transfer.cancel()
    }
  }

  setLink(site: string, change: LinkChange): void {
    this.#model.setLink(site, change, this.#now())
    this.#catchUp()
  }

  link(site: string): LinkState {
    return this.#model.linkState(site)
  }

  links(): readonly LinkState[] {
    return this.#model.links()
  }

  traffic(): readonly TrafficCount[] {
    this.#catchUp()
    const running = Array.from(this.#running.values())
    return this.#ledger.counts(running.map(({ row, passage }) => ({ row, bytes: this.#model.progressBytes(passage) })))
  }

  /** Cancels all that is under way; no timer stays behind. Idempotent. */
  close(): void {
    for (const transfer of [...this.#running.values()]) transfer.cancel()
  }

  #messageLegs({ site, bytes }: MessageRequest): Leg[] {
    const jitter = this.#jitter.get(site)
    const fixedMs = jitter === undefined ? 0 : (2 * jitter.random.next() - 1) * jitter.ms
    return [
      { kind: 'flow', bytes, chunkBytes: Number.POSITIVE_INFINITY, waitPerChunk: { roundTrips: 0, fixedMs: 0 } },
      { kind: 'wait', count: 1, wait: { roundTrips: 0.5, fixedMs } },
    ]
  }

  #start(label: TrafficLabel, legs: readonly Leg[], messages: number): FluidTransfer {
    const passage = this.#model.begin(label.site, label.direction, legs, this.#now())
    const transfer = new FluidTransfer(this.#carrier, passage, this.#ledger.row(label), messages)
    this.#running.set(passage, transfer)
    this.#catchUp()
    return transfer
  }

  /** Lets what is due by now happen, tells those who wait, and plans the next wake-up. */
  #catchUp(): void {
    for (const { kind, passage } of this.#model.advance(this.#now())) {
      const transfer = this.#running.get(passage)
      if (transfer === undefined) continue
      if (kind === 'ended') this.#book(transfer)
      transfer.release()
    }
    this.#alarm.set(this.#model.nextEventAt())
  }

  #book({ passage, row, messages }: FluidTransfer): void {
    this.#running.delete(passage)
    row.bytes += passage.doneBytes
    if (passage.leg === undefined) row.messages += messages
  }

  #now(): InstantMs {
    return this.#clock.now()
  }
}
