import type { TrafficCount, TrafficLabel } from './wan.ts'

export interface TrafficRow extends TrafficLabel {
  bytes: number
  messages: number
}

/** What has crossed, one row per label. */
export class TrafficLedger {
  readonly #rows = new Map<string, TrafficRow>()

  row({ site, direction, class: trafficClass, operation }: TrafficLabel): TrafficRow {
    const key = JSON.stringify([site, direction, trafficClass, operation])
    let row = this.#rows.get(key)
    if (row === undefined) {
      row = { site, direction, class: trafficClass, operation, bytes: 0, messages: 0 }
      this.#rows.set(key, row)
    }
    return row
  }

  /** By site, direction, class and operation; `inFlight` is added to the rows it names. */
  counts(inFlight: Iterable<{ readonly row: TrafficRow; readonly bytes: number }>): TrafficCount[] {
    const extra = new Map<TrafficRow, number>()
    for (const { row, bytes } of inFlight) extra.set(row, (extra.get(row) ?? 0) + bytes)
    return [...this.#rows.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => ({ ...row, bytes: row.bytes + (extra.get(row) ?? 0) }))
  }
}
